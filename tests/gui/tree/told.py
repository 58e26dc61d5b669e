"""What a tree's model has told of its rows, to be compared with what they are."""

from PySide6.QtCore import QPersistentModelIndex


class Told:
    """Listens to a model as a view does, and holds an index of each row."""

    def __init__(self, model):
        self._model = model
        self._rows = {}
        self._held = {}
        self._read_all()
        model.dataChanged.connect(self._note_changed)
        model.modelReset.connect(self._read_all)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self._note_shape)
        for signal in (model.columnsInserted, model.columnsRemoved):
            signal.connect(self._read_all)

    def read(self, place):
        """Return a row as it is: how it stands, and the text of each cell."""
        row, model = self._model.row(place), self._model
        return row, *(model.index(place, column).data() for column in range(len(model.columns)))

    def untold(self):
        """Return the ids of the rows that have changed without a word."""
        rows = enumerate(self._model.outline.rows)
        return [row.id for place, row in rows if self._rows.get(row.id) != self.read(place)]

    def misled(self):
        """Return the ids of the rows in whose place Qt holds another."""
        held = self._held.items()
        return [row for row, index in held if not index.isValid() or self._model.row(index.row()).id != row]

    def _read_all(self, *_):
        """After a reset nothing is known of the rows."""
        self._rows, self._held = {}, {}
        self._note_shape()

    def _note_changed(self, first, last):
        for place in range(first.row(), last.row() + 1):
            self._rows[self._model.row(place).id] = self.read(place)

    def _note_shape(self, *_):
        """Read and hold the rows that came; those that stay are not, so that what was not told is found."""
        model = self._model
        places = {row.id: place for place, row in enumerate(model.outline.rows) if model.item(place)}
        self._rows = {row: self._rows.get(row) or self.read(place) for row, place in places.items()}
        self._held = {
            row: self._held.get(row) or QPersistentModelIndex(model.index(place, 0))
            for row, place in places.items()
        }

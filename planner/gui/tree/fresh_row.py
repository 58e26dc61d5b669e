"""The row that was just added and is being named: adding, placing and naming it are one step of undo."""

from planner.app.document import Document


class FreshRow:
    """Made right after the step that added the row `id`; `origin` is the row that was current before."""

    def __init__(self, document: Document, row_id: str, origin: str) -> None:
        self.id = row_id
        self.origin = origin
        self._document = document
        self._step = document.history.position

    def join(self) -> None:
        """Make what was done since one step with adding the row."""
        self._step = self._document.history.join_since(self._step)

    def withdraw(self) -> bool:
        """Take the row back without a trace, unless it has a name or something else was done since."""
        row, last = self._document.plan.find(self.id), self._document.history.next_undo
        if row is None or row.value("title") or last is None or last.id != self._step:
            return False
        self._document.withdraw()
        return True

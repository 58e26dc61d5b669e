"""The findings as a Qt table: a heading for each severity and its findings below."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from planner.app.cells import Cells
from planner.app.checks.findings import Finding, Severity
from planner.app.checks.words import SEVERITY_NAMES, finding_sentence, rule_label
from planner.app.item_lines import ItemLines
from planner.app.words import Words
from planner.domain.marks import N_
from planner.domain.plan import Plan
from planner.gui.icons import Icons
from planner.gui.tree.looks import Sign

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

SEVERITY_SIGNS: Mapping[Severity, Sign] = {
    Severity.ERROR: Sign("error", "danger"),
    Severity.WARNING: Sign("warning", "warning"),
    Severity.NOTE: Sign("info", "info"),
}
WAIVED_SIGN = Sign("eye", "text-muted")
WAIVED_NAME = N_("已免检")


class Place(IntEnum):
    """Where the columns stand."""

    SENTENCE = 0
    ITEM = 1
    RULE = 2
    FIX = 3


HEADINGS = (N_("发现的问题"), N_("位置"), N_("规则"), N_("修复"))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a finding, with the reason where it is waived, or a heading without finding."""

    severity: Severity | None
    finding: Finding | None = None
    reason: str | None = None
    count: int = 0


class FindingsModel(QAbstractTableModel):
    """Shows the lines that it was given last."""

    def __init__(
        self, plan: Plan, cells: Cells, lines: ItemLines, words: Words, icons: Icons, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._plan = plan
        self._cells = cells
        self._item_lines = lines
        self._words = words
        self._icons = icons
        self._bold = QFont()
        self._bold.setBold(True)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show other lines."""
        shown = tuple(lines)
        self.beginResetModel()
        self.lines = shown
        self.endResetModel()

    def sentence(self, finding: Finding) -> str:
        """Return what was found in words."""
        return finding_sentence(self._words, self._cells, finding)

    def place(self, finding: Finding) -> str:
        """Return where it was found: the item by number and title."""
        return self._item_lines.of(finding.item).title

    def heading(self, line: Line) -> str:
        """Return the name of a group with its count."""
        name = SEVERITY_NAMES[line.severity] if line.severity else WAIVED_NAME
        return self._words(N_("{title}（{count}）")).format(title=self._words(name), count=line.count)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Place)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.lines[index.row()].finding is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self._words(HEADINGS[section])
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:  # noqa: PLR0911 - one line a role
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        column = index.column()
        match role:
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                return self._text(line, column)
            case _Role.ToolTipRole if line.finding is not None:
                return self._tip(line)
            case _Role.DecorationRole if column == Place.SENTENCE:
                sign = SEVERITY_SIGNS[line.severity] if line.severity else WAIVED_SIGN
                return self._icons.icon(*sign)
            case _Role.FontRole if line.finding is None:
                return self._bold
            case _Role.BackgroundRole if line.finding is None:
                return self._icons.theme.colour("header")
            case _Role.ForegroundRole if line.finding is not None:
                role_of = {Place.SENTENCE: "text", Place.FIX: "link"}.get(Place(column), "text-muted")
                return self._icons.theme.colour(role_of)
        return None

    def _text(self, line: Line, column: int) -> str:
        finding = line.finding
        if finding is None:
            return self.heading(line) if column == Place.SENTENCE else ""
        match column:
            case Place.SENTENCE:
                return self.sentence(finding)
            case Place.ITEM:
                return self.place(finding)
            case Place.RULE:
                return f"{rule_label(self._words, finding.code)} · {finding.code}"
        return self._words(N_("修复")) if finding.fixable and line.reason is None else ""

    def _tip(self, line: Line) -> str | None:
        if line.finding is None:
            return None
        sentence = self.sentence(line.finding)
        if line.reason is None:
            return sentence
        return self._words(N_("{sentence}\n免检理由：{reason}")).format(sentence=sentence, reason=line.reason)

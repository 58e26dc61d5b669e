"""Pasted rows: a depth and the texts of fields for each, whatever the text looked like."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Remark(StrEnum):
    """What a person should know about how the text was read."""

    CONTINUED = "continued"
    DUTY_READ = "duty_read"
    ROWS_SKIPPED = "rows_skipped"


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row to be: its depth from 0, the texts of its fields by key, and remarks on how they came about.

    `framework` marks a layer or component of the framework instead of a measure; `milestones` are the texts
    of a measure's milestones by field.
    """

    depth: int
    values: Mapping[str, str]
    remarks: tuple[Remark, ...] = ()
    framework: bool = False
    milestones: tuple[Mapping[str, str], ...] = ()

    @property
    def title(self) -> str:
        """What the row is called."""
        return self.values.get("title", "")


@dataclass(frozen=True, slots=True)
class Pasted:
    """The rows read from a clipboard, in their order.

    `columns` are the keys found and `unknown` the headings that mean nothing to a measure.
    """

    rows: tuple[PastedRow, ...] = ()
    columns: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def with_framework(self, levels: int) -> "Pasted":
        """Return the same rows, those of the `levels` uppermost depths being framework."""
        return replace(self, rows=tuple(replace(row, framework=row.depth < levels) for row in self.rows))


@dataclass(slots=True)
class RowDraft:
    """A row while it is being read."""

    depth: int
    values: dict[str, str] = field(default_factory=dict)
    remarks: dict[Remark, None] = field(default_factory=dict)
    framework: bool = False
    milestones: list[Mapping[str, str]] = field(default_factory=list)

    def add(self, key: str, text: str) -> None:
        """Add a line to what a field says, unless it says so already."""
        before = self.values.get(key, "")
        if text and text not in before.split("\n"):
            self.values[key] = f"{before}\n{text}" if before else text

    def done(self) -> PastedRow:
        """Return the row."""
        values = {key: text for key, text in self.values.items() if text}
        return PastedRow(self.depth, values, tuple(self.remarks), self.framework, tuple(self.milestones))

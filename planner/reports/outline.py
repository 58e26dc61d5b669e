"""The plan as an outline: the rows of its tree with what is to be read under each.

Any room above `app` may import it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.domain.items import ROOT, Measure, Node, kind_of
from planner.reports.source import Source, own_columns
from planner.reports.table import cell_text
from planner.reports.tasks import LEAD_COLUMN

_DETAILS = ("content", "criterion", "supporting", "light", "notes")


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row of the tree: how deep it stands, from 1, its number and title, and labelled texts below it."""

    depth: int
    number: str
    title: str
    details: tuple[tuple[str, str], ...] = ()

    @property
    def heading(self) -> str:
        """The number with the title."""
        return f"{self.number}{self.title}"


def outline(source: Source, numbers: Mapping[str, str]) -> Iterator[OutlineRow]:
    """Yield the rows of the tree, each before those below it, under the numbers of `outline_numbers`."""
    return _below(source, numbers, ROOT, 1)


def _below(source: Source, numbers: Mapping[str, str], parent: str, depth: int) -> Iterator[OutlineRow]:
    for row in source.plan.branches(parent):
        item = source.plan[row]
        if isinstance(item, Measure):
            yield OutlineRow(depth, numbers[row], item.title, tuple(_details(source, item)))
        elif isinstance(item, Node):
            yield OutlineRow(depth, numbers[row], item.title)
        yield from _below(source, numbers, row, depth + 1)


def _details(source: Source, measure: Measure) -> Iterator[tuple[str, str]]:
    fields = kind_of(Measure).by_key
    texts = {
        LEAD_COLUMN.label: source.responsible(measure),
        fields["due"].label: source.derived.due_words(measure),
        **{fields[key].label: cell_text(source.cell(measure, key)) for key in _DETAILS},
    }
    yield from ((source.words(label), text) for label, text in texts.items() if text)
    for key, column in own_columns(source.plan, Measure).items():
        if text := cell_text(source.cell(measure, key)):
            yield column.label, text

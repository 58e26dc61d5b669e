"""What a person has written into the places of reports and not yet kept; without widgets.

Only `planner.gui.passages` imports it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planner.app.passages import Part, Slot, Written, marked_parts, passage_in
from planner.domain.items import Passage
from planner.domain.plan import Plan
from planner.reports.status.composer import SlotText


@dataclass(frozen=True, slots=True)
class Page:
    """The places of one report with what is computed for each, and the report's numbers as they are now."""

    report: str
    period: str
    texts: Sequence[SlotText]
    numbers: Mapping[str, str]

    def slot(self, text: SlotText) -> Slot:
        """Return the place of a text."""
        return Slot(self.report, text.name, self.period)


class Drafts:
    """Texts as they would be kept; those of the plan where nothing was written."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._written: dict[Slot, Written] = {}

    @property
    def changed(self) -> Mapping[Slot, Written]:
        """What differs from the plan."""
        return {slot: written for slot, written in self._written.items() if self._differs(slot, written)}

    def text(self, slot: Slot) -> str:
        """Return the text that stands in a place, empty where the computed one does."""
        if slot in self._written:
            return self._written[slot].text
        kept = passage_in(self._plan, slot)
        return kept.text if kept else ""

    def write(self, slot: Slot, text: str, numbers: Mapping[str, str]) -> None:
        """Put a text into a place; a new text is true to the numbers of now, an old one to its own."""
        kept = passage_in(self._plan, slot)
        if kept is not None and kept.text == text:
            self._written.pop(slot, None)
        elif self.text(slot) != text:
            self._written[slot] = Written(text, numbers)

    def approve(self, slot: Slot, numbers: Mapping[str, str]) -> None:
        """Say that a text is right as it stands."""
        self._written[slot] = Written(self.text(slot), numbers)

    def changed_numbers(self, slot: Slot, numbers: Mapping[str, str]) -> list[Part]:
        """Return a text in parts, each number that is another one now alone; nothing where none is."""
        kept = passage_in(self._plan, slot)
        text = self.text(slot)
        if kept is None or not text or slot in self._written:
            return []
        parts = list(marked_parts(replace(kept, text=text), numbers))
        return parts if any(part.now for part in parts) else []

    def _differs(self, slot: Slot, written: Written) -> bool:
        kept: Passage | None = passage_in(self._plan, slot)
        return bool(written.text) if kept is None else True

"""What a window exports: its plan at one moment, and what of it is looked at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.app.words import Words
from planner.domain.items import ROOT, Layout
from planner.domain.plan import Plan
from planner.reports.preset import BrokenPreset, Form, preset_names
from planner.reports.presets import find_form


@dataclass(frozen=True, slots=True)
class Subject:
    """A plan that nobody changes any more, judged by a day.

    `selected` is the current row of the tree, `seen` what the window looks for, as `ExportOptions.rows`;
    both are empty where there is nothing. `proposal` is the file to propose, without its ending.
    """

    plan: Plan
    plan_id: str
    revision: int
    today: date
    selected: str
    seen: str
    proposal: Path


class Layouts:
    """The presets that a plan can be laid out by, with their names."""

    def __init__(self, plan: Plan, folder: Path, words: Words) -> None:
        self.folder = folder
        self._plan = plan
        self._built_in = preset_names(folder, words)

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield what `ExportOptions.preset` takes and the name of each, the plan's own first."""
        for layout in self._plan.children(ROOT, Layout):
            yield layout.id, layout.title
        yield from self._built_in.items()

    def name(self, preset: str) -> str:
        """Return how a preset is called."""
        return dict(self.names()).get(preset, preset)

    def is_own(self, preset: str) -> bool:
        """Whether a preset is one of the plan."""
        return preset in self._plan.of(Layout)

    def form(self, preset: str) -> Form:
        """Return a preset as plain data; raises `BrokenPreset`."""
        return find_form(self._plan, self.folder, preset)

    def knows(self, preset: str) -> bool:
        """Whether there is such a preset that can be read."""
        try:
            self.form(preset)
        except BrokenPreset:
            return False
        return True

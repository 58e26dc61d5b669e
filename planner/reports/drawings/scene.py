"""What every figure reads: one plan on one day in one language, and how far each part of it is.

Only `planner.reports` and whoever asks it for a figure import it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.app.cells import Cells
from planner.app.counted import counted_measures
from planner.app.derived import Derived
from planner.app.messages import LIGHT_NAMES, verdict_sentence
from planner.app.words import Words
from planner.domain.items import ROOT, Item, Measure, Node
from planner.domain.lights import Light, Verdict, worst
from planner.domain.marks import N_
from planner.domain.plan import Plan

LAYER_ROLES = 4
"""How many colours for layers a theme has; a fifth layer takes the first again."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a group of measures is: `percent` is None where nothing says so, `word` names the light."""

    percent: float | None
    verdict: Verdict
    word: str
    lights: tuple[tuple[Light, int], ...]

    @property
    def light(self) -> Light:
        """The worst light."""
        return self.verdict.light

    @property
    def measures(self) -> int:
        """How many measures were counted, sub-measures not among them."""
        return sum(count for _, count in self.lights)

    @property
    def percent_text(self) -> str:
        """The percentage as it is written, a dash where there is none."""
        return "—" if self.percent is None else f"{self.percent:.0f}%"


@dataclass(frozen=True, slots=True)
class Scene:
    """One plan to be drawn."""

    plan: Plan
    derived: Derived
    cells: Cells
    words: Words

    @classmethod
    def read(cls, plan: Plan, today: date, words: Words) -> "Scene":
        """Read `plan` as it stands on `today`."""
        derived = Derived(plan, today)
        return cls(plan, derived, Cells(plan, derived, words), words)

    def name(self, item: Item) -> str:
        """Return an item's title on one line, or a word for one that has none."""
        return " ".join(self.cells.name(item.id).split()) or self.words(N_("（未命名）"))

    def figure_title(self, figure: str) -> str:
        """Return what a figure is called: the plan's title with the figure's own."""
        if not self.plan.head.title:
            return self.words(figure)
        return self.words(N_("{plan}：{figure}")).format(
            plan=self.name(self.plan.head), figure=self.words(figure)
        )

    def layers(self) -> list[Node]:
        """Return the layers of the framework, the lowest first."""
        return self.plan.children(ROOT, Node)

    def measures(self, item_id: str = ROOT) -> list[str]:
        """Return the ids of the measures below a row, those under other measures not among them."""
        found, pending = [], [item_id]
        while pending:
            parent = pending.pop()
            found += self.plan.child_ids(parent, Measure)
            pending += self.plan.child_ids(parent, Node)
        return found

    def standing(self, node_id: str) -> Standing:
        """Return how far a layer or component is."""
        percent = self.derived.progress(node_id).percent
        return self._standing(percent, self.derived.verdict(node_id), self.measures(node_id))

    def overall(self) -> Standing:
        """Return how far the plan is, by its measures as the dashboard counts them."""
        return self.together(counted_measures(self.plan))

    def together(self, measure_ids: Iterable[str]) -> Standing:
        """Return how far some measures are, wherever they stand; each counts once."""
        measures = [*measure_ids]
        verdict = worst(self.derived.verdict(measure) for measure in measures)
        return self._standing(self._mean(measures), verdict, measures)

    def tip(self, item: Item, standing: Standing) -> str:
        """Return the lines that say in numbers how far an item is."""
        content = str(getattr(item, "content", "") or getattr(item, "function", ""))
        counted = self.words(N_("、")).join(
            self.words(N_("{light} {count}")).format(light=self.words(LIGHT_NAMES[light]), count=count)
            for light, count in standing.lights
        )
        count = self.words(N_("举措：{count}")).format(count=standing.measures)
        lines = [
            self.name(item),
            content,
            self.words(N_("进度：{percent}")).format(percent=standing.percent_text),
            verdict_sentence(self.words, standing.verdict),
            self.words(N_("{count}（{lights}）")).format(count=count, lights=counted) if counted else count,
        ]
        return "\n".join(line for line in lines if line)

    def measure_tip(self, item: Item) -> str:
        """Return the lines that say how far one measure is, and who leads it by when."""
        lines = [
            self.name(item),
            str(getattr(item, "content", "")),
            self.words(N_("进度：{percent}")).format(percent=self.cells.text(item, "progress") or "—"),
            verdict_sentence(self.words, self.derived.verdict(item.id)),
        ]
        for key in ("lead", "due_now"):
            if text := self.cells.text(item, key):
                label = self.words(item.kind.by_key[key].label)
                lines.append(self.words(N_("{label}：{text}")).format(label=label, text=text))
        return "\n".join(line for line in lines if line)

    def _mean(self, branches: Iterable[str]) -> float | None:
        percents = [
            percent for branch in branches if (percent := self.derived.progress(branch).percent) is not None
        ]
        return sum(percents) / len(percents) if percents else None

    def _standing(self, percent: float | None, verdict: Verdict, measures: list[str]) -> Standing:
        found = Counter(self.derived.verdict(measure).light for measure in measures)
        lights = tuple((light, found[light]) for light in reversed(Light) if found[light])
        return Standing(percent, verdict, self.words(LIGHT_NAMES[verdict.light]), lights)


def layer_role(place: int) -> str:
    """Return the colour of the layer at a place, counted from 0."""
    return f"layer-{place % LAYER_ROLES + 1}"

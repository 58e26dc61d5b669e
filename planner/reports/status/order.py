"""What a status sheet is asked for, and what it is made from. Any room above `app` may import it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from planner.app.comparison import Comparison
from planner.app.messages import LIGHT_NAMES
from planner.domain.items import ROOT, Measure, Report, Unit
from planner.domain.lights import Light, Verdict
from planner.reports.drawings.scene import Scene
from planner.reports.paper import Paper
from planner.reports.print_style import PrintStyle
from planner.reports.source import RESPONSIBLE_ROLES, Source
from planner.reports.table import LightSign


@dataclass(frozen=True, slots=True)
class Order:
    """One sheet, by its key in `planner.reports.status.sheets`, and whose it is.

    `unit`, `measure` and `scope` are ids, the last that of a branch; `period` is a period's stored form.
    Empty means all, `paper` None that of the sheet.
    """

    sheet: str
    unit: str = ""
    measure: str = ""
    scope: str = ""
    period: str = ""
    paper: Paper | None = None


class Material:
    """One state of a plan in one language, for any number of sheets; what they share is computed once."""

    def __init__(self, source: Source, style: PrintStyle, comparison: Comparison | None = None) -> None:
        self.source = source
        self.style = style
        self.comparison = comparison

    @cached_property
    def before(self) -> "Material | None":
        """The state that is compared with, None without one."""
        if self.comparison is None:
            return None
        then, source = self.comparison, self.source
        past = Source.read(then.before_plan, then.before.today, source.words, source.preset)
        return Material(past, self.style)

    @cached_property
    def scene(self) -> Scene:
        """The plan as figures read it."""
        source = self.source
        return Scene(source.plan, source.derived, source.cells, source.words)

    @cached_property
    def measures(self) -> Sequence[Measure]:
        """All measures in the order of the tree that are no parts of others."""
        plan = self.source.plan
        found = (plan.get(row, Measure) for row in self.source.numbers)
        return [measure for measure in found if not self.source.is_part(measure)]

    @cached_property
    def counted(self) -> Sequence[Measure]:
        """Those measures that count in rates: all but the cancelled."""
        return [measure for measure in self.measures if measure.status != "cancelled"]

    @cached_property
    def units(self) -> Sequence[Unit]:
        """The register of units."""
        return self.source.plan.children(ROOT, Unit)

    def verdict(self, measure: Measure) -> Verdict:
        """Return a measure's light with its reason."""
        return self.source.derived.verdict(measure.id)

    def sign(self, light: Light) -> LightSign:
        """Return a light with its word."""
        return LightSign(light, self.source.words(LIGHT_NAMES[light]))

    def last_report(self, measure: Measure) -> Report | None:
        """Return what was reported last of a measure."""
        return next(iter(self.reports(measure.id)), None)

    def reports(self, measure_id: str) -> Sequence[Report]:
        """Return what was reported of a measure, the latest first."""
        reports = self.source.plan.children(measure_id, Report)
        return sorted(reports, key=lambda report: (report.date, report.rank), reverse=True)

    def concerns(self, order: Order, measure: Measure) -> bool:
        """Whether a measure is one of those that are asked for: led by the unit, below the branch."""
        plan = self.source.plan
        if order.measure and measure.id != order.measure and order.measure not in plan.ancestors(measure.id):
            return False
        if order.scope and measure.id != order.scope and order.scope not in plan.ancestors(measure.id):
            return False
        return not order.unit or any(
            order.unit in plan.targets(owner, "unit", role)
            for owner in (measure.id, measure.parent)
            for role in RESPONSIBLE_ROLES
        )


def one_line(text: str) -> str:
    """Return a text on one line, as a heading needs it."""
    return " ".join(text.split())

"""What every part of the inspector shares."""

from dataclasses import dataclass

from planner.app.explain import Explanations
from planner.app.report_series import ReportSeries
from planner.app.words import Words
from planner.domain.plan import Plan
from planner.gui.bridge import Bridge
from planner.gui.icons import Icons
from planner.gui.inspector.folds import Folds


@dataclass(frozen=True, slots=True)
class Tools:
    """The plan's bridge, the icons, what can be explained, and which parts are open."""

    bridge: Bridge
    icons: Icons
    explanations: Explanations
    series: ReportSeries
    folds: Folds

    @classmethod
    def of(cls, bridge: Bridge, icons: Icons) -> "Tools":
        """Make what a bridge and icons suffice for."""
        explanations = Explanations(bridge.plan, bridge.derived, bridge.cells, bridge.words)
        return cls(bridge, icons, explanations, ReportSeries(bridge.plan), Folds())

    @property
    def plan(self) -> Plan:
        """The plan, for reading."""
        return self.bridge.plan

    @property
    def words(self) -> Words:
        """The words of the window's language."""
        return self.bridge.words

"""Status sheets of plans, for tests."""

from datetime import date

from planner.app.comparison import Comparison
from planner.domain.plan import Plan
from planner.reports.print_style import load_print_style
from planner.reports.source import Source
from planner.reports.status.order import Material
from planner.reports.status.sheets import SheetMaker
from planner.reports.status.templates import Templates
from tests.reports.sources import CHINESE, OFFICIAL, ROOT_FOLDER, TODAY

STYLE = load_print_style(ROOT_FOLDER / "resources" / "print")
SHIPPED = ROOT_FOLDER / "resources" / "reports"


def maker(
    plan: Plan, comparison: Comparison | None = None, today: date = TODAY, folders=(SHIPPED,)
) -> SheetMaker:
    source = Source.read(plan, today, CHINESE, OFFICIAL)
    return SheetMaker(Material(source, STYLE, comparison), Templates(folders))

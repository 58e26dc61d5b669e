"""The table of status sheets, and the one road to them. Any room above `app` may import it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from planner.domain.items import Link, Measure, Unit
from planner.domain.marks import N_
from planner.reports.blocks import Report
from planner.reports.print_style import style_for
from planner.reports.source import RESPONSIBLE_ROLES
from planner.reports.status.composer import Composer, SlotText, computed_texts
from planner.reports.status.order import Material, Order, one_line
from planner.reports.status.places import TABLES
from planner.reports.status.templates import Templates
from planner.reports.status.values import PlanValues
from planner.reports.table import Table


class About(StrEnum):
    """What one copy of a sheet is about."""

    PLAN = "plan"
    UNIT = "unit"
    """One unit, or all in one sheet."""
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class StatusSheet:
    """One row: the key, which is that of the template, the name, and what one copy is about.

    A `periodic` one is that of a period.
    """

    key: str
    label: str
    about: About = About.PLAN
    periodic: bool = False


STATUS_SHEETS: Sequence[StatusSheet] = (
    StatusSheet("measure", N_("任务进展单"), About.MEASURE),
    StatusSheet("duban", N_("督办单"), About.MEASURE),
    StatusSheet("progress", N_("进展情况表"), About.UNIT, periodic=True),
    StatusSheet("duty", N_("任务责任清单"), About.UNIT),
    StatusSheet("workplan", N_("任务分解表")),
    StatusSheet("indicators", N_("指标完成情况")),
    StatusSheet("report", N_("实施情况报告"), periodic=True),
    StatusSheet("brief", N_("一页纸简报"), periodic=True),
    StatusSheet("house", N_("框架图")),
    StatusSheet("wallchart", N_("作战图")),
    StatusSheet("bulletin", N_("进展通报"), periodic=True),
)
"""All sheets, in the order in which they are offered."""

BY_KEY = {sheet.key: sheet for sheet in STATUS_SHEETS}


class SheetMaker:
    """Makes any number of sheets of one state of a plan."""

    def __init__(self, material: Material, templates: Templates) -> None:
        self._material = material
        self._templates = templates
        self._values = PlanValues(material)

    @property
    def facts(self) -> dict[str, str]:
        """The numbers that the reports' sentences name, to keep with a text written by hand."""
        return self._values.facts

    def report(self, order: Order) -> Report:
        """Make one sheet; raises `BrokenTemplate`, and `Refused` for a measure or unit that there is not."""
        source = self._material.source
        subject = self._subject(order)
        title = source.words(N_("{plan}{table}")).format(
            plan=one_line(subject or source.plan.head.title),
            table=source.words(BY_KEY[order.sheet].label),
        )
        sections = Composer(self._material, self._values, self._templates, order).sections()
        language = source.words.language
        return Report(order.sheet, title, language, sections, subject, style_for(language))

    def computed_texts(self, order: Order) -> list[SlotText]:
        """Return the places for text in a sheet with what is computed for each; raises `BrokenTemplate`."""
        composer = Composer(self._material, self._values, self._templates, order, only_computed_text=True)
        return computed_texts(composer.sections())

    def table(self, name: str, order: Order) -> Table:
        """Return a table by the name that templates have for it."""
        return TABLES[name](self._material, order)

    def orders(self, order: Order, *, each_unit: bool = False) -> list[Order]:
        """Return the single sheets that an order asks for: one a measure, or one for each unit that leads.

        A 督办单 without a measure is made for each measure that has been put on record.
        """
        sheet = BY_KEY[order.sheet]
        if sheet.about is About.MEASURE and not order.measure:
            return [
                Order(order.sheet, order.unit, measure.id, order.scope, order.period, order.paper)
                for measure in self._material.measures
                if self._material.concerns(order, measure)
                and (order.sheet != "duban" or measure.record_number)
            ]
        if each_unit:
            return [
                Order(order.sheet, unit.id, order.measure, order.scope, order.period, order.paper)
                for unit in self._material.units
                if self._has_part(order.sheet, unit.id)
            ]
        return [order]

    def _has_part(self, sheet: str, unit_id: str) -> bool:
        """Whether a unit has a sheet of its own: it leads something; one of duties, too, if it supports."""
        roles = (*RESPONSIBLE_ROLES, "supporting") if sheet == "duty" else RESPONSIBLE_ROLES
        links = self._material.source.plan.referrers(unit_id)
        return any(isinstance(link, Link) and link.role in roles for link in links)

    def _subject(self, order: Order) -> str:
        plan = self._material.source.plan
        if order.measure:
            return one_line(plan.get(order.measure, Measure).title)
        return one_line(plan.get(order.unit, Unit).display_name) if order.unit else ""

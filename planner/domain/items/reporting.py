"""What belongs to reporting on the plan: periods that an office closed, and text that was written by hand.

They belong to the plan, so that they are undone, merged and handed on with it.
"""

from dataclasses import dataclass

from planner.domain import fields
from planner.domain.fields import Group
from planner.domain.items.base import Item, kind
from planner.domain.marks import N_


@kind("period", N_("报告期"), table="periods")
@dataclass(frozen=True, slots=True)
class ReportingPeriod(Item):
    """A named point in the plan's history: the state at `revision`, when the office closed the period.

    It is no copy: the state is found by taking back what was done since, see `planner.app.periods`.
    """

    title: str = fields.text(N_("名称"), width=16)
    period: str = fields.period(N_("时段"), width=10)
    revision: float | None = fields.number(N_("修订号"), width=8, system=True)
    closed: str = fields.period(N_("关闭日期"), width=11)
    notes: str = fields.paragraph(N_("备注"), group=Group.NOTES)


@kind("passage", N_("报告文字"), table="passages")
@dataclass(frozen=True, slots=True)
class Passage(Item):
    """Text written by hand that stands in place of a computed one in a report, see `planner.app.passages`.

    `report` is the key of the sheet, `slot` the place in its template, `period` that of the report where it
    has one. `numbers` is JSON text: what the report's numbers were when the text was written.
    """

    report: str = fields.text(N_("报告"), width=12, system=True)
    slot: str = fields.text(N_("位置"), width=12, system=True)
    period: str = fields.period(N_("时段"), width=10, system=True)
    text: str = fields.paragraph(N_("文字"))
    numbers: str = fields.paragraph(N_("当时的数字"), system=True)

"""The forms of one matter: 任务进展单 for any measure, 督办单 for one put on record.

Only `planner.reports.status` imports it.
"""

from collections.abc import Sequence

from planner.domain.items import Adjustment, Measure
from planner.domain.marks import N_
from planner.reports.blocks import FormCell, FormTable
from planner.reports.progress import pace
from planner.reports.status.lists import reason_of
from planner.reports.status.moves import movement_words
from planner.reports.status.order import Material, Order
from planner.reports.table import Align

Rows = tuple[tuple[FormCell, ...], ...]

_WIDTHS = (18.0, 32.0, 18.0, 32.0)
_ROOM = 20.0
"""Millimetres of room for what is written by hand."""
_ROOM_EACH = 16.0
"""The same where many hands write on one page."""


def progress_form(material: Material, order: Order) -> FormTable:
    """Return the form that says how one measure stands."""
    form = _Form(material, material.source.plan.get(order.measure, Measure))
    measure, report = form.measure, form.report
    rows: list[tuple[FormCell, ...]] = [
        form.wide(N_("任务名称"), measure.title),
        form.wide(N_("所属框架"), form.path()),
        form.wide(N_("工作内容"), measure.content),
        form.wide(N_("完成标志"), measure.criterion),
        *form.owners(),
        form.pair(N_("完成时限"), form.due(), N_("考核方式"), form.text("nature")),
        form.pair(N_("完成比例"), form.text("progress") or "—", N_("进度判定"), form.pace() or "—"),
        form.light_row(),
    ]
    if material.comparison:
        rows.append(form.wide(material.comparison.title, form.movement()))
    rows += [
        form.wide(N_("进展情况"), report.done if report else "", _ROOM),
        form.wide(N_("存在问题"), report.problem if report else "", _ROOM),
        form.wide(N_("下一步打算"), report.next_step if report else "", _ROOM),
    ]
    return FormTable(_WIDTHS, tuple(rows))


def supervision_form(material: Material, order: Order) -> FormTable:
    """Return the form of a matter put on record, with room for what the checking body writes."""
    form = _Form(material, material.source.plan.get(order.measure, Measure))
    measure, report = form.measure, form.report
    rows: Rows = (
        form.pair(N_("编号"), measure.record_number, N_("交办日期"), measure.assigned),
        form.wide(N_("任务来源或批示"), "\n".join(filter(None, (measure.task_source, measure.instruction)))),
        form.wide(N_("督办事项"), measure.title),
        form.pair(
            N_("承办单位"), material.source.responsible(measure), N_("协办单位"), form.text("supporting")
        ),
        form.pair(N_("办结时限"), form.due(), N_("责任人"), form.person()),
        form.wide(N_("办理要求"), measure.requirement or measure.criterion),
        form.light_row(),
        form.wide(N_("办理情况"), report.done if report else "", _ROOM_EACH),
        form.wide(N_("未办结原因"), report.problem if report else "", _ROOM_EACH),
        form.wide(N_("下一步打算"), report.next_step if report else "", _ROOM_EACH),
        form.wide(N_("承办单位负责人签字（公章）"), form.signed(), _ROOM_EACH),
        form.wide(N_("审核意见"), form.signed(), _ROOM_EACH),
        form.wide(N_("销号"), form.clearance(), _ROOM_EACH),
    )
    return FormTable(_WIDTHS, rows)


class _Form:
    """Makes the rows of a form about one measure."""

    def __init__(self, material: Material, measure: Measure) -> None:
        self.measure = measure
        self.report = material.last_report(measure)
        self._material = material
        self._source = material.source

    def wide(self, label: str, text: str, height: float = 0.0) -> tuple[FormCell, ...]:
        """Return a row of one label and one value."""
        return self._label(label), FormCell(text, columns=3, height=height)

    def pair(self, first: str, text: str, second: str, other: str) -> tuple[FormCell, ...]:
        """Return a row of two labels with their values."""
        return self._label(first), FormCell(text), self._label(second), FormCell(other)

    def light_row(self) -> tuple[FormCell, ...]:
        """Return the computed light with its reason, and beside it the one that the unit reports."""
        verdict = self._material.verdict(self.measure)
        text = f"{self._material.sign(verdict.light).word}：{reason_of(self._material, self.measure)}"
        if self.report and self.report.light:
            reported = self._source.words(N_("（单位自报：{light}）"))
            text += reported.format(light=self._source.cells.text(self.report, "light"))
        return self._label(N_("状态灯")), FormCell(text, columns=3, light=verdict.light)

    def owners(self) -> Sequence[tuple[FormCell, ...]]:
        """Return who is responsible."""
        lead, supporting = self._source.responsible(self.measure), self.text("supporting")
        leader, person = self.measure.leader, self.person()
        return (
            self.pair(N_("牵头单位"), lead, N_("责任领导"), leader),
            self.pair(N_("责任科室"), self.measure.office, N_("责任人"), person),
            self.wide(N_("配合单位"), supporting),
        )

    def text(self, key: str) -> str:
        """Return a field of the measure as it reads."""
        return self._source.cells.text(self.measure, key)

    def person(self) -> str:
        """Return who does it, with the telephone."""
        return " ".join(filter(None, (self.measure.person, self.measure.phone)))

    def path(self) -> str:
        """Return the layer and the component that the measure stands under."""
        plan = self._source.plan
        names = [self._source.cells.name(above) for above in plan.ancestors(self.measure.id)]
        return " / ".join(reversed(names))

    def due(self) -> str:
        """Return the deadline in force as written, with its day and what it was at first."""
        source, measure = self._source, self.measure
        words = source.derived.due_words(measure)
        reading = source.cells.text(measure, "due_date")
        lines = [words, f"（{reading}）" if reading and reading != words else ""]
        if source.plan.child_ids(measure.id, Adjustment):
            lines.append(source.words(N_("原定：{due}")).format(due=measure.due))
        return "\n".join(line for line in lines if line)

    def pace(self) -> str:
        """Return how it keeps pace."""
        return pace(self._source, self._material.verdict(self.measure))

    def movement(self) -> str:
        """Return where it has gone since the state compared with, and by how many points."""
        comparison = self._material.comparison
        if comparison is None:
            return ""
        words = movement_words(self._material, comparison.movement(self.measure.id))
        gained = comparison.gained(self.measure.id)
        if gained is None:
            return words
        return self._source.words(N_("{movement}（{points} 个百分点）")).format(
            movement=words, points=f"{gained:+.0f}"
        )

    def signed(self) -> str:
        """Return blanks for a name and a day."""
        return self._source.words(N_("签字：　　　　　　　　　　　　年　　月　　日"))

    def clearance(self) -> str:
        """Return what the checking body found, or blanks for it."""
        measure, words = self.measure, self._source.words
        found = (
            words(N_("检查时间：{date}")).format(date=measure.inspected or "　　　　　　"),
            words(N_("检查方式：{manner}")).format(manner=measure.inspection or "　　　　　　"),
            words(N_("说明：{note}")).format(note=measure.clearance),
            self.signed(),
        )
        return "\n".join(found)

    def _label(self, text: str) -> FormCell:
        return FormCell(self._source.words(text), is_label=True, align=Align.CENTRE)

"""争取国家支持事项: what is asked of others, by whom it is asked of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.app.cells import SEPARATOR
from planner.app.facet_terms import facet_of_key, terms_in_order
from planner.domain.items import Measure, Term, kind_of
from planner.domain.marks import N_
from planner.domain.plan import Plan
from planner.reports.numbers import part_number
from planner.reports.source import SERIAL_COLUMN, Source, field_columns
from planner.reports.table import Align, Cell, Column, Row, Table, common_spans
from planner.reports.tasks import LEAD_COLUMN, NUMBER_COLUMN, TASK_COLUMN

SHEET = "asks"
NAMES = (N_("争取国家支持"), N_("争取国家支持事项清单"))

_ADDRESSEES, _AREAS = "addressees", "policy_areas"
_SELF = ("自身", "本级", "本市", "本单位", "itself")

_FIELDS = field_columns(kind_of(Measure).fields)
COLUMNS = {
    **_FIELDS,
    "serial": SERIAL_COLUMN,
    "number": NUMBER_COLUMN,
    "addressee": Column("addressee", N_("支持单位"), 14, align=Align.CENTRE),
    "task": replace(TASK_COLUMN, label=N_("争取事项"), stepped=True),
    "content": replace(_FIELDS["content"], label=N_("事项内容")),
    "areas": Column("areas", N_("政策领域"), 18),
    "lead": replace(LEAD_COLUMN, label=N_("本市牵头单位")),
    "deadline": replace(_FIELDS["due"], key="deadline"),
}


@dataclass(frozen=True, slots=True)
class _Ask:
    """A measure that is asked for, or a part of one; the serial number is of the whole."""

    addressee: Term
    measure: Measure
    serial: int | None
    part: str = ""


def asks_table(source: Source) -> Table:
    """Return the measures that address another body, each with its parts, by addressee."""
    columns = source.columns(SHEET, COLUMNS, Measure)
    asks = list(_asks(source))
    rows = [_row(source, ask, columns) for ask in asks]
    table = source.table(SHEET, NAMES, columns, rows)
    own = [addressee.title for addressee in _addressees(source.plan) if _is_the_office(addressee)]
    notes = table.notes
    if rows and own:
        left_out = source.words(N_("注：对象为“{names}”的事项由本单位自行推进，未列入本表。"))
        notes += (left_out.format(names=SEPARATOR.join(own)),)
    spans = common_spans(columns, {"addressee": [ask.addressee.id for ask in asks]})
    return replace(table, spans=spans, notes=notes)


def _addressees(plan: Plan) -> list[Term]:
    facet = facet_of_key(plan, _ADDRESSEES)
    return [plan.get(term_id, Term) for term_id in terms_in_order(plan, facet)] if facet else []


def _is_the_office(addressee: Term) -> bool:
    """Whether an addressee stands for the office itself, of which nothing is asked: its name says so."""
    return addressee.title.endswith(_SELF)


def _asks(source: Source) -> Iterator[_Ask]:
    plan, serial = source.plan, 0
    addressees = _addressees(plan)
    inside = {addressee.id for addressee in addressees}
    for addressee in addressees:
        term_id = addressee.id
        if _is_the_office(addressee):
            continue
        for measure_id in source.numbers:
            if term_id in plan.targets(measure_id, "term"):
                serial += 1
                measure = plan.get(measure_id, Measure)
                yield _Ask(addressee, measure, serial)
                for position, part in enumerate(plan.children(measure_id, Measure), 1):
                    if inside.isdisjoint(plan.targets(part.id, "term")):
                        yield _Ask(addressee, part, None, part_number(1, position))


def _row(source: Source, ask: _Ask, columns: tuple[Column, ...]) -> Row:
    measure = ask.measure
    cells: dict[str, Cell] = {
        "serial": ask.serial,
        "addressee": ask.addressee.title,
        "task": ask.part + measure.title,
        "areas": _areas(source, measure),
        "lead": source.responsible(measure),
        "deadline": source.derived.due_words(measure),
    }
    for column in columns:
        if column.key == "number":
            cells["number"] = source.numbers[measure.id]
        elif column.key not in cells:
            cells[column.key] = source.cell(measure, column.key)
    return Row(tuple(cells[column.key] for column in columns), level=int(bool(ask.part)), source=measure.id)


def _areas(source: Source, measure: Measure) -> str:
    facet = facet_of_key(source.plan, _AREAS)
    if facet is None:
        return ""
    inside = set(terms_in_order(source.plan, facet))
    carried = [term for term in source.plan.targets(measure.id, "term") if term in inside]
    return SEPARATOR.join(source.cells.name(term) for term in dict.fromkeys(carried))

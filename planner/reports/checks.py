"""校核: what the rules find in the plan, where, and which findings the plan lets stand for a reason."""

from collections.abc import Iterator

from planner.app.checks.checker import Checker, in_reading_order
from planner.app.checks.findings import Finding
from planner.app.checks.words import SEVERITY_NAMES, finding_sentence, rule_label
from planner.domain.items import Measure
from planner.domain.marks import N_
from planner.reports.source import SERIAL_COLUMN, Source
from planner.reports.table import Align, Cell, Column, Row, Table
from planner.reports.tasks import NUMBER_COLUMN

SHEET = "checks"
NAMES = (N_("校核"), N_("校核意见表"))

_WHEN = ("date", "period", "year")

COLUMNS = {
    "serial": SERIAL_COLUMN,
    "severity": Column("severity", N_("级别"), 8, align=Align.CENTRE),
    "rule": Column("rule", N_("规则"), 20),
    "number": NUMBER_COLUMN,
    "item": Column("item", N_("条目"), 34),
    "finding": Column("finding", N_("校核意见"), 56),
    "waived": Column("waived", N_("免检理由"), 24),
}


def checks_table(source: Source) -> Table:
    """Return the findings as a person reads them, then those that the plan lets stand."""
    columns = source.columns(SHEET, COLUMNS)
    return source.table(SHEET, NAMES, columns, _rows(source, columns))


def _rows(source: Source, columns: tuple[Column, ...]) -> Iterator[Row]:
    checker = Checker(source.plan, source.derived)
    findings = [(finding, "") for finding in in_reading_order(source.plan, checker.findings)]
    for serial, (finding, reason) in enumerate((*findings, *checker.waived), 1):
        measure = _measure_of(source, finding)
        cells: dict[str, Cell] = {
            "serial": serial,
            "severity": source.words(SEVERITY_NAMES[finding.severity]),
            "rule": rule_label(source.words, finding.code),
            "number": source.numbers.get(measure),
            "item": _name_of(source, finding.item),
            "finding": finding_sentence(source.words, source.cells, finding),
            "waived": reason,
        }
        yield Row(tuple(cells[column.key] for column in columns), source=finding.item, subject=measure)


def _measure_of(source: Source, finding: Finding) -> str:
    """Return the id of the measure that a finding is about or belongs to; empty if there is none."""
    places = (finding.item, *source.plan.ancestors(finding.item))
    return next((place for place in places if isinstance(source.plan[place], Measure)), "")


def _name_of(source: Source, item_id: str) -> str:
    """Return the name of an item; of one that has none, as a report, what it is and of when."""
    name = source.cells.name(item_id)
    if name:
        return name
    item = source.plan[item_id]
    when = (str(item.value(key)) for key in _WHEN if key in item.kind.by_key)
    return " ".join(part for part in (source.words(item.kind.label), next(when, "")) if part)

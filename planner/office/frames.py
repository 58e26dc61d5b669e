"""A plan as tidy pandas tables, for people who go on in a notebook.

`frames_of` makes them from a plan at hand, `read` from a plan file:

    from planner.office.frames import read
    tables = read("plan.plan")
    tables["measures"].groupby("layer").progress.mean()

A plan file is by design a database of plain tables named after the field table, which any program may read.
`read` does just that, without the storage room and without touching the file: it takes the bytes, and leaves
alone what only the program needs, as history and seal. It refuses tables that differ from the field table,
as those of an older file, which the program must open and save once.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.app.derived import Derived
from planner.app.indicator_standing import indicator_standing
from planner.domain.fields import FieldType, Kind
from planner.domain.items import (
    KINDS,
    ROOT,
    Facet,
    Indicator,
    IndicatorValue,
    Item,
    Link,
    Measure,
    Milestone,
    Node,
    OwnValue,
    Term,
    Unit,
    kind_of,
)
from planner.domain.numbering import outline_numbers
from planner.domain.periods import last_day
from planner.domain.plan import Plan
from planner.domain.soundness import faults

if TYPE_CHECKING:
    from pandas import DataFrame

Row = dict[str, Any]


class NotReadable(ValueError):
    """A file that is no plan of this version, or a damaged one."""


def read(path: str | Path, today: date | None = None) -> dict[str, "DataFrame"]:
    """Return the tables of a plan file by name; progress and lights are as on `today`, the machine's day.

    Raises `NotReadable` for what is no plan file of this version, OSError for what can't be opened.
    """
    plan = _plan_in(Path(path).read_bytes())
    return frames_of(plan, today or datetime.now().astimezone().date())


def frames_of(plan: Plan, today: date) -> dict[str, "DataFrame"]:
    """Return tables: `measures`, `milestones`, `indicators`, `values`, `units`, `links`, `terms` and `own`.

    The last says what measures and indicators hold in fields of one's own.
    A row for each item, named by its id, with the stored fields of its kind and what is computed on the day.
    Days are timestamps, texts that are not given are empty, numbers that are not given are missing.
    """
    derived = Derived(plan, today)
    return {
        "measures": _frame(Measure, _measures(plan, derived), ("due_date",)),
        "milestones": _frame(Milestone, _milestones(plan, derived), ("due_date",)),
        "indicators": _frame(Indicator, _indicators(plan, today)),
        "values": _frame(IndicatorValue, _values(plan), ("day",)),
        "units": _frame(Unit, map(_stored, plan.in_order(Unit))),
        "links": _frame(Link, _links(plan)),
        "terms": _frame(Term, _terms(plan)),
        "own": _frame(OwnValue, _own_values(plan)),
    }


def _measures(plan: Plan, derived: Derived) -> Iterator[Row]:
    table = plan.of(Measure)
    for row, number in outline_numbers(plan).items():
        measure = table.get(row)
        if measure is not None:
            above = list(plan.ancestors(row))
            nodes = [plan.get(node, Node).title for node in reversed(above) if node not in table]
            leads = plan.targets(row, "unit", "lead")
            yield {
                **_stored(measure),
                "number": number,
                "depth": len(above) - len(nodes),
                "layer": nodes[0] if nodes else "",
                "component": nodes[1] if len(nodes) > 1 else "",
                "lead": plan.get(leads[0], Unit).display_name if leads else "",
                "due_now": derived.due_words(measure),
                "due_date": derived.deadline(measure).end,
                "progress": derived.progress(row).percent,
                "light": derived.verdict(row).light.value,
            }


def _milestones(plan: Plan, derived: Derived) -> Iterator[Row]:
    for milestone in plan.in_order(Milestone):
        measure = plan.get(milestone.parent, Measure)
        yield {
            **_stored(milestone),
            "measure": measure.title,
            "due_date": derived.deadline(milestone).end,
        }


def _indicators(plan: Plan, today: date) -> Iterator[Row]:
    for indicator in plan.children(ROOT, Indicator):
        standing = indicator_standing(plan, indicator.id, today)
        away, series = standing.distance, standing.series
        goal = series.goal(today)
        yield {
            **_stored(indicator),
            "baseline": series.baseline.value if series.baseline else None,
            "actual": series.latest.value if series.latest else None,
            "target": goal.value if goal else None,
            "expected": standing.expected,
            "gap": away.gap if away else None,
            "attainment": away.attainment if away else None,
            "forecast": standing.forecast.value if standing.forecast else None,
            "light": standing.verdict.light.value,
        }


def _values(plan: Plan) -> Iterator[Row]:
    for value in plan.in_order(IndicatorValue):
        yield {
            **_stored(value),
            "indicator": plan.get(value.parent, Indicator).title,
            "day": last_day(value.period) if value.period else None,
        }


def _links(plan: Plan) -> Iterator[Row]:
    for link in plan.in_order(Link):
        yield {
            **_stored(link),
            "owner_kind": plan[link.parent].kind.key,
            "target_title": str(getattr(plan[link.target], "title", "")),
        }


def _terms(plan: Plan) -> Iterator[Row]:
    for term in plan.in_order(Term):
        facet = next(plan[above] for above in plan.ancestors(term.id) if isinstance(plan[above], Facet))
        yield {**_stored(term), "facet": facet.value("key"), "facet_title": facet.value("title")}


def _own_values(plan: Plan) -> Iterator[Row]:
    for value in plan.in_order(OwnValue):
        field, unit = plan.find(value.field), plan.find(value.unit)
        yield {
            **_stored(value),
            "field_title": str(getattr(field, "title", "")),
            "unit_title": unit.display_name if isinstance(unit, Unit) else "",
        }


def _stored(item: Item) -> Row:
    return {
        "id": item.id,
        "parent": item.parent,
        **{spec.key: getattr(item, spec.key) for spec in item.kind.stored},
    }


def _frame(cls: type[Item], rows: Iterable[Row], days: tuple[str, ...] = ()) -> "DataFrame":
    """Return rows as a table by id; an empty one still has the stored fields as columns."""
    import pandas as pd

    kind = kind_of(cls)
    listed = list(rows)
    columns = None if listed else ["id", "parent", *(spec.key for spec in kind.stored), *days]
    frame = pd.DataFrame(listed, columns=columns).set_index("id")
    for day in days:
        frame[day] = pd.to_datetime(frame[day])
    numbers = [spec.key for spec in kind.stored if spec.type in (FieldType.NUMBER, FieldType.PERCENT)]
    computed = [key for key in _COMPUTED_NUMBERS if key in frame and key not in kind.by_key]
    return frame.astype(dict.fromkeys([*numbers, *computed], float))


_COMPUTED_NUMBERS = ("progress", "baseline", "actual", "target", "expected", "gap", "attainment", "forecast")


def _plan_in(content: bytes) -> Plan:
    """Return the plan in the bytes of a plan file."""
    if not content.startswith(_DATABASE):
        raise NotReadable("not a database")
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.execute("PRAGMA trusted_schema = OFF")
            database.deserialize(content)
            items = [item for kind in KINDS.values() for item in _items(database, kind)]
        except NotReadable:
            raise
        except (sqlite3.Error, ValueError, TypeError) as error:
            raise NotReadable(str(error)) from error
    plan = Plan(items)
    fault = next(faults(plan), None)
    if fault is not None:
        raise NotReadable(str(fault))
    return plan


def _items(database: sqlite3.Connection, kind: Kind) -> Iterator[Item]:
    wanted = ["id", "parent", "rank", *(spec.key for spec in kind.stored)]
    found = [name for _, name, *_ in database.execute("SELECT * FROM pragma_table_info(?)", (kind.table,))]
    if found != wanted:
        raise NotReadable(f"the table {kind.table} is not that of this version")
    readers: Mapping[str, Any] = {
        spec.key: _READERS[spec.type] for spec in kind.stored if spec.type in _READERS
    }
    for row in database.execute(f'SELECT * FROM "{kind.table}"'):  # noqa: S608 - named in the field table
        values = dict(zip(wanted, row, strict=True))
        for key, reader in readers.items():
            values[key] = reader(values[key])
        item: Item = kind.cls(**values)
        yield item


_DATABASE = b"SQLite format 3\0"
_READERS = {FieldType.FLAG: bool, FieldType.NAMES: lambda cell: tuple(json.loads(cell))}

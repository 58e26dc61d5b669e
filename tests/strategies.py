"""Hypothesis strategies for whole plans and their edits, generated from the field tables.

A new kind of item or field enters them by itself.
"""

from hypothesis import strategies as st

from planner.app.document import Content
from planner.app.log import Entry
from planner.domain.changes import ChangeSet, Label, SetField
from planner.domain.fields import Field, FieldType, Kind, Value
from planner.domain.items import KINDS, PLAN_ID, RELATION_TARGETS, ROOT, Item, Link, Node, PlanHead
from planner.domain.plan import Plan
from planner.domain.ranks import spread_ranks

PERIODS = ("", "2025", "2024-H1", "2025-Q3", "2025-06", "2025-06-30", "2028-02-29")
PHRASES = ("", "2025年底前", "上半年", "每季度", "持续推进", "三季度末", "2025年6月底前", "看情况")
LAYERS = ("筑基", "垒台", "立柱", "架梁")

texts = st.one_of(
    st.sampled_from(
        ("", "推进外资研发中心集聚", "=1+1", "“引号”,\t逗号", "第一行\n第二行", "𠮷田\x00", "<b>&amp;")
    ),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=12),
)
"""What people type, with what breaks careless programs."""

numbers = st.one_of(
    st.none(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
)

_VALUES: dict[FieldType, st.SearchStrategy[Value]] = {
    FieldType.NUMBER: numbers,
    FieldType.PERCENT: st.one_of(st.none(), st.integers(0, 100), st.floats(0, 100)),
    FieldType.FLAG: st.booleans(),
    FieldType.NAMES: st.lists(texts, max_size=3).map(tuple),
    FieldType.PERIOD: st.sampled_from(PERIODS),
    FieldType.DEADLINE: st.one_of(st.sampled_from(PHRASES), texts),
}


def values(spec: Field) -> st.SearchStrategy[Value]:
    """Values that a stored field takes; references stay empty."""
    if spec.type is FieldType.CHOICE:
        return st.sampled_from([choice.code for choice in spec.choices])
    if spec.type is FieldType.REFERENCE:
        return st.just("")
    return _VALUES.get(spec.type, texts)


def items(kind: Kind, item_id: str, parent: str, rank: str) -> st.SearchStrategy[Item]:
    """Items of one kind in one place, each field filled about every other time."""
    fields = {spec.key: values(spec) for spec in kind.stored}
    return st.fixed_dictionaries({}, optional=fields).map(
        lambda given: kind.cls(item_id, parent, rank, **given)
    )


@st.composite
def plans(draw: st.DrawFn, max_items: int = 30) -> Plan:
    """Sound plans: any kind of item in any place that it may have, each link to a target of its kind."""
    made: dict[str, Item] = {PLAN_ID: draw(items(KINDS["plan"], PLAN_ID, ROOT, ""))}
    ranks = spread_ranks(max_items)
    for number in range(draw(st.integers(0, max_items))):
        kind = draw(st.sampled_from([kind for kind in KINDS.values() if kind.cls is not PlanHead]))
        places = _places(kind, made)
        if places:
            item_id, rank = f"{kind.key}{number}", draw(st.sampled_from(ranks))
            item = draw(items(kind, item_id, draw(st.sampled_from(places)), rank))
            item = _pointed(draw, item, made)
            if not _leads_nowhere(item):
                made[item_id] = item
    return Plan(made.values())


@st.composite
def contents(draw: st.DrawFn, max_items: int = 30) -> Content:
    """What plan files hold: a plan and a log of some edits."""
    plan = draw(plans(max_items))
    titles = draw(st.lists(texts, max_size=4))
    entries = [
        Entry.of(
            revision,
            ChangeSet(Label("set_field"), (SetField(PLAN_ID, "title", "", title),), id=str(revision)),
        )
        for revision, title in enumerate(titles, 1)
    ]
    return Content(plan, "plan-of-tests", tuple(entries), "2026-03-01T08:00:00+00:00")


def _places(kind: Kind, made: dict[str, Item]) -> list[str]:
    top = [ROOT] if ROOT in kind.under else []
    return top + [
        item.id
        for item in made.values()
        if item.kind.key in kind.under and not (kind.cls is Node and item.parent != ROOT)
    ]


def _pointed(draw: st.DrawFn, item: Item, made: dict[str, Item]) -> Item:
    """Point the references of an item at items of the right kind, links always and others sometimes."""
    for key in item.kind.references:
        wanted = RELATION_TARGETS[item.relation] if isinstance(item, Link) else item.kind.by_key[key].target
        targets = [other.id for other in made.values() if other.kind.key == wanted]
        if targets and (isinstance(item, Link) or draw(st.booleans())):
            item = item.with_value(key, draw(st.sampled_from(targets)))
    return item


def _leads_nowhere(item: Item) -> bool:
    return isinstance(item, Link) and not item.target

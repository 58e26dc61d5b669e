"""What is said of an indicator in one line: its purpose, baseline, target and latest value, who serves it.

Tables of indicators read from here; imports only app and domain.
"""

from collections import Counter

from planner.app.words import Words
from planner.domain.items import ROOT, Facet, Indicator, IndicatorValue, Link, Term
from planner.domain.marks import N_
from planner.domain.periods import last_day
from planner.domain.plan import Plan

_PURPOSES = "purposes"
_BEFORE = {"at_least": "≥", "at_most": "≤", "above": N_("突破"), "below": N_("低于")}
_AFTER = {"about": N_("左右")}


def target_period(plan: Plan) -> str:
    """Return the period for which most targets are set, the earlier of equals; empty without targets."""
    counts = Counter(
        value.period for value in plan.of(IndicatorValue).values() if value.role == "target" and value.period
    )
    return min(counts, key=lambda period: (-counts[period], last_day(period)), default="")


def target(plan: Plan, indicator_id: str, period: str) -> IndicatorValue | None:
    """Return the target that an indicator has for a period."""
    return next((value for value in values(plan, indicator_id, "target") if value.period == period), None)


def latest(plan: Plan, indicator_id: str, role: str) -> IndicatorValue | None:
    """Return the last value of a role (`actual`, `baseline`) in time."""
    return max(values(plan, indicator_id, role), key=_day, default=None)


def purpose(plan: Plan, indicator_id: str) -> str:
    """Return the title of the purpose that an indicator stands under, else of its first term."""
    terms = [plan.get(target_id, Term) for target_id in plan.targets(indicator_id, "term")]
    first = next((term for term in terms if _facet_key(plan, term) == _PURPOSES), terms[0] if terms else None)
    return first.title if first else ""


def serving(plan: Plan, indicator_id: str) -> list[str]:
    """Return the ids of the measures that are linked to an indicator."""
    links = [link for link in plan.referrers(indicator_id) if isinstance(link, Link)]
    return list(dict.fromkeys(link.parent for link in links if link.relation == "indicator"))


def by_purpose(plan: Plan) -> list[str]:
    """Return the ids of all indicators in their order, those of one purpose together."""
    ids = plan.child_ids(ROOT, Indicator)
    order: dict[str, int] = {}
    for item_id in ids:
        order.setdefault(purpose(plan, item_id), len(order))
    return sorted(ids, key=lambda item_id: order[purpose(plan, item_id)])


def amount(words: Words, value: IndicatorValue | None) -> str:
    """Return how a value reads, with its qualifier; its notes where only words are known."""
    if value is None:
        return ""
    if value.number is None:
        return value.notes
    before, after = qualified(words, value)
    return f"{before}{value.number:.15g}{after}"


def qualified(words: Words, value: IndicatorValue) -> tuple[str, str]:
    """Return what stands before and after the number of a value, such as ≥ and 左右."""
    return words(_BEFORE.get(value.qualifier, "")), words(_AFTER.get(value.qualifier, ""))


def dated_amount(words: Words, value: IndicatorValue | None) -> str:
    """Return how a value reads, and of when it is."""
    text = amount(words, value)
    if value is None or not text or not value.period:
        return text
    return words("{value}（{period}）").format(value=text, period=value.period)


def values(plan: Plan, indicator_id: str, role: str) -> list[IndicatorValue]:
    """Return the values of a role that an indicator has, in their order."""
    return [value for value in plan.children(indicator_id, IndicatorValue) if value.role == role]


def _day(value: IndicatorValue) -> int:
    return last_day(value.period).toordinal() if value.period else 0


def _facet_key(plan: Plan, term: Term) -> str:
    facets = (plan[above] for above in plan.ancestors(term.id))
    return next((facet.key for facet in facets if isinstance(facet, Facet)), "")

"""What pasting or typing indicator values does: where each lands, and the one change set of all of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from planner.app.attainment import number_text
from planner.app.indicator_facts import amount
from planner.app.indicator_paste.amounts import Amount, OtherUnitError, read_amounts, same_kind, unit_in
from planner.app.indicator_paste.entries import Entry
from planner.app.indicator_paste.names import IndicatorNames, bare_name
from planner.app.ports import NewId
from planner.app.value_grid import Moment, computed_by_moment
from planner.app.words import Words
from planner.domain.changes import Change, ChangeSet, Insert, Label, Remove, SetField
from planner.domain.items import ROOT, Indicator, IndicatorValue
from planner.domain.marks import N_
from planner.domain.plain_text import folded
from planner.domain.plan import Plan
from planner.domain.ranks import spread_ranks


class Effect(StrEnum):
    """What becomes of a pasted cell."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    NEW_INDICATOR = "new_indicator"
    LEFT_OUT = "left_out"


class Trouble(StrEnum):
    """Why a cell is left out."""

    NO_NAME = "no_name"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    NO_TIME = "no_time"
    NOT_A_VALUE = "not_a_value"
    OTHER_UNIT = "other_unit"
    TWICE = "twice"
    NO_ROOM = "no_room"


@dataclass(frozen=True, slots=True)
class Landing:
    """What becomes of one cell: the value that it replaces, or why it is left out."""

    effect: Effect
    indicator: str = ""
    before: IndicatorValue | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class ValuesPasting:
    """A paste before it is applied; `landings` are by row and column of the block."""

    change_set: ChangeSet
    landings: Mapping[tuple[int, int], Landing]
    new_indicators: Sequence[str] = ()

    def count(self, effect: Effect) -> int:
        """Return how many cells have an effect."""
        return sum(landing.effect is effect for landing in self.landings.values())

    @property
    def leaves_out(self) -> bool:
        """Whether any cell is left out."""
        return self.count(Effect.LEFT_OUT) > 0

    @property
    def needs_look(self) -> bool:
        """Whether a person should see the paste first: something does not fit, is new or is replaced."""
        return any(landing.effect not in (Effect.NEW, Effect.SAME) for landing in self.landings.values())


_TROUBLES: Mapping[Trouble, str] = {
    Trouble.NO_NAME: N_("这一行没有指标名称"),
    Trouble.UNKNOWN: N_("计划中没有这个指标"),
    Trouble.AMBIGUOUS: N_("有几个指标都叫这个名称"),
    Trouble.NO_TIME: N_("看不出是哪个时点的值"),
    Trouble.NOT_A_VALUE: N_("不是数值"),
    Trouble.OTHER_UNIT: N_("计量单位与指标的不同"),
    Trouble.TWICE: N_("同一指标同一时点的值前面已有"),
    Trouble.NO_ROOM: N_("右边或下面没有更多可填的格"),
}


def paste_values(
    plan: Plan, entries: Iterable[Entry], new_id: NewId, *, add_new: bool = False, source: str = ""
) -> ValuesPasting:
    """Return what pasting entries does; `source` is that of values whose block names none.

    With `add_new` an indicator that the plan does not have is added. Blank cells and dashes change nothing.
    """
    return _Paste(plan, new_id, add_new=add_new, source=source).take(entries)


def set_amount(
    plan: Plan, indicator_id: str, role: str, period: str, text: str, new_id: NewId
) -> ValuesPasting:
    """Return what typing an indicator's value of one role and time does; blank text takes it away."""
    entry = Entry(0, 0, text, period, role, indicator=indicator_id)
    typed = paste_values(plan, [entry], new_id)
    changes = typed.change_set.changes
    if not text.strip():
        changes = clear_amounts(plan, [(indicator_id, role, period)]).changes
    return replace(typed, change_set=ChangeSet(Label("set_value"), changes))


def clear_amounts(plan: Plan, places: Iterable[tuple[str, str, str]]) -> ChangeSet:
    """Take away the values at places: indicator, role and time."""
    gone = [Remove(value) for place in places for value in values_at(plan, *place)]
    return ChangeSet(Label("remove", {"kind": "value"}), tuple(gone))


def values_at(plan: Plan, indicator_id: str, role: str, period: str) -> list[IndicatorValue]:
    """Return an indicator's values of a role and time, in their order."""
    values = plan.children(indicator_id, IndicatorValue)
    return [value for value in values if (value.role, value.period) == (role, period)]


def landing_sentence(words: Words, landing: Landing) -> str:
    """Say what becomes of a cell."""
    if landing.trouble is not None:
        return words(_TROUBLES[landing.trouble])
    match landing.effect:
        case Effect.NEW:
            return words(N_("新增一个值"))
        case Effect.NEW_INDICATOR:
            return words(N_("新增指标并填入"))
        case Effect.CHANGED:
            return words(N_("原值 {before}")).format(before=amount(words, landing.before))
        case _:
            return words(N_("与现有值相同"))


@dataclass
class _Paste:
    plan: Plan
    new_id: NewId
    add_new: bool
    source: str
    changes: list[Change] = field(default_factory=list)
    landings: dict[tuple[int, int], Landing] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._names = IndicatorNames(self.plan)
        self._fresh: dict[str, Indicator] = {}
        self._met: set[tuple[str, str, str]] = set()
        self._last_ranks: dict[str, str] = {}
        self._last_indicator = max((one.rank for one in self.plan.children(ROOT, Indicator)), default="")

    def take(self, entries: Iterable[Entry]) -> ValuesPasting:
        for entry in entries:
            landing = self._land(entry)
            if landing is not None:
                self.landings[entry.row, entry.column] = landing
        label = Label("paste_values", {"count": str(len(self.landings))})
        titles = [indicator.title for indicator in self._fresh.values()]
        return ValuesPasting(ChangeSet(label, tuple(self.changes)), self.landings, titles)

    def _land(self, entry: Entry) -> Landing | None:
        """Make the changes of one entry; None where its cell says nothing."""
        found = self._indicator(entry)
        if isinstance(found, Trouble):
            return Landing(Effect.LEFT_OUT, trouble=found) if read_amounts(entry.text, "") else None
        try:
            amounts = read_amounts(entry.text, found.unit, _written_unit(entry, found))
        except OtherUnitError:
            return Landing(Effect.LEFT_OUT, found.id, trouble=Trouble.OTHER_UNIT)
        if not amounts:
            return None
        if trouble := self._trouble(entry, found, amounts):
            return Landing(Effect.LEFT_OUT, found.id, trouble=trouble)
        if self._is_computed(entry, found, amounts):
            return Landing(Effect.SAME, found.id)
        return self._put(entry, found, amounts)

    def _is_computed(self, entry: Entry, found: Indicator, amounts: Sequence[Amount]) -> bool:
        """Whether a derived indicator's formula gives the value already."""
        if not found.formula or found.id not in self.plan:
            return False
        computed = computed_by_moment(self.plan, found.id).get(Moment(entry.role, entry.period))
        return computed is not None and computed == number_text(amounts[0].number)

    def _trouble(self, entry: Entry, found: Indicator, amounts: Sequence[Amount]) -> Trouble | None:
        if not entry.period:
            return Trouble.NO_TIME
        if entry.role != "target" and (len(amounts) > 1 or amounts[0].number is None):
            return Trouble.NOT_A_VALUE
        place = found.id, entry.role, entry.period
        if place in self._met:
            return Trouble.TWICE
        self._met.add(place)
        return None

    def _put(self, entry: Entry, found: Indicator, amounts: Sequence[Amount]) -> Landing:
        present = values_at(self.plan, found.id, entry.role, entry.period) if found.id in self.plan else []
        before = len(self.changes)
        replaced = None
        for one in amounts:
            match = next(filter(_fits(one, len(amounts) > 1), reversed(present)), None)
            if match is None:
                self.changes.append(Insert(self._value(entry, found.id, one)))
            else:
                self.changes += self._set(match, entry, one)
                replaced = match
        if found.id not in self.plan:
            return Landing(Effect.NEW_INDICATOR, found.id)
        if len(self.changes) == before:
            return Landing(Effect.SAME, found.id, replaced)
        return Landing(Effect.CHANGED if replaced else Effect.NEW, found.id, replaced)

    def _set(self, value: IndicatorValue, entry: Entry, one: Amount) -> Iterator[Change]:
        wanted = {"number": one.number, "qualifier": one.qualifier}
        differs = any(value.value(key) != new for key, new in wanted.items())
        texts = {
            "source": entry.source or (self.source if differs else ""),
            "notes": one.words or entry.notes,
        }
        wanted |= {key: text for key, text in texts.items() if text}
        for key, new in wanted.items():
            if value.value(key) != new:
                yield SetField(value.id, key, value.value(key), new)

    def _value(self, entry: Entry, indicator_id: str, one: Amount) -> IndicatorValue:
        return IndicatorValue(
            self.new_id(),
            indicator_id,
            self._next_rank(indicator_id),
            role=entry.role,
            period=entry.period,
            number=one.number,
            qualifier=one.qualifier,
            source=entry.source or self.source,
            notes=one.words or entry.notes,
        )

    def _next_rank(self, indicator_id: str) -> str:
        last = self._last_ranks.get(indicator_id)
        if last is None:
            values = self.plan.children(indicator_id, IndicatorValue) if indicator_id in self.plan else []
            last = values[-1].rank if values else ""
        self._last_ranks[indicator_id] = rank = spread_ranks(1, before=last)[0]
        return rank

    def _indicator(self, entry: Entry) -> Indicator | Trouble:
        if entry.beyond:
            return Trouble.NO_ROOM
        if entry.indicator:
            return self.plan.get(entry.indicator, Indicator)
        if not entry.name.strip():
            return Trouble.NO_NAME
        found = self._names.find(entry.name)
        if len(found) > 1:
            return Trouble.AMBIGUOUS
        if found:
            return self.plan.get(found[0], Indicator)
        return self._new_indicator(entry) if self.add_new else Trouble.UNKNOWN

    def _new_indicator(self, entry: Entry) -> Indicator | Trouble:
        title, unit = bare_name(entry.name)
        known = self._fresh.get(folded(title))
        if known is not None:
            return known
        if not entry.period or not read_amounts(entry.text, ""):
            return Trouble.NO_TIME
        rank = self._last_indicator = spread_ranks(1, before=self._last_indicator)[0]
        unit = entry.unit or unit or unit_in(entry.text)
        made = Indicator(self.new_id(), ROOT, rank, title=title, unit=unit, grade="unstated")
        self._fresh[folded(title)] = made
        self.changes.append(Insert(made))
        return made


def _written_unit(entry: Entry, indicator: Indicator) -> str:
    """Return the unit beside an entry; brackets after a name hold one only if it fits the indicator's."""
    bracketed = bare_name(entry.name)[1]
    return entry.unit or (bracketed if same_kind(bracketed, indicator.unit) else "")


def _fits(one: Amount, in_range: bool) -> Callable[[IndicatorValue], bool]:
    """Return whether a value is the one to replace: of a range, the bound on the same side."""
    upper = one.qualifier == "at_most"
    return lambda value: not in_range or (value.qualifier in ("at_most", "below")) == upper

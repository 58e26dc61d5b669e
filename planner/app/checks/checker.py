"""Runs the rules over a plan: all at first, then only what each change can affect."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from planner.app.checks.facts import Facts
from planner.app.checks.findings import Finding, Rule, Severity
from planner.app.checks.reach import near
from planner.app.checks.table import RULES
from planner.app.derived import Derived
from planner.domain.changes import Change, ChangeSet, Insert, Remove, SetField
from planner.domain.items import KINDS, PLAN_ID, Item, RuleSetting, Waiver
from planner.domain.plan import Plan

OFF = "off"


class Checker:
    """The findings of one plan, kept true by `update` after each change set.

    `derived` must already have forgotten what the change set touched.
    """

    def __init__(
        self, plan: Plan, derived: Derived, codes: Iterable[str] = (), *, at_once: bool = True
    ) -> None:
        """Check by the rules with these codes, or by all; if not `at_once`, go through `in_steps`."""
        wanted = set(codes)
        self._plan = plan
        self._derived = derived
        self._rules = [rule for rule in RULES.values() if not wanted or rule.code in wanted]
        self._settings: Mapping[str, RuleSetting] = {}
        self._found: dict[str, dict[str, list[Finding]]] = {}
        self._shown: tuple[Finding, ...] | None = None
        if at_once:
            self.check_all()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find, waived findings left out, the worst first and rule by rule."""
        if self._shown is None:
            waived, found = self._reasons(), self._all()
            if waived:
                found = [finding for finding in found if (finding.item, finding.code) not in waived]
            self._shown = tuple(found)
        return self._shown

    @property
    def waived(self) -> list[tuple[Finding, str]]:
        """The findings that the plan lets stand, each with the reason."""
        waived = self._reasons()
        return [
            (finding, waived[finding.item, finding.code])
            for finding in self._all()
            if (finding.item, finding.code) in waived
        ]

    def of(self, item_id: str) -> list[Finding]:
        """Return what the rules find about one item, waived findings left out."""
        waived = {waiver.rule for waiver in self._plan.children(item_id, Waiver)}
        return [
            finding
            for code, found in self._found.items()
            if code not in waived
            for finding in found.get(item_id, ())
        ]

    def check_all(self) -> None:
        """Run every rule over the whole plan, as at first and when a new day begins."""
        for _ in self.in_steps():
            pass

    def in_steps(self) -> Iterator[None]:
        """Run every rule over the whole plan, a rule a step; the plan must not change before the last."""
        self._settings = _settings(self._plan)
        self._facts = Facts(self._plan, self._derived, self._limit)
        self._found = {}
        yield
        for rule in self._rules:
            self._run_whole(rule)
            yield
        self._shown = None

    def update(self, change_set: ChangeSet) -> None:
        """Run again what a change set, just applied, can affect."""
        changes = change_set.changes
        stirred = self._facts.refresh(changes)
        changed = _changed(self._plan, changes)
        close = near(self._facts, changes) | stirred
        by_kind: dict[str, list[Item]] = defaultdict(list)
        for item_id in close:
            if (item := self._plan.find(item_id)) is not None:
                by_kind[item.kind.key].append(item)
        reset = self._changed_settings()
        for rule in self._rules:
            if rule.code in reset or any(
                kind in rule.whole and rule.concerns(kind, key) for kind, key in changed
            ):
                self._run_whole(rule)
            elif any(rule.concerns(kind, key) for kind, key in changed):
                self._run_near(rule, close, by_kind[rule.subject])
        self._shown = None

    def _run_whole(self, rule: Rule) -> None:
        self._found[rule.code] = {}
        if self._severity(rule) is not None:
            self._run_near(rule, (), self._plan.of(KINDS[rule.subject].cls).values())

    def _run_near(self, rule: Rule, outdated: Iterable[str], items: Iterable[Item]) -> None:
        found, severity = self._found[rule.code], self._severity(rule)
        for item_id in outdated:
            found.pop(item_id, None)
        if severity is not None:
            for item, field, details, names, fixable in rule.find(self._facts, items):
                finding = Finding(
                    rule.code, severity, item, field, details, names, fixable and rule.fix is not None
                )
                found.setdefault(item, []).append(finding)

    def _all(self) -> list[Finding]:
        by_severity = sorted(self._rules, key=lambda rule: (self._severity(rule) or rule.severity).order)
        return list(
            chain.from_iterable(chain.from_iterable(self._found[rule.code].values() for rule in by_severity))
        )

    def _severity(self, rule: Rule) -> Severity | None:
        """Return how bad the plan takes a rule's findings, None where it has switched the rule off."""
        setting = self._settings.get(rule.code)
        if setting is None or not setting.severity:
            return rule.severity
        return None if setting.severity == OFF else Severity(setting.severity)

    def _limit(self, code: str) -> float:
        setting = self._settings.get(code)
        if setting is not None and setting.limit is not None:
            return setting.limit
        return RULES[code].limit or 0.0

    def _changed_settings(self) -> set[str]:
        """Take over the plan's settings of rules, and return the codes of those that changed."""
        before, self._settings = self._settings, _settings(self._plan)
        return {
            code
            for code in before.keys() | self._settings.keys()
            if before.get(code) != self._settings.get(code)
        }

    def _reasons(self) -> dict[tuple[str, str], str]:
        return {(waiver.parent, waiver.rule): waiver.reason for waiver in self._plan.of(Waiver).values()}


def in_reading_order(plan: Plan, findings: Sequence[Finding]) -> list[Finding]:
    """Return findings as a person reads them: the worst first, then down the tree, then the rest."""
    rows = {row: place for place, row in enumerate(plan.walk())}
    rules = {code: place for place, code in enumerate(RULES)}

    def place_of(item_id: str) -> int:
        row = next((row for row in (item_id, *plan.ancestors(item_id)) if row in rows), "")
        return rows.get(row, -1 if item_id == PLAN_ID else len(rows))

    places = {item_id: place_of(item_id) for item_id in {finding.item for finding in findings}}

    def place(finding: Finding) -> tuple[int, int, str, int]:
        return finding.severity.order, places[finding.item], finding.item, rules[finding.code]

    return sorted(findings, key=place)


def _settings(plan: Plan) -> dict[str, RuleSetting]:
    return {setting.rule: setting for setting in plan.in_order(RuleSetting)}


def _changed(plan: Plan, changes: Iterable[Change]) -> set[tuple[str, str]]:
    """Return the kinds that changed, each with a field's key, or "" where items came, went or moved."""
    changed = set()
    for change in changes:
        if isinstance(change, Insert | Remove):
            changed.add((change.item.kind.key, ""))
        elif (item := plan.find(change.item_id)) is not None:
            changed.add((item.kind.key, change.key if isinstance(change, SetField) else ""))
    return changed

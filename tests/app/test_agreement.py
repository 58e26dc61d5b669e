"""The program's numbers against an independent computation in pandas and numpy over generated plans."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.app.coverage import LAYER, NOTHING, matrix
from planner.app.dashboard import dashboard
from planner.app.derived import Derived
from planner.app.indicator_standing import indicator_standing
from planner.domain.indicator_paths import expected
from planner.domain.items import Report
from planner.domain.plan import Plan
from planner.office.frames import frames_of
from tests.app.worlds import INDICATORS, PROBLEMS, TERMS, UNITS, worlds

TODAY = date(2025, 7, 2)
NOW = pd.Timestamp(TODAY)


class Reckoner:
    """Reckons from the plain columns of a plan's tables alone."""

    def __init__(self, plan: Plan) -> None:
        tables = frames_of(plan, TODAY)
        self.links, self.milestones = tables["links"], tables["milestones"]
        self.values = tables["values"]
        self.measures = tables["measures"].drop(columns=["progress", "light"])
        self.measures["top"] = self.measures["depth"].eq(0)
        self.measures["progress"] = self._progress(plan)
        self.counted = self.measures[self.measures.top & self.measures.status.ne("cancelled")]

    def _progress(self, plan: Plan) -> pd.Series:
        reports = pd.DataFrame(
            [(one.parent, one.date, one.rank, one.percent) for one in plan.of(Report).values()],
            columns=["measure", "date", "rank", "percent"],
        ).dropna()
        latest = reports.sort_values(["date", "rank"]).groupby("measure").percent.last()
        latest = latest.astype(float).reindex(self.measures.index)
        own = latest.where(~self.measures.status.isin(["done", "closed"]), 100.0)
        parts = self.measures[~self.measures.top]
        known = own.reindex(parts.index)
        known = known.where(known.notna() | parts.status.ne("not_started"), 0.0)
        rolled = self._mean_of_parts(parts.assign(progress=known))
        whole = own.where(own.notna(), rolled.reindex(self.measures.index))
        whole = whole.where(whole.notna() | self.measures.status.ne("not_started"), 0.0)
        return whole.where(self.measures.top, known.reindex(whole.index))

    @staticmethod
    def _mean_of_parts(parts: pd.DataFrame) -> pd.Series:
        parts = parts[parts.status.ne("cancelled") & parts.progress.notna()]
        weight = parts.weight.fillna(1.0)
        sums = pd.DataFrame({"part": weight * parts.progress, "weight": weight}).groupby(parts.parent).sum()
        return (sums["part"] / sums["weight"]).where(sums["weight"] > 0)


@settings(max_examples=40)
@given(worlds())
def test_progress_rolls_up_by_weight(plan):
    derived, reckoner = Derived(plan, TODAY), Reckoner(plan)
    for measure, percent in reckoner.measures.progress.items():
        ours = derived.progress(measure).percent
        assert ours == pytest.approx(percent) if pd.notna(percent) else ours is None


def carried(reckoner: Reckoner) -> pd.DataFrame:
    """Each pair of a measure that counts and a term that it, or an uncancelled part of it, carries."""
    measures, links = reckoner.measures, reckoner.links
    carriers = measures[measures.status.ne("cancelled")]
    tops = carriers.index.to_series().where(carriers.top, carriers.parent)
    tagged = links[links.relation.eq("term") & links.parent.isin(carriers.index)]
    pairs = pd.DataFrame({"measure": tagged.parent.map(tops), "term": tagged.target})
    return pairs[pairs.measure.isin(reckoner.counted.index)].drop_duplicates()


@settings(max_examples=40)
@given(worlds())
def test_coverage_counts_as_a_cross_table(plan):
    reckoner = Reckoner(plan)
    pairs = carried(reckoner)
    layers = {"e0": "l0", "e1": "l1", "l1": "l1"}
    table = (
        pairs.assign(layer=pairs.measure.map(reckoner.measures.parent).map(layers))
        .groupby(["term", "layer"])
        .size()
    )
    found = matrix(plan, Derived(plan, TODAY), "facet:causes", LAYER)
    assert {
        place: cell.count for place, cell in found.cells.items() if place[0] != NOTHING
    } == table.to_dict()
    assert set(found.gaps) == set(TERMS) - set(pairs.term)


@settings(max_examples=40)
@given(worlds())
def test_a_problem_is_answered_as_its_causes_are(plan):
    pairs = carried(Reckoner(plan))
    broader = frames_of(plan, TODAY)["terms"].broader
    problems = pairs.assign(problem=pairs.term.map(broader)).drop_duplicates(["measure", "problem"])
    answered = problems[problems.problem.isin(PROBLEMS)].groupby("problem").measure.agg(set)
    found = matrix(plan, Derived(plan, TODAY), "facet:problems", LAYER)
    assert {
        row: set(ids) for row, ids in found.by_row.items() if row != NOTHING and ids
    } == answered.to_dict()
    assert set(found.gaps) == set(PROBLEMS) - set(answered.index)


@settings(max_examples=40)
@given(worlds())
def test_the_dashboard_groups_as_pandas_groups(plan):
    board, reckoner = dashboard(plan, Derived(plan, TODAY)), Reckoner(plan)
    tops = reckoner.measures[reckoner.measures.top]
    assert {key: set(ids) for key, ids in board.statuses.items()} == {
        key: set(rows.index) for key, rows in tops.groupby("status")
    }
    percent = reckoner.counted.progress.mean()
    assert board.percent == pytest.approx(percent) if pd.notna(percent) else board.percent is None
    leading = reckoner.links[reckoner.links.role.isin(["lead", "co_lead"])]
    led = leading[leading.parent.isin(reckoner.counted.index)].groupby("target").parent.agg(set)
    assert {share.id: set(share.measures) for share in board.units} == led.to_dict()
    for share in board.units:
        rows = reckoner.counted.loc[list(share.measures)]
        assert share.completion == pytest.approx(100 * rows.status.isin(["done", "closed"]).mean())
        mean = rows.progress.mean()
        assert share.percent == pytest.approx(mean) if pd.notna(mean) else share.percent is None
    assert {share.id for share in board.units} <= set(UNITS)


@settings(max_examples=40)
@given(worlds())
def test_what_is_due_and_what_is_late(plan):
    board, reckoner = dashboard(plan, Derived(plan, TODAY)), Reckoner(plan)
    measures, milestones = reckoner.measures, reckoner.milestones
    open_measures = measures[~measures.status.isin(["done", "closed", "cancelled"])]
    open_milestones = milestones[milestones.done.eq("") & milestones.parent.isin(open_measures.index)]
    dates = pd.concat([open_measures.due_date, open_milestones.due_date]).dropna()
    assert {due.id for due in board.late} == set(dates[dates < NOW].index)
    soon = dates[(dates >= NOW) & (dates <= NOW + pd.Timedelta(days=30))]
    assert {due.id for due in board.soon} == set(soon.index)


@settings(max_examples=40)
@given(worlds())
def test_lights_by_the_schedule(plan):
    board, reckoner = dashboard(plan, Derived(plan, TODAY)), Reckoner(plan)
    rows = reckoner.counted[reckoner.counted.status.isin(["not_started", "in_progress"])]
    late = rows[rows.due_date < NOW]
    rows = rows.drop(late.index)
    rows = rows[rows.start.ne("") & rows.due_date.notna() & rows.progress.notna()]
    begin = pd.to_datetime(rows.start)
    elapsed = 100 * ((NOW - begin).dt.days + 1) / ((rows.due_date - begin).dt.days + 1)
    behind = (elapsed - rows.progress).round(1)
    ours = {row: light.value for light, ids in board.lights.items() for row in ids}
    lights = np.select([behind > 30, behind >= 10], ["red", "yellow"], "green")
    assert {row: ours[row] for row in rows.index} == dict(zip(rows.index, lights, strict=True))
    assert {ours[row] for row in late.index} <= {"red"}


@settings(max_examples=40)
@given(worlds(), st.integers(2019, 2032))
def test_paths_hit_what_numpy_interpolates(plan, year):
    values = Reckoner(plan).values
    for indicator in INDICATORS:
        standing = indicator_standing(plan, indicator, TODAY)
        own = (
            values[values.parent.eq(indicator)]
            .assign(year=lambda table: table.period.astype(int))
            .sort_values("year")
        )
        actuals, baseline = own[own.role.eq("actual")], own[own.role.eq("baseline")]
        start = baseline if len(baseline) else actuals.head(1)
        ours = expected(standing.series, standing.indicator.path, date(year, 12, 31))
        targets = own[own.role.eq("target") & (own.year > (start.year.iloc[0] if len(start) else 9999))]
        if start.empty or targets.empty or year < start.year.iloc[0]:
            assert ours is None
            continue
        years, numbers = [
            pd.concat([start, targets])[column].to_numpy(float) for column in ("year", "number")
        ]
        assert ours == pytest.approx(path_by_numpy(standing.indicator.path, years, numbers, year))


def by_year(values, indicator):
    own = values[values.parent.eq(indicator)]
    return own.assign(year=own.period.astype(int)).sort_values("year")


def path_by_numpy(path, years, numbers, year):
    ends = [0, -1]
    match path:
        case "custom":
            return np.interp(year, years, numbers)
        case "linear":
            return np.interp(year, years[ends], numbers[ends])
        case "compound":
            return np.exp(np.interp(year, years[ends], np.log(numbers[ends])))
        case _:
            return numbers[np.searchsorted(years, year, side="right") - 1]


@settings(max_examples=40)
@given(worlds())
def test_gaps_attainment_and_forecasts(plan):
    values = Reckoner(plan).values
    for indicator in INDICATORS:
        standing = indicator_standing(plan, indicator, TODAY)
        own = (
            values[values.parent.eq(indicator)]
            .assign(year=lambda table: table.period.astype(int))
            .sort_values("year")
        )
        actuals, targets = own[own.role.eq("actual")], own[own.role.eq("target")]
        ahead = targets[targets.year >= TODAY.year]
        target = ahead.head(1) if len(ahead) else targets.tail(1)
        if actuals.empty or target.empty:
            assert standing.distance is None
            continue
        actual, goal, due = actuals.number.iloc[-1], target.number.iloc[0], target.year.iloc[0]
        gap = goal - actual
        assert standing.distance.gap == pytest.approx(gap)
        assert standing.distance.attainment == pytest.approx(
            100 * actuals.number.iloc[-1] / target.number.iloc[0]
        )
        years = due - actuals.year.iloc[-1]
        assert standing.distance.yearly == (pytest.approx(gap / years) if years > 0 else None)
        if len(actuals) < 3:
            assert standing.forecast is None
        else:
            line = np.polyfit(actuals.year - 2020, actuals.number, 1)
            assert standing.forecast.value == pytest.approx(
                np.polyval(line, target.year.iloc[0] - 2020), abs=1e-6
            )

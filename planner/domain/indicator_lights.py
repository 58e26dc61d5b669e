"""Whether an indicator is on its path, with the reason. Any room may import it."""

from datetime import date

from planner.domain.indicator_paths import distance, expected
from planner.domain.indicator_series import Series
from planner.domain.lights import USUAL_LIMITS, Light, Limits, Verdict


def judge_indicator(
    series: Series, path: str, direction: str, today: date, limits: Limits = USUAL_LIMITS
) -> Verdict:
    """Judge the latest actual value against the path on its own day, for the data may be older than today.

    How far it is behind counts in percent of the whole way from start to last target.
    """
    away = distance(series, direction, today)
    if away is None:
        return Verdict(Light.NONE, "indicator_no_actual" if series.targets else "indicator_no_target")
    details = {"actual": f"{away.actual.value:.6g}", "target": f"{away.target.value:.6g}"}
    if away.met:
        finished = away.target.day >= _last_day(series) or direction == "range"
        return Verdict(
            Light.DONE if finished and away.actual.day >= away.target.day else Light.GREEN,
            "indicator_met",
            details,
        )
    if away.actual.day >= away.target.day:
        return Verdict(Light.RED, "indicator_missed", details)
    if direction == "range":
        return Verdict(Light.YELLOW, "indicator_outside", details)
    return _on_the_way(series, path, direction, limits, details)


def _on_the_way(
    series: Series, path: str, direction: str, limits: Limits, details: dict[str, str]
) -> Verdict:
    actual, start, final = series.latest, series.start, series.final
    due = expected(series, path, actual.day) if actual else None
    if actual is None or start is None or final is None or due is None or actual == start:
        return Verdict(Light.NONE, "indicator_no_path", details)
    whole = abs(final.value - start.value) or abs(final.value) or 1.0
    short = due - actual.value if direction == "up" else actual.value - due
    behind = round(100 * short / whole, 1)
    details |= {"expected": f"{due:.6g}", "behind": f"{behind:g}"}
    if behind > limits.red_points:
        return Verdict(Light.RED, "indicator_far_behind", details)
    if behind >= limits.yellow_points:
        return Verdict(Light.YELLOW, "indicator_behind", details)
    return Verdict(Light.GREEN, "indicator_on_path", details)


def _last_day(series: Series) -> date:
    return max(point.day for point in (*series.targets, *series.ceilings))

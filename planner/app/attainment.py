"""The table of attainment: for each indicator in words where it comes from, stands, and has to go.

Any table of the window may read from here; imports only app and domain.
"""

from dataclasses import dataclass

from planner.app.indicator_standing import IndicatorStanding
from planner.app.messages import LIGHT_NAMES, verdict_sentence
from planner.app.words import Words
from planner.domain.indicator_series import Point
from planner.domain.marks import N_
from planner.domain.trends import Forecast


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and whether numbers stand in it."""

    key: str
    label: str
    numeric: bool = True


COLUMNS = (
    Column("title", N_("指标"), numeric=False),
    Column("light", N_("状态灯"), numeric=False),
    Column("unit", N_("计量单位"), numeric=False),
    Column("baseline", N_("基期值")),
    Column("latest", N_("最新值")),
    Column("expected", N_("今日应达")),
    Column("target", N_("目标")),
    Column("gap", N_("差距")),
    Column("yearly", N_("每年需变化")),
    Column("forecast", N_("预测")),
)


def attainment_texts(words: Words, standing: IndicatorStanding) -> dict[str, str]:
    """Return what the cells of a row say, by column; empty where the values don't say."""
    series, away, indicator = standing.series, standing.distance, standing.indicator
    forecast = _coming(standing)
    texts = {
        "title": indicator.title or words(N_("未命名")),
        "unit": indicator.unit,
        "baseline": dated(words, series.baseline),
        "latest": dated(words, series.latest),
        "expected": number_text(standing.expected),
        "target": _wanted(words, standing),
        "forecast": number_text(forecast.value) if forecast is not None else "",
        "light": words(LIGHT_NAMES[standing.verdict.light]),
        "gap": "",
        "yearly": "",
    }
    if away is not None:
        texts["gap"] = words(N_("已达到")) if away.met else signed(away.gap)
        texts["yearly"] = "" if away.met else signed(away.yearly)
    return texts


def attainment_reason(words: Words, standing: IndicatorStanding, key: str) -> str:
    """Return what a cell means beyond its text: why the light shines, how sure a forecast is."""
    forecast = _coming(standing)
    if key == "forecast" and forecast is not None:
        return words(N_("照已有走势，{date} 约为 {value}，八成可能在 {low} 与 {high} 之间")).format(
            date=forecast.day.isoformat(),
            value=number_text(forecast.value),
            low=number_text(forecast.low),
            high=number_text(forecast.high),
        )
    if key == "forecast":
        few = standing.trend is None
        return (
            words(N_("不同日期的实际值不足三个，不作预测"))
            if few
            else words(N_("没有尚未到期的目标，不作预测"))
        )
    if key == "light":
        return verdict_sentence(words, standing.verdict)
    return standing.indicator.title if key == "title" else ""


def _wanted(words: Words, standing: IndicatorStanding) -> str:
    """Return the next target with its time; of a range both bounds."""
    series, away = standing.series, standing.distance
    target = away.target if away is not None else series.final
    if standing.indicator.direction == "range" and target is not None:
        bounds = [one.value for one in (*series.targets, *series.ceilings) if one.day == target.day]
        if min(bounds) < max(bounds):
            both = f"{number_text(min(bounds))}～{number_text(max(bounds))}"
            return words(N_("{value}（{period}）")).format(value=both, period=target.period)
    return dated(words, target)


def _coming(standing: IndicatorStanding) -> Forecast | None:
    """Return the forecast for a target that is still to come."""
    forecast, latest = standing.forecast, standing.series.latest
    return forecast if forecast is not None and latest is not None and forecast.day > latest.day else None


def number_text(value: float | None) -> str:
    """Return a computed value as it is written: two decimals at most; empty for none."""
    return "" if value is None else f"{round(value, 2):.15g}"


def signed(value: float | None) -> str:
    """Return a difference with its sign."""
    text = number_text(value)
    return f"+{text}" if value is not None and round(value, 2) > 0 else text


def dated(words: Words, point: Point | None) -> str:
    """Return a value with the period that it stands for."""
    if point is None:
        return ""
    return words(N_("{value}（{period}）")).format(value=number_text(point.value), period=point.period)

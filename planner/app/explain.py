"""Why a cell says what it says: the light's reason, where progress comes from, what a deadline means.

Sentences for tooltips and the inspector; imports only app and domain.
"""

from collections.abc import Callable, Iterator, Mapping

from planner.app.cells import SEPARATOR, Cells
from planner.app.derived import Derived
from planner.app.messages import verdict_sentence
from planner.app.tags import by_facet, shows_tags, tags_of
from planner.app.words import Words
from planner.domain.fields import FieldType
from planner.domain.items import Adjustment, Item, Measure, Unit
from planner.domain.marks import N_
from planner.domain.plan import Plan

MOST_PARTS = 8
MOST_SIGNS = 24


class Explanations:
    """Explains the cells of one plan in one language, as plain text of one or more lines."""

    def __init__(self, plan: Plan, derived: Derived, cells: Cells, words: Words) -> None:
        self._plan = plan
        self._derived = derived
        self._cells = cells
        self._words = words
        self._special: Mapping[str, Callable[[Item], str]] = {
            "light": self._light,
            "progress": self._progress,
            "due_now": self._due,
            "title": self._title,
        }

    def of(self, item: Item, key: str) -> str:
        """Return what there is to say about a cell: how it came about, or its whole content."""
        spec = item.kind.by_key.get(key)
        if shows_tags(key):
            return self._tags(item, key)
        if spec is None:
            return ""
        if special := self._special.get(key):
            return special(item)
        if spec.type is FieldType.RELATION and spec.target == "unit":
            return "\n".join(self._full_name(unit) for unit in self._cells.targets(item, spec))
        if spec.type is FieldType.RELATION:
            return "\n".join(self._cells.name(target) for target in self._cells.targets(item, spec))
        return self._cells.text(item, key)

    def _tags(self, item: Item, key: str) -> str:
        grouped = by_facet(tags_of(self._plan, item, key))
        line = self._words(N_("{facet}：{terms}"))
        return "\n".join(
            line.format(facet=facet, terms=SEPARATOR.join(texts)) for facet, texts in grouped.items()
        )

    def due_hint(self, measure: Measure, typed: str) -> str:
        """Say what typed words mean as a deadline, as “→ 2025-12-31”."""
        if not typed.strip():
            return ""
        deadline = self._derived.read_due(measure, typed)
        if reading := self._cells.reading(deadline):
            return self._words(N_("→ {reading}")).format(reading=reading)
        if deadline.needs_year:
            return self._words(N_("没有年份，算不出日期"))
        return self._words(N_("按原文保留，算不出日期"))

    def _title(self, item: Item) -> str:
        title = self._cells.text(item, "title")
        content = self._cells.text(item, "content")
        return f"{title}\n\n{content}" if content else title

    def _light(self, item: Item) -> str:
        return verdict_sentence(self._words, self._derived.verdict(item.id))

    def _progress(self, item: Item) -> str:
        progress = self._derived.progress(item.id)
        report = self._derived.latest_report(item.id)
        if progress.parts:
            return self._weighted(item.id)
        if progress.percent is None:
            return self._words(N_("没有填报，也没有可以汇总的下级举措"))
        if isinstance(item, Measure) and item.status in ("done", "closed"):
            return self._words(N_("已完成，按 100% 计"))
        if report is not None:
            return self._words(N_("按 {date} 填报：{percent}%")).format(
                date=report.date, percent=f"{progress.percent:g}"
            )
        return self._words(N_("尚未启动，按 0% 计"))

    def _weighted(self, item_id: str) -> str:
        parts = self._derived.progress_parts(item_id)
        lines = [self._words(N_("按权重：{count} 项下级举措")).format(count=len(parts))]
        lines += [
            self._words(N_("{title}：{percent}%，权重 {weight}")).format(
                title=shorten(self._cells.name(branch)), percent=f"{percent:.0f}", weight=f"{weight:g}"
            )
            for branch, weight, percent in parts[:MOST_PARTS]
        ]
        return "\n".join(lines if len(parts) <= MOST_PARTS else [*lines, "…"])

    def _due(self, item: Item) -> str:
        lines = []
        if isinstance(item, Measure) and (words := self._derived.due_words(item)):
            lines += [words, self.due_hint(item, words)]
            if self._plan.child_ids(item.id, Adjustment):
                lines.append(self._words(N_("时限已作调整，原定：{due}")).format(due=item.due))
        return "\n".join([*lines, *self._due_below(item)])

    def _due_below(self, item: Item) -> Iterator[str]:
        """Yield which of the measures below a row are due first and last."""
        spans = filter(None, map(self._derived.span, self._plan.branches(item.id)))
        ends = sorted(end for span in spans for end in (span.first, span.last))
        if not ends:
            return
        for text, (day, measure) in (
            (N_("下级最早：{date}，{title}"), ends[0]),
            (N_("下级最晚：{date}，{title}"), ends[-1]),
        ):
            yield self._words(text).format(date=day, title=shorten(self._cells.name(measure)))

    def _full_name(self, unit_id: str) -> str:
        unit = self._plan.find(unit_id)
        return unit.title if isinstance(unit, Unit) else ""


def shorten(text: str) -> str:
    """Return text short enough for a line in a list."""
    return text if len(text) <= MOST_SIGNS else f"{text[:MOST_SIGNS]}…"

"""问题—举措覆盖矩阵: which measures of each layer answer each problem and cause, and the gaps."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from planner.app.cells import SEPARATOR
from planner.app.coverage import answering, with_broader
from planner.app.facet_terms import facet_of_key, terms_in_order
from planner.domain.items import ROOT, Measure, Node, Term
from planner.domain.marks import N_
from planner.reports.source import Source
from planner.reports.table import Align, Cell, CellType, Column, Role, Row, Table, common_spans

SHEET = "coverage"
NAMES = (N_("问题覆盖矩阵"), N_("问题—举措覆盖矩阵"))

_PROBLEMS, _CAUSES = "problems", "causes"
_LAYER = Column("layer", N_("框架层"), 13, align=Align.CENTRE, group=N_("各层举措（任务序号）"))
COLUMNS = {
    "problem": Column("problem", N_("问题"), 14, align=Align.CENTRE),
    "cause": Column("cause", N_("成因"), 36),
    "layer": _LAYER,
    "count": Column("count", N_("举措数"), 8, CellType.NUMBER, Align.CENTRE),
    "tasks": Column("tasks", N_("对应举措"), 54),
}


@dataclass(frozen=True, slots=True)
class _Answer:
    """A problem with one of its causes, either of which may be missing, and the measures that answer it."""

    problem: Term | None
    cause: Term | None
    measures: tuple[str, ...]


def coverage_table(source: Source) -> Table:
    """Return the causes by problem; a problem that measures are tagged with itself has a row of its own."""
    layers = source.plan.children(ROOT, Node)
    columns = _with_layers(source.columns(SHEET, COLUMNS), layers)
    answers = list(_answers(source))
    numbers = source.numbers
    rows = [_row(source, answer, columns, numbers) for answer in answers]
    table = source.table(SHEET, NAMES, columns, rows)
    problems = [answer.problem.id if answer.problem else "" for answer in answers]
    gaps = sum(not answer.measures for answer in answers)
    notes = table.notes
    if rows:
        sentence = (
            N_("注：{count} 项中有 {gaps} 项尚无举措。") if gaps else N_("注：{count} 项均有举措对应。")
        )
        notes += (source.words(sentence).format(count=len(rows), gaps=gaps),)
    return replace(table, spans=common_spans(columns, {"problem": problems}), notes=notes)


def _with_layers(columns: tuple[Column, ...], layers: list[Node]) -> tuple[Column, ...]:
    shown: list[Column] = []
    for column in columns:
        if column.key != _LAYER.key:
            shown.append(column)
        else:
            shown += [replace(column, key=f"{_LAYER.key} {layer.id}", label=layer.title) for layer in layers]
    return tuple(shown)


def _answers(source: Source) -> Iterator[_Answer]:
    plan = source.plan
    classified = answering(plan)

    def measures(term: Term) -> tuple[str, ...]:
        return tuple(classified.get(term.id, ()))

    problems, causes = (_terms(source, key) for key in (_PROBLEMS, _CAUSES))
    belongs_to = {cause.id: with_broader(plan, [cause.id]) for cause in causes}
    for problem in problems:
        below = [cause for cause in causes if problem.id in belongs_to[cause.id]]
        if measures(problem) or not below:
            yield _Answer(problem, None, measures(problem))
        for cause in below:
            yield _Answer(problem, cause, measures(cause))
    known = {problem.id for problem in problems}
    for cause in causes:
        if known.isdisjoint(belongs_to[cause.id]):
            yield _Answer(None, cause, measures(cause))


def _terms(source: Source, key: str) -> list[Term]:
    facet = facet_of_key(source.plan, key)
    return [source.plan.get(term, Term) for term in terms_in_order(source.plan, facet)] if facet else []


def _row(
    source: Source, answer: _Answer, columns: tuple[Column, ...], numbers: Mapping[str, int | str]
) -> Row:
    plan = source.plan
    titles = [f"{numbers[row]} {plan.get(row, Measure).title}" for row in answer.measures]
    by_layer: dict[str, list[str]] = defaultdict(list)
    for row in answer.measures:
        layer = [above for above in plan.ancestors(row) if above in plan.of(Node)]
        if layer:
            by_layer[f"{_LAYER.key} {layer[-1]}"].append(str(numbers[row]))
    cells: dict[str, Cell] = {
        "problem": answer.problem.title if answer.problem else "",
        "cause": answer.cause.title if answer.cause else "",
        "count": len(answer.measures),
        "tasks": "\n".join(titles) or source.words(N_("（尚无举措）")),
        **{key: SEPARATOR.join(names) for key, names in by_layer.items()},
    }
    term = answer.cause or answer.problem
    return Row(
        tuple(cells.get(column.key) for column in columns),
        Role.ITEM if titles else Role.GAP,
        source=term.id if term else "",
    )

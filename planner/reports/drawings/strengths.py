"""Where the plan starts from: strengths with their figures, and problems with symptoms and causes."""

from collections.abc import Sequence

from planner.domain.items import ROOT, Figure, Strength, Term
from planner.domain.marks import N_
from planner.reports.drawing import Align, Box, Drawing, Fill, Pen, Rectangle, line
from planner.reports.drawings.canvas import FOOT, HEAD, MARGIN, Canvas, Style
from planner.reports.drawings.diagnosis import Problem, problems
from planner.reports.drawings.scene import Scene
from planner.reports.text_fit import width_of

WIDTH = 1188

_GOOD, _BAD = "success", "danger"
_GAP = 10
_SIDE_HEAD = 34
_STRENGTH_COLUMNS = 3
_MOST_FIGURES = 4
_FIGURE = 38
_STRENGTH_HEAD = 52
_NAME = 92
_LINE = 22


def strengths(scene: Scene) -> Drawing:
    """Draw strengths and problems; each strength, problem, symptom and cause is a spot."""
    canvas = Canvas(scene, WIDTH)
    found, faults = scene.plan.children(ROOT, Strength), problems(scene)
    title = scene.figure_title(N_("优势与问题"))
    causes = [cause for problem in faults for cause in problem.causes]
    words = scene.words
    facts = (
        words(N_("优势 {count}")).format(count=len(found)),
        words(N_("数据 {count}")).format(count=len(scene.plan.of(Figure))),
        words(N_("问题 {count}")).format(count=len(faults)),
        words(N_("表现 {count}")).format(count=sum(len(problem.symptoms) for problem in faults)),
        words(N_("成因 {count}")).format(count=len(causes)),
    )
    canvas.head(title, facts)
    if not found and not faults:
        canvas.nothing(words(N_("还没有优势和问题。填写后，这里会画出优势与问题。")))
        return canvas.drawing(title, HEAD + 240)
    left, right = Box(MARGIN, HEAD + 4, WIDTH - 2 * MARGIN, 0).columns(2, 24)
    natural = max(_strengths_height(found), _problems_height(faults))
    _strengths(canvas, Box(left.x, left.y, left.width, natural), found)
    _problems(canvas, Box(right.x, right.y, right.width, natural), faults)
    bottom = left.y + natural + FOOT + 4
    gaps = sum(1 for cause in causes if not cause.measures)
    note = words(N_("没有举措回应的成因 {count}")).format(count=gaps) if gaps else ""
    canvas.foot(bottom, note)
    return canvas.drawing(title, bottom)


def _side_head(canvas: Canvas, box: Box, text: str, role: str) -> None:
    head = Box(box.x, box.y, box.width, _SIDE_HEAD - 6)
    canvas.write(head, text, Style((19, 17), role, bold=True))
    canvas.add(line((box.x, head.bottom + 1), (box.right, head.bottom + 1), Pen(role, 2)))


def _strength_rows(found: Sequence[Strength]) -> int:
    return max(-(-len(found) // _STRENGTH_COLUMNS), 1)


def _strengths_height(found: Sequence[Strength]) -> float:
    card = _STRENGTH_HEAD + _MOST_FIGURES * _FIGURE
    return _SIDE_HEAD + _strength_rows(found) * (card + _GAP)


def _strengths(canvas: Canvas, box: Box, found: Sequence[Strength]) -> None:
    _side_head(canvas, box, canvas.scene.words(N_("优势")), _GOOD)
    rows = _strength_rows(found)
    height = (box.height - _SIDE_HEAD - _GAP * (rows - 1) - 4) / rows
    places = Box(box.x, 0, box.width, 0).columns(_STRENGTH_COLUMNS, _GAP)
    for number, strength in enumerate(found):
        place = places[number % _STRENGTH_COLUMNS]
        y = box.y + _SIDE_HEAD + 4 + number // _STRENGTH_COLUMNS * (height + _GAP)
        _strength(canvas, Box(place.x, y, place.width, height), strength)


def _strength(canvas: Canvas, box: Box, strength: Strength) -> None:
    scene = canvas.scene
    figures = scene.plan.children(strength.id, Figure)
    canvas.add(Rectangle(box, Fill(f"{_GOOD}-soft", 0.6), Pen(_GOOD, 1, opacity=0.6), 5))
    inner = box.inset(10, 6)
    name = scene.name(strength)
    title = Box(inner.x, inner.y, inner.width, _STRENGTH_HEAD - 10)
    canvas.write(title, name, Style((16, 15, 14, 13, 12), bold=True))
    room = int((box.height - _STRENGTH_HEAD) / _FIGURE)
    if figures:
        for number, figure in enumerate(figures[:room]):
            y = box.y + _STRENGTH_HEAD + number * _FIGURE
            _figure(canvas, Box(inner.x, y, inner.width, _FIGURE), figure)
    else:
        body = Box(inner.x, title.bottom + 4, inner.width, inner.bottom - title.bottom - 4)
        canvas.write(body, strength.content, Style((14, 13, 12), "text-muted"), leading=1.5)
    if len(figures) > room:
        more = scene.words(N_("另有 {count} 项")).format(count=len(figures) - room)
        canvas.write(
            Box(inner.right - 74, box.bottom - 19, 74, 16), more, Style((11,), "text-muted", Align.RIGHT)
        )
    lines = [name, strength.content, *(f"{figure_amount(figure)}　{figure.title}" for figure in figures)]
    canvas.spot(strength.id, box, name, "\n".join(text for text in lines if text))


def _figure(canvas: Canvas, box: Box, figure: Figure) -> None:
    canvas.write(
        Box(box.x, box.y, box.width, 20), figure_amount(figure), Style((16, 14, 12), _GOOD, bold=True)
    )
    dated = f"{figure.title}（{figure.date}）" if figure.date else figure.title
    canvas.write(Box(box.x, box.y + 19, box.width, 16), dated, Style((12, 11), "text-muted"))


def figure_amount(figure: Figure) -> str:
    """Return a figure with its qualifier and unit, as the source gives it."""
    gap = " " if len(figure.unit) > 1 else ""
    return f"{figure.qualifier}{figure.amount}{gap}{figure.unit}"


def _problem_lines(problem: Problem) -> int:
    return max(len(problem.symptoms), len(problem.causes), 3)


def _problems_height(faults: Sequence[Problem]) -> float:
    rows = sum(_problem_lines(problem) * _LINE + 30 + _GAP for problem in faults)
    return _SIDE_HEAD + rows


def _problems(canvas: Canvas, box: Box, faults: Sequence[Problem]) -> None:
    _side_head(canvas, box, canvas.scene.words(N_("问题")), _BAD)
    spare = (box.height - _problems_height(faults)) / max(len(faults), 1)
    y = box.y + _SIDE_HEAD + 4
    for problem in faults:
        height = _problem_lines(problem) * _LINE + 30 + min(spare, 60)
        _problem(canvas, Box(box.x, y, box.width, height), problem)
        y += height + _GAP


def _problem(canvas: Canvas, box: Box, problem: Problem) -> None:
    scene, words = canvas.scene, canvas.scene.words
    canvas.add(Rectangle(box, Fill("base"), Pen(_BAD, 1, opacity=0.5), 5))
    block = Box(box.x, box.y, _NAME, box.height)
    canvas.add(Rectangle(block, Fill(f"{_BAD}-soft"), Pen(_BAD, 1, opacity=0.5), 5))
    name = scene.name(problem.term)
    canvas.write(block.inset(10, 6), name, Style((19, 17, 15, 13), _BAD, Align.CENTRE, bold=True))
    canvas.spot(
        problem.term.id, block, name, "\n".join(text for text in (name, problem.term.content) if text)
    )
    left, right = Box(block.right + 10, box.y + 4, box.width - _NAME - 20, 20).columns(2, 12)
    canvas.write(left, words(N_("表现")), Style((13,), "text-muted", bold=True))
    canvas.write(right, words(N_("成因")), Style((13,), "text-muted", bold=True))
    top = box.y + 26
    for number, symptom in enumerate(problem.symptoms):
        _term(canvas, Box(left.x, top + number * _LINE, left.width, _LINE), symptom, None)
    for number, cause in enumerate(problem.causes):
        place = Box(right.x, top + number * _LINE, right.width, _LINE)
        _term(canvas, place, cause.term, len(cause.measures))


def _term(canvas: Canvas, box: Box, term: Term, measures: int | None) -> None:
    """Write a symptom, or a cause with the number of measures that answer it."""
    scene = canvas.scene
    name = scene.name(term)
    lacking = measures == 0
    dot = Box(box.x, box.centre[1] - 3, 6, 6)
    canvas.add(Rectangle(dot, Fill("base" if lacking else _BAD, 1 if lacking else 0.6), Pen(_BAD, 1), 3))
    sign = scene.words(N_("无举措")) if lacking else ""
    taken = min(width_of(sign, 12) + 2, box.width * 0.4)
    width = box.width - 18 - taken
    canvas.write(Box(box.x + 12, box.y, width, box.height), name, Style((13, 12, 11, 10)))
    if lacking:
        canvas.write(
            Box(box.right - taken, box.y, taken, box.height),
            sign,
            Style((12, 11), _BAD, Align.RIGHT, bold=True),
        )
    tip = name
    if measures is not None:
        tip += "\n" + scene.words(N_("举措：{count}")).format(count=measures)
    canvas.spot(term.id, box, name, tip)

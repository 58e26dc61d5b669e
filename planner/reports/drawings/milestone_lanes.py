"""The milestones of each layer as signs on the roadmap, those of one quarter stacked."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial

from planner.domain.items import ROOT, Measure, Milestone, Node
from planner.domain.lights import Light
from planner.domain.marks import N_
from planner.domain.periods import last_day
from planner.domain.plan import Plan
from planner.reports.drawing import Align, Box, Fill, Mark, Pen, Rectangle, line, polygon
from planner.reports.drawings.canvas import MARGIN, Canvas, Key, Style
from planner.reports.drawings.scene import Scene, layer_role
from planner.reports.drawings.time_axis import TimeAxis

_LABEL = 96
_SIGN = 10.0
_PITCH = 12.0
_MOST = 9
_LEAST_HEIGHT = 44


class State(Enum):
    """What has become of a milestone, and what that is called."""

    REACHED = N_("已完成")
    AHEAD = N_("未到期")
    MISSED = N_("逾期")


@dataclass(frozen=True, slots=True)
class Flag:
    """A milestone on its day."""

    milestone: Milestone
    day: date
    state: State


@dataclass(frozen=True, slots=True)
class Lanes:
    """One lane for each layer, another for what stands outside of layers: name, colour, milestones."""

    lanes: tuple[tuple[str, str, tuple[Flag, ...]], ...]

    @classmethod
    def read(cls, scene: Scene) -> "Lanes":
        """Gather the milestones that have a day."""
        flags: defaultdict[str, list[Flag]] = defaultdict(list)
        for milestone in scene.plan.in_order(Milestone):
            day = scene.derived.due_date(milestone) or (last_day(milestone.done) if milestone.done else None)
            if day is not None:
                flags[_layer(scene.plan, milestone)].append(
                    Flag(milestone, day, _state(scene, milestone, day))
                )
        lanes = [
            (scene.name(layer), layer_role(place), tuple(flags[layer.id]))
            for place, layer in enumerate(scene.layers())
            if layer.id in flags
        ]
        if ROOT in flags:
            lanes.append((scene.words(N_("框架之外")), "text-muted", tuple(flags[ROOT])))
        return cls(tuple(reversed(lanes)))

    @property
    def days(self) -> list[date]:
        """The days of all milestones."""
        return [flag.day for _, _, flags in self.lanes for flag in flags]

    @property
    def count(self) -> int:
        """How many milestones there are."""
        return len(self.days)

    def keys(self, canvas: Canvas) -> list[Key]:
        """Return the explanations of the signs, with how many there are of each."""
        found = Counter(flag.state for _, _, flags in self.lanes for flag in flags)
        words = canvas.scene.words
        return [
            (
                partial(_sign, canvas, state, "text-muted"),
                words(N_("{state} {count}")).format(state=words(state.value), count=found[state]),
            )
            for state in State
            if found[state]
        ]

    def draw(self, canvas: Canvas, axis: TimeAxis, top: float) -> float:
        """Draw the lanes from `top` on and return where they end."""
        for name, role, flags in self.lanes:
            stacks = _stacks(flags)
            highest = min(max(map(len, stacks.values())), _MOST)
            box = Box(MARGIN, top, canvas.width - 2 * MARGIN, max(highest * _PITCH + 20, _LEAST_HEIGHT))
            canvas.add(Rectangle(Box(box.x, box.y + 3, box.width, box.height - 6), Fill(role, 0.07), None, 5))
            label = Box(box.x + 10, box.y, _LABEL - 18, box.height)
            canvas.write(label, name, Style((16, 14, 13, 12), role, bold=True))
            base = box.bottom - 10
            canvas.add(
                line((box.x + _LABEL, base + 2), (box.right - 10, base + 2), Pen(role, 1, opacity=0.4))
            )
            for quarter, stack in stacks.items():
                _stack(canvas, axis.place(quarter), base, stack, role)
            top = box.bottom
        return top


def _stacks(flags: Sequence[Flag]) -> dict[date, list[Flag]]:
    """Return the milestones by the end of their quarter; what was reached lies at the bottom."""
    stacks: defaultdict[date, list[Flag]] = defaultdict(list)
    for flag in sorted(flags, key=lambda flag: [*State].index(flag.state)):
        quarter = (flag.day.month + 2) // 3
        stacks[last_day(f"{flag.day.year}-Q{quarter}")].append(flag)
    return stacks


def _stack(canvas: Canvas, x: float, base: float, flags: Sequence[Flag], role: str) -> None:
    shown = flags if len(flags) <= _MOST else flags[: _MOST - 1]
    for number, flag in enumerate(shown):
        box = Box(x - _SIGN / 2, base - (number + 1) * _PITCH + 2, _SIGN, _SIGN)
        _sign(canvas, flag.state, role, box)
        scene = canvas.scene
        name, measure = scene.name(flag.milestone), scene.name(scene.plan[flag.milestone.parent])
        state = scene.words(flag.state.value)
        canvas.spot(
            flag.milestone.id, box, name, "\n".join((name, f"{flag.day.isoformat()} {state}", measure))
        )
    if len(shown) < len(flags):
        more = Box(x - 14, base - _MOST * _PITCH, 28, _PITCH)
        canvas.write(more, f"+{len(flags) - len(shown)}", Style((11,), role, Align.CENTRE, bold=True))


def _sign(canvas: Canvas, state: State, role: str, box: Box) -> None:
    if state is State.MISSED:
        canvas.add(Mark(box.inset(-1), Light.RED))
        return
    (x, y), half = box.centre, box.width / 2
    fill = Fill(role) if state is State.REACHED else Fill("base")
    corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
    canvas.add(polygon(corners, fill, Pen(role, 1.3)))


def _state(scene: Scene, milestone: Milestone, day: date) -> State:
    if milestone.done:
        return State.REACHED
    measure = scene.plan.get(milestone.parent, Measure)
    over = measure.status in ("done", "closed", "cancelled")
    return State.MISSED if day < scene.derived.today and not over else State.AHEAD


def _layer(plan: Plan, milestone: Milestone) -> str:
    """Return the id of the layer under which a milestone stands, `ROOT` for none."""
    *_, top = (milestone.parent, *plan.ancestors(milestone.parent))
    return top if isinstance(plan[top], Node) else ROOT

"""Opens every dialog of a window on the plan that it shows: for pictures, and for tests that look at each.

What an action asks is opened by the action itself, so that a new dialog is here as soon as it has one.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from planner.app.commands.edit import set_field
from planner.app.log import Entry
from planner.app.plan_store import Match, Recoverable
from planner.app.usage import in_use
from planner.domain.items import Unit
from planner.domain.plan import Plan
from planner.gui.actions import ACTIONS
from planner.gui.context import Context
from planner.gui.desk import Desk
from planner.gui.dialogs.crashed import tell_crash
from planner.gui.dialogs.questions import Questions
from planner.gui.dialogs.recovery import ask_recovery
from planner.gui.dialogs.removal import confirm_removal
from planner.gui.main_window import MainWindow
from planner.gui.owners.merging import ask_kept
from planner.gui.views.checks.reason import ask_reason

Opening = Callable[[], object]
"""Opens a dialog; it may come back at once or when the dialog has closed."""

_SYSTEM_S_OWN = frozenset(("open", "save_as"))
"""Actions that ask with a dialog of the system."""

_WITHOUT_DOTS = ("options", "shortcuts", "about", "palette", "periods", "compare", "passages")
_FOREIGN_TABLE = "任务\t责任人\t完成时限\n一、夯实基础\t\t\n（一）制定条例\t张三\t适当时候\n"


def openings(window: MainWindow, desk: Desk) -> Mapping[str, Opening]:
    """Return what opens each dialog, by name; rows of the tree must be selected."""
    asking = [row.id for row in ACTIONS if "…" in row.text and row.id not in _SYSTEM_S_OWN]
    context, plan = window.context, desk.bridge.plan
    words, cells = context.words, desk.bridge.cells
    questions = Questions(window, words)
    units = list(plan.of(Unit).values())
    found: dict[str, Opening] = {name: partial(window.trigger, name) for name in (*asking, *_WITHOUT_DOTS)}
    found |= {
        "paste": partial(_paste, window),
        "before_closing": partial(questions.before_closing, plan.head.title),
        "refusal": partial(
            questions.choose, words("无法打开“{name}”").format(name="a.plan"), "", [words("抢救内容")]
        ),
        "crash": partial(tell_crash, words, context.services.folders.log),
        "recovery": partial(ask_recovery, _unsaved(context, plan), words, window),
        "waiver": partial(ask_reason, words, plan.head.title, window),
    }
    if use := in_use(plan, (unit.id for unit in units[:1]), words, cells):
        found["removal"] = partial(confirm_removal, words, use, window)
    if len(units) > 1:
        found["merging"] = partial(ask_kept, words, units[:3], window)
    return found


def while_open(opening: Opening, look: Callable[[QWidget], None]) -> bool:
    """Open a dialog, look at it and cancel it; says whether there was one."""
    before = _shown()
    seen = []

    def catch() -> None:
        for dialog in _shown() - before:
            seen.append(dialog)
            look(dialog)
            dialog.reject() if isinstance(dialog, QDialog) else dialog.close()

    QTimer.singleShot(0, catch)
    opening()
    QApplication.processEvents()
    if not seen:
        catch()
    return bool(seen)


def _shown() -> set[QWidget]:
    return {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}


def _unsaved(context: Context, plan: Plan) -> Recoverable:
    """Return edits as a program that ended unexpectedly leaves them."""
    clock = context.services.clock
    retitled = set_field(plan, plan.head.id, "title", f"{plan.head.title}…", clock.today())
    entries = (Entry.of(1, retitled),)
    when = clock.now().isoformat()
    return Recoverable(context.services.folders.state, None, plan.head.title, when, entries, True, Match.GONE)


def _paste(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(_FOREIGN_TABLE)
    window.trigger("paste")

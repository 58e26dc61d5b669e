"""The print preview of the example plan, its printer answered by the test."""

from datetime import date

import pytest

from planner import bootstrap
from planner.app.document import Content
from planner.gui.print_preview.dialog import Printed, PrintPreview
from planner.gui.print_preview.subject_form import Selection

TODAY = date(2026, 6, 1)
NOTHING = Selection()


class Printer:
    """Answers the system's print dialog: prints into a file, or not at all."""

    def __init__(self, path):
        self.path = path
        self.asked = []
        self.agrees = True

    def __call__(self, printer, _parent):
        self.asked.append(printer)
        printer.setOutputFileName(str(self.path))
        return self.agrees


@pytest.fixture
def printer(tmp_path):
    return Printer(tmp_path / "printed.pdf")


@pytest.fixture(scope="session")
def example():
    return bootstrap.make_plan("example")


@pytest.fixture
def previewed(qtbot, context, printer, tmp_path):
    """Open a preview of a plan and wait until its pages are there."""
    opened = []

    def open_preview(plan, selection=NOTHING):
        content = Content(plan, "plan-id", created="2026-03-01T08:00:00+00:00")
        dialog = PrintPreview(Printed(content, selection, TODAY, tmp_path), context, None, printer)
        opened.append(dialog)
        with qtbot.waitSignal(dialog.ready, timeout=20_000):
            pass
        dialog.open()
        return dialog

    yield open_preview
    for dialog in opened:
        dialog.close()


def choose(qtbot, dialog, **chosen):
    """Choose in the form of the subject and wait for the pages."""
    with qtbot.waitSignal(dialog.ready, timeout=20_000):
        for name, code in chosen.items():
            combo = getattr(dialog.subject, name)
            assert combo.findData(code) >= 0, (name, code)
            combo.setCurrentIndex(combo.findData(code))

"""The print preview as a person uses it: choosing, looking, saving, printing."""

import json
from dataclasses import replace

import pytest
from docx import Document
from pypdf import PdfReader
from PySide6.QtCore import Qt

from planner.domain.items import Measure, Node, PlanHead
from planner.domain.plan import Plan
from planner.gui.print_preview.choices import SETTING, Reach
from planner.gui.print_preview.dialog import PrintPreview
from planner.gui.print_preview.page_view import Fit
from planner.gui.print_preview.subject_form import Selection
from planner.reports.page_choices import Lie, MarginChoice
from planner.reports.paper import NumberStyle
from planner.reports.status.sheets import STATUS_SHEETS
from tests.gui.print_preview.conftest import choose


def pages_of(dialog):
    return len(dialog.work.laying.places)


def written(qtbot, dialog, paths):
    with qtbot.waitSignal(dialog.written, timeout=30_000) as told:
        dialog.write(paths)
    return told.args[0]


def text_of(path):
    return "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)


def test_ctrl_p_opens_the_preview_of_the_plan_with_what_is_selected(qtbot, window):
    window.files.new("example")
    tree = window.desk.panes.tree
    tree.select(next(iter(window.desk.bridge.plan.of(Measure))))
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(PrintPreview)
    assert dialog.subject.wanted().reach is Reach.SELECTED
    qtbot.waitUntil(lambda: dialog.work.complete, timeout=20_000)
    assert len(dialog.work.reports) == 1
    dialog.close()


@pytest.mark.parametrize("sheet", [sheet.key for sheet in STATUS_SHEETS])
def test_every_sheet_is_shown(qtbot, previewed, example, sheet):
    dialog = previewed(example)
    if dialog.subject.sheet.currentData() != sheet:
        choose(qtbot, dialog, sheet=sheet)
    assert dialog.state.text.text() == ""
    assert dialog.work.complete
    assert pages_of(dialog) > 0
    assert not dialog.grab().isNull()


def test_paper_and_margins_are_followed_and_remembered_for_the_sheet(qtbot, previewed, example, context):
    dialog = previewed(example)
    choose(qtbot, dialog, sheet="workplan")
    with qtbot.waitSignal(dialog.ready, timeout=20_000):
        page = dialog.page
        page.paper.setCurrentIndex(page.paper.findData("A3"))
        page.lie.setCurrentIndex(page.lie.findData(Lie.PORTRAIT.value))
        page.margin.setCurrentIndex(page.margin.findData(MarginChoice.OWN.value))
        page.margins[0].setValue(40)
        page.numbers.setCurrentIndex(page.numbers.findData(NumberStyle.OF_TOTAL.value))
        page.header.setText("内部资料")
        page.header.textEdited.emit("内部资料")
    shown = dialog.work.laying.documents[0].pages[0]
    assert shown.size == (297, 420)
    assert shown.setup.margins.top == 40
    assert shown.setup.header == "内部资料"
    choose(qtbot, dialog, sheet="duty")
    assert dialog.page.choices().paper == ""
    again = previewed(example)
    assert again.subject.sheet.currentData() == "duty"
    choose(qtbot, again, sheet="workplan")
    assert again.page.choices().paper == "A3"
    assert again.work.laying.documents[0].size(0) == (297, 420)


def test_choices_of_another_version_are_left_out(previewed, example, context):
    kept = {"last": "nothing", "measure": {"paper": "C7", "scale": "big", "margins": [1, "x"], "new": 1}}
    context.settings.set(SETTING, json.dumps(kept))
    dialog = previewed(example)
    assert dialog.subject.sheet.currentData() == "measure"
    assert dialog.page.choices().paper == ""
    assert dialog.page.choices().scale == 100


def test_smaller_letters_take_fewer_pages(qtbot, previewed, example):
    dialog = previewed(example)
    choose(qtbot, dialog, sheet="workplan")
    before = pages_of(dialog)
    with qtbot.waitSignal(dialog.ready, timeout=20_000):
        dialog.page.scale.setValue(70)
    assert pages_of(dialog) < before


def test_one_file_of_each_form_is_written(qtbot, previewed, example, tmp_path):
    dialog = previewed(example)
    choose(qtbot, dialog, sheet="brief")
    for ending in (".pdf", ".docx", ".html"):
        outcome = written(qtbot, dialog, [tmp_path / f"简报{ending}"])
        assert outcome.error is None
        assert outcome.paths == (tmp_path / f"简报{ending}",)
    assert "简报" in text_of(tmp_path / "简报.pdf")
    assert any("简报" in paragraph.text for paragraph in Document(tmp_path / "简报.docx").paragraphs)
    assert "简报.docx" not in dialog.state.text.text()


def test_each_unit_has_a_file_of_its_own(qtbot, previewed, example, tmp_path, monkeypatch):
    dialog = previewed(example)
    choose(qtbot, dialog, sheet="duty", reach=Reach.EACH_UNIT.value)
    whole = dialog.work.reports
    assert len(whole) == 1
    with qtbot.waitSignal(dialog.ready, timeout=20_000):
        dialog.subject.apart.setChecked(True)
    count = len(dialog.work.reports)
    assert count > 20
    monkeypatch.setattr(
        "planner.gui.print_preview.dialog.QFileDialog.getExistingDirectory",
        lambda *_args: str(tmp_path),
    )
    with qtbot.waitSignal(dialog.written, timeout=60_000):
        dialog.save(".pdf")
    files = list(tmp_path.glob("*.pdf"))
    assert len(files) == count
    assert all("—1—" in text_of(file) for file in files[:3])


def test_a_range_of_pages_is_written_and_printed(qtbot, previewed, example, tmp_path, printer):
    dialog = previewed(example)
    choose(qtbot, dialog, sheet="workplan")
    dialog.ranges.setText("2-3,5")
    written(qtbot, dialog, [tmp_path / "部分.pdf"])
    assert [page for page in range(1, 9) if f"—{page}—" in text_of(tmp_path / "部分.pdf")] == [2, 3, 5]
    with qtbot.waitSignal(dialog.written, timeout=30_000):
        dialog.print_pages()
    assert len(PdfReader(printer.path).pages) == 3


def test_the_printer_gets_each_page_on_its_own_paper(qtbot, previewed, example, printer):
    dialog = previewed(example)
    choose(qtbot, dialog, sheet="report")
    dialog.copies.setValue(2)
    with qtbot.waitSignal(dialog.written, timeout=30_000) as told:
        dialog.print_pages()
    assert told.args[0].error is None
    assert printer.asked[0].copyCount() == 2
    boxes = (page.mediabox for page in PdfReader(printer.path).pages)
    sizes = {(round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) for box in boxes}
    assert sizes == {(210, 297), (297, 210)}
    assert "实施情况报告" in text_of(printer.path)


def test_nothing_is_printed_where_the_person_does_not_go_on(previewed, example, printer):
    dialog = previewed(example)
    printer.agrees = False
    dialog.print_pages()
    assert not printer.path.exists()
    assert dialog.work.complete


def test_stopping_keeps_the_files_that_are_whole(qtbot, previewed, example, tmp_path):
    dialog = previewed(example)
    with qtbot.waitSignal(dialog.ready, timeout=20_000):
        dialog.subject.apart.setChecked(True)
    paths = [tmp_path / f"{number}.pdf" for number in range(len(dialog.work.reports))]
    with qtbot.waitSignal(dialog.written, timeout=30_000) as told:
        dialog.write(paths)
        dialog.state.stop.click()
    assert told.args[0].cancelled
    assert len(told.args[0].paths) < len(paths)
    for path in told.args[0].paths:
        assert PdfReader(path).pages


def test_stopping_the_layout_leaves_what_there_is_and_writes_nothing(qtbot, previewed, example):
    dialog = previewed(example)
    dialog.subject.sheet.setCurrentIndex(dialog.subject.sheet.findData("duty"))
    qtbot.waitUntil(lambda: dialog.work.laying.busy and pages_of(dialog) > 0, timeout=20_000)
    dialog.state.stop.click()
    assert "已停止" in dialog.state.text.text()
    assert not dialog.work.complete


def test_a_plan_without_such_a_matter_says_so(qtbot, previewed):
    layer = Node("n", "", "V", title="筑基")
    plan = Plan([PlanHead("plan", title="计划"), layer, Measure("m", "n", "V", title="举措")])
    dialog = previewed(plan)
    choose(qtbot, dialog, sheet="duban")
    assert "没有可以打印的内容" in dialog.state.text.text()
    assert not dialog.work.complete


def test_a_branch_is_printed_alone(qtbot, previewed, example):
    branch = next(node for node in example.of(Node).values() if node.parent)
    dialog = previewed(example, Selection((), branch.id, branch.title))
    choose(qtbot, dialog, sheet="workplan")
    whole = pages_of(dialog)
    choose(qtbot, dialog, reach=Reach.BRANCH.value)
    assert pages_of(dialog) < whole


def test_a_sheet_in_english_has_the_fonts_of_its_style(qtbot, previewed, example):
    dialog = previewed(example)
    choose(qtbot, dialog, sheet="brief")
    chinese = dialog.work.laying.documents[0].served
    choose(qtbot, dialog, language="en")
    english = dialog.work.laying.documents[0].served
    assert {font.wanted for font in english} != {font.wanted for font in chinese}


def test_pages_are_walked_and_enlarged(qtbot, previewed, example):
    dialog = previewed(example)
    choose(qtbot, dialog, sheet="report")
    dialog.resize(1180, 600)
    view = dialog.preview.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 1
    assert dialog.preview.number.value() == 2
    assert dialog.preview.thumbnails.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == pages_of(dialog) - 1
    dialog.preview.number.setValue(3)
    assert view.page == 2
    small = view.zoom
    view.set_fit(Fit.WIDTH)
    assert view.zoom > small
    before = view.zoom
    view.step_zoom(1)
    assert view.zoom == pytest.approx(before * 1.2)
    assert view.page == 2


def test_markup_in_titles_is_shown_as_it_is(qtbot, previewed):
    title = "<b>题</b>"
    layer = Node("n", "", "V", title=title)
    plan = Plan([PlanHead("plan", title=title), layer, replace(Measure("m", "n", "V"), title=title)])
    dialog = previewed(plan, Selection((), "n", title))
    choose(qtbot, dialog, sheet="workplan")
    assert title in dialog.subject.reach.itemText(1)
    assert dialog.work.complete

"""The pages of the preset editor with a row for each value: fonts, colours, paper, title block."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from planner.app.words import Words
from planner.domain.items import ROOT, Node
from planner.domain.marks import N_
from planner.domain.plan import Plan
from planner.gui.dialogs.form import plain_label
from planner.gui.presets.bound import (
    ColourButton,
    bound_check,
    bound_choice,
    bound_line,
    bound_names,
    bound_number,
)
from planner.gui.presets.draft import Draft
from planner.reports.preset import PAPERS, PageNumbers

_PARTS = {
    "title": N_("标题"),
    "heading": N_("表头"),
    "body": N_("正文"),
    "note": N_("注释"),
    "page_number": N_("页码"),
    "attachment": N_("附件标签"),
}
_COLOURS = {
    "heading": N_("表头底色"),
    "band": N_("分组行底色"),
    "total": N_("合计行底色"),
    "border": N_("框线"),
    "muted": N_("空缺提示"),
}
_NUMBERS = {
    PageNumbers.OF_TOTAL: N_("第 1 页 共 9 页"),
    PageNumbers.DASHES: N_("— 1 —"),
    PageNumbers.NONE: N_("不编页码"),
}
_EDGES = {"top": N_("上"), "bottom": N_("下"), "left": N_("左"), "right": N_("右")}
_ORIENTATIONS = {"portrait": N_("纵向页边距"), "landscape": N_("横向页边距")}


def fonts_page(draft: Draft, words: Words) -> QWidget:
    """Make the page of fonts: families, the preferred one first, sizes, and the height of rows."""
    page, table = QWidget(), QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(10)
    for line, (part, label) in enumerate(_PARTS.items()):
        name = words(label)
        grid.addWidget(QLabel(name), line, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(bound_names(draft, ("fonts", part, "families"), name), line, 1)
        size = bound_number(draft, ("fonts", part, "size"), (5, 72), words(N_("磅")), name)
        grid.addWidget(size, line, 2)
        grid.addWidget(bound_check(draft, ("fonts", part, "bold"), words(N_("加粗"))), line, 3)
    grid.setColumnStretch(1, 1)
    rows = _form(page)
    rows.addRow(plain_label(words(N_("字体可写几个，用顿号隔开，靠前的优先。")), "muted"))
    rows.addRow(table)
    height = bound_number(draft, ("row_height",), (8, 120), words(N_("磅")), words(N_("最小行高")))
    rows.addRow(words(N_("最小行高")), height)
    return page


def colours_page(draft: Draft, plan: Plan, words: Words) -> QWidget:
    """Make the page of colours: those of the plan's layers in their order, and of the parts of a table."""
    page = QWidget()
    rows = _form(page)
    layers = plan.children(ROOT, Node)
    for place in range(len(draft.get("colours", "layers"))):
        title = layers[place].title if place < len(layers) else ""
        text = words(N_("第 {number} 层 {title}")).format(number=place + 1, title=title).strip()
        rows.addRow(text, ColourButton(draft, ("colours", "layers", place), text))
    for key, label in _COLOURS.items():
        rows.addRow(words(label), ColourButton(draft, ("colours", key), words(label)))
    return page


def paper_page(draft: Draft, words: Words) -> QWidget:
    """Make the page of the paper: its size, its margins, what runs over all pages."""
    page = QWidget()
    rows = _form(page)
    sizes = ((paper.value, paper.value) for paper in PAPERS)
    rows.addRow(words(N_("纸张大小")), bound_choice(draft, ("paper", "size"), sizes, words(N_("纸张大小"))))
    for orientation, label in _ORIENTATIONS.items():
        rows.addRow(words(label), _margins(draft, orientation, words))
    running = words(N_("可写 {title}、{date}"))
    rows.addRow(words(N_("页眉")), bound_line(draft, ("header",), words(N_("页眉")), running))
    rows.addRow(words(N_("页脚")), bound_line(draft, ("footer",), words(N_("页脚")), running))
    numbers = ((code.value, words(text)) for code, text in _NUMBERS.items())
    rows.addRow(words(N_("页码")), bound_choice(draft, ("page_numbers",), numbers, words(N_("页码"))))
    return page


def block_page(draft: Draft, words: Words) -> QWidget:
    """Make the page of the title block: label, title, issuer and date."""
    page = QWidget()
    rows = _form(page)
    label, title = words(N_("附件标签")), words(N_("标题"))
    hint = words(N_("如“附件{number}”，留空不写"))
    rows.addRow(label, bound_line(draft, ("block", "attachment"), label, hint))
    usual = words(N_("通常为 {plan}{table}"))
    rows.addRow(title, bound_line(draft, ("block", "title"), title, usual))
    rows.addRow("", bound_check(draft, ("block", "issuer"), words(N_("左边写编制单位"))))
    rows.addRow("", bound_check(draft, ("block", "dated"), words(N_("右边写截止日期"))))
    explained = N_("{number} 是工作表在附件中的序号，{plan} 是计划名称，{table} 是表名。")
    rows.addRow(plain_label(words(explained), "muted"))
    return page


def scrolled(page: QWidget) -> QScrollArea:
    """Let a page be scrolled where the window is low."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area


def _margins(draft: Draft, orientation: str, words: Words) -> QWidget:
    area = QWidget()
    grid = QGridLayout(area)
    grid.setContentsMargins(0, 0, 0, 0)
    for place, (edge, label) in enumerate(_EDGES.items()):
        line, column = divmod(place, 2)
        name = f"{words(_ORIENTATIONS[orientation])} {words(label)}"
        box = bound_number(draft, ("paper", orientation, edge), (0, 100), words(N_("毫米")), name)
        box.setDecimals(0)
        grid.addWidget(QLabel(words(label)), line, 2 * column, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(box, line, 2 * column + 1)
    grid.setColumnStretch(4, 1)
    return area


def _form(page: QWidget) -> QFormLayout:
    rows = QFormLayout(page)
    rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    rows.setHorizontalSpacing(12)
    rows.setVerticalSpacing(12)
    return rows

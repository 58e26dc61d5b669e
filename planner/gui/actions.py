"""The table of actions: everything that a person can tell the program to do, one row each.

Menus, tool bar, shortcuts and their help are read from here. A handler is `part.method`, with further parts
between where there are any, looked up when the action is triggered among the parts that the window names (see
`planner.gui.action_set`).
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence

from planner.domain.marks import N_
from planner.gui.help.topics import TOPICS, Section
from planner.gui.situation import (
    Need,
    always,
    below_layer,
    can_redo,
    can_undo,
    editable,
    measure_editable,
    plan_open,
    row_editable,
    row_selected,
)
from planner.gui.views.table import VIEWS

Key = QKeySequence.StandardKey


class Menu(StrEnum):
    """The menus of the menu bar, in their order, and the one of help pages that lies in the last."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    INSERT = "insert"
    TOOLS = "tools"
    HELP = "help"
    PAGES = "pages"


MENU_TEXTS = {
    Menu.FILE: N_("文件(&F)"),
    Menu.EDIT: N_("编辑(&E)"),
    Menu.VIEW: N_("视图(&V)"),
    Menu.INSERT: N_("插入(&I)"),
    Menu.TOOLS: N_("工具(&T)"),
    Menu.HELP: N_("帮助(&H)"),
    Menu.PAGES: N_("帮助主题(&T)"),
}

MENU_PATHS = {menu: (menu,) for menu in Menu} | {Menu.PAGES: (Menu.HELP, Menu.PAGES)}
"""Through which menus each is reached."""

_SECTIONS = tuple(Section)


@dataclass(frozen=True, slots=True)
class Action:
    """One row: id, text with access key, handler, menu, group in the menu, when it can be used, its keys.

    `toolbar` and `context` are its places in the tool bar and in the menu of a row, tens for groups, 0 for
    none. `argument` goes to the handler, or
    the state of a checkable action. The keys of an action `in_tree` act there only: single keys must not
    reach beyond. What the part `rows` does is done in the list too.
    """

    id: str
    text: str
    handler: str
    menu: Menu
    group: int
    enabled: Need = always
    keys: tuple[Key | str, ...] = ()
    icon: str = ""
    toolbar: int = 0
    context: int = 0
    argument: str = ""
    in_tree: bool = False
    checkable: bool = False


# fmt: off
ACTIONS: tuple[Action, ...] = (
    Action("new", N_("新建空白计划(&N)"), "files.new", Menu.FILE, 1,
           keys=(Key.New, "Ctrl+N"), icon="new", argument="blank", toolbar=11),
    Action("new_from_template", N_("从上海框架模板新建(&T)"), "files.new", Menu.FILE, 1,
           icon="template", argument="shanghai"),
    Action("open_example", N_("打开示例计划(&E)"), "files.new", Menu.FILE, 1,
           icon="example", argument="example"),
    Action("open", N_("打开(&O)…"), "files.open", Menu.FILE, 2,
           keys=(Key.Open, "Ctrl+O"), icon="open", toolbar=12),
    Action("save", N_("保存(&S)"), "files.save", Menu.FILE, 3, editable,
           keys=(Key.Save, "Ctrl+S"), icon="save", toolbar=13),
    Action("save_as", N_("另存为(&A)…"), "files.save_as", Menu.FILE, 3, plan_open,
           keys=(Key.SaveAs, "Ctrl+Shift+S"), icon="save-as"),
    Action("plan_head", N_("计划信息(&I)"), "desk.show_head", Menu.FILE, 3, plan_open, icon="plan"),
    Action("export", N_("导出(&X)…"), "exporter.show", Menu.FILE, 4, plan_open,
           keys=("Ctrl+Shift+E",), icon="export-excel", toolbar=61),
    Action("edit_layout", N_("编辑导出版式(&L)…"), "exporter.edit_layout", Menu.FILE, 4, editable,
           icon="columns"),
    Action("print", N_("打印和预览(&P)…"), "desk.beside.show_print", Menu.FILE, 4, plan_open,
           keys=(Key.Print, "Ctrl+P"), icon="print", toolbar=62),
    Action("close", N_("关闭计划(&C)"), "files.close", Menu.FILE, 5, plan_open,
           keys=("Ctrl+W", Key.Close), icon="close"),
    Action("quit", N_("退出(&Q)"), "shell.quit", Menu.FILE, 5,
           keys=(Key.Quit, "Ctrl+Q"), icon="quit"),

    Action("undo", N_("撤销(&U)"), "desk.undo", Menu.EDIT, 1, can_undo,
           keys=(Key.Undo, "Ctrl+Z"), icon="undo", toolbar=21),
    Action("redo", N_("重做(&R)"), "desk.redo", Menu.EDIT, 1, can_redo,
           keys=(Key.Redo, "Ctrl+Y", "Ctrl+Shift+Z"), icon="redo", toolbar=22),
    Action("cut", N_("剪切(&T)"), "rows.clipboard.cut", Menu.EDIT, 2, row_editable,
           keys=(Key.Cut, "Ctrl+X"), icon="cut", context=21, in_tree=True),
    Action("copy", N_("复制(&C)"), "rows.clipboard.copy", Menu.EDIT, 2, row_selected,
           keys=(Key.Copy, "Ctrl+C"), icon="copy", context=22, in_tree=True),
    Action("copy_with_headings", N_("连同表头复制(&H)"), "rows.clipboard.copy_with_headings", Menu.EDIT, 2,
           row_selected, keys=("Ctrl+Shift+C",), in_tree=True),
    Action("copy_official", N_("复制为公文表格(&Y)"), "exporter.copy_table", Menu.EDIT, 2, row_selected,
           icon="copy"),
    Action("copy_picture", N_("复制为图片(&W)"), "exporter.copy_picture", Menu.EDIT, 2, row_selected),
    Action("paste", N_("粘贴(&V)"), "rows.clipboard.paste", Menu.EDIT, 2, editable,
           keys=(Key.Paste, "Ctrl+V"), icon="paste", context=23, in_tree=True),
    Action("select_all", N_("全选(&A)"), "rows.selectAll", Menu.EDIT, 2, plan_open,
           keys=(Key.SelectAll, "Ctrl+A"), in_tree=True),
    Action("edit_cell", N_("修改(&M)"), "rows.edit_current", Menu.EDIT, 3, row_editable,
           keys=("F2",), icon="edit", context=11, in_tree=True),
    Action("remove", N_("删除(&D)"), "rows.remove_selected", Menu.EDIT, 3, row_editable,
           keys=("Del",), icon="delete", toolbar=33, context=61, in_tree=True),
    Action("duplicate", N_("创建副本(&B)"), "rows.bulk.duplicate", Menu.EDIT, 4, row_editable,
           keys=("Ctrl+Shift+D",), icon="duplicate", context=51, in_tree=True),
    Action("fill_down", N_("向下填充(&L)"), "rows.bulk.fill_down", Menu.EDIT, 4, row_editable,
           keys=("Ctrl+D",), context=52, in_tree=True),
    Action("set_field", N_("批量修改(&E)…"), "rows.bulk.set_field", Menu.EDIT, 4, row_editable,
           keys=("Ctrl+Shift+F2",), icon="list", context=53, in_tree=True),
    Action("tags", N_("标签(&J)…"), "rows.bulk.set_tags", Menu.EDIT, 4, measure_editable,
           keys=("Ctrl+Alt+G",), icon="term", context=55, in_tree=True),
    Action("sort", N_("排序(&S)…"), "tree.bulk.ask_sort", Menu.EDIT, 4, editable,
           icon="sort", context=54),
    Action("indent", N_("降一级(&I)"), "tree.indent", Menu.EDIT, 5, measure_editable,
           keys=("Alt+Shift+Right",), icon="indent", toolbar=42, context=42, in_tree=True),
    Action("outdent", N_("升一级(&O)"), "tree.outdent", Menu.EDIT, 5, measure_editable,
           keys=("Alt+Shift+Left",), icon="outdent", toolbar=41, context=41, in_tree=True),
    Action("move_up", N_("上移(&P)"), "tree.move_up", Menu.EDIT, 5, row_editable,
           keys=("Alt+Shift+Up",), icon="move-up", toolbar=43, context=43, in_tree=True),
    Action("move_down", N_("下移(&N)"), "tree.move_down", Menu.EDIT, 5, row_editable,
           keys=("Alt+Shift+Down",), icon="move-down", toolbar=44, context=44, in_tree=True),
    Action("find", N_("筛选(&F)"), "desk.focus_filter", Menu.EDIT, 6, plan_open,
           keys=(Key.Find, "Ctrl+F"), icon="search"),
    Action("conditions", N_("按条件筛选(&G)"), "looking.show_conditions", Menu.EDIT, 6, plan_open,
           keys=("Ctrl+Shift+F",), icon="filter"),
    Action("replace", N_("查找和替换(&K)…"), "desk.beside.show_replace", Menu.EDIT, 6, plan_open,
           keys=("Ctrl+H",), icon="replace"),

    *(
        Action(f"view_{view.id}", view.text, "desk.show_view", Menu.VIEW, 1, plan_open,
               keys=(f"Ctrl+{number}",), icon=view.icon, argument=view.id)
        for number, view in enumerate(VIEWS, 1)
    ),
    Action("expand_all", N_("全部展开(&E)"), "tree.expand_all", Menu.VIEW, 2, plan_open,
           icon="expand-all", toolbar=51),
    Action("collapse_all", N_("全部收起(&C)"), "tree.collapse_all", Menu.VIEW, 2, plan_open,
           icon="collapse-all", toolbar=52),
    Action("show_inspector", N_("详情窗格(&D)"), "desk.docks.show_inspector", Menu.VIEW, 3, plan_open,
           keys=("F4",), icon="inspector", toolbar=71, checkable=True),
    Action("show_indicators", N_("指标窗格(&I)"), "desk.docks.show_indicators", Menu.VIEW, 3, plan_open,
           keys=("Ctrl+Shift+I",), icon="indicator", toolbar=72, checkable=True),
    Action("columns", N_("选择列(&H)…"), "looking.choose_columns", Menu.VIEW, 4, plan_open, icon="columns"),
    Action("save_view", N_("保存当前视图(&S)…"), "looking.save", Menu.VIEW, 4, editable, icon="bookmark"),
    Action("next_pane", N_("下一窗格(&N)"), "desk.next_pane", Menu.VIEW, 4, plan_open, keys=("F6",)),
    Action("reset_layout", N_("恢复默认布局(&R)"), "desk.docks.reset", Menu.VIEW, 4, plan_open,
           icon="refresh"),

    Action("add_layer", N_("框架层(&L)"), "tree.add", Menu.INSERT, 1, editable,
           icon="add-layer", argument="layer"),
    Action("add_component", N_("要素(&C)"), "tree.add", Menu.INSERT, 1, below_layer,
           icon="add-component", argument="component"),
    Action("add_measure", N_("同级举措(&M)"), "tree.add_sibling", Menu.INSERT, 2, editable,
           keys=("Ins",), icon="add-measure", toolbar=31, context=31, in_tree=True),
    Action("add_above", N_("上方同级举措(&A)"), "tree.add_above", Menu.INSERT, 2, editable,
           keys=("Shift+Return", "Shift+Enter"), context=32, in_tree=True),
    Action("add_sub_measure", N_("下级举措(&S)"), "tree.add_child", Menu.INSERT, 2, row_editable,
           keys=("Alt+Ins",), icon="add-sub-measure", toolbar=32, context=33, in_tree=True),

    Action("adjust_deadline", N_("调整完成时限(&D)…"), "follow_up.adjust_deadline", Menu.INSERT, 3,
           measure_editable, keys=("Ctrl+Alt+D",), icon="deadline", context=12),
    Action("report_progress", N_("填报进展(&R)…"), "follow_up.report_progress", Menu.INSERT, 3,
           measure_editable, keys=("Ctrl+Alt+R",), icon="report", context=13),

    Action("periods", N_("报告期(&R)"), "desk.beside.looking_back.show_periods", Menu.TOOLS, 0, plan_open,
           icon="history"),
    Action("compare", N_("与以前对比(&C)"), "desk.beside.looking_back.compare", Menu.TOOLS, 0, plan_open,
           icon="timeline"),
    Action("passages", N_("报告文字(&W)"), "desk.beside.show_passages", Menu.TOOLS, 0, plan_open,
           icon="note"),
    Action("own_fields", N_("自定义字段(&U)…"), "looking.show_own_fields", Menu.TOOLS, 1, editable,
           icon="columns"),
    Action("palette", N_("命令面板(&P)"), "window.show_palette", Menu.TOOLS, 1,
           keys=("Ctrl+Shift+P",), icon="command"),
    Action("shortcuts", N_("键盘快捷键(&K)"), "window.show_shortcuts", Menu.TOOLS, 2,
           keys=("Ctrl+Alt+K",), icon="edit"),
    Action("options", N_("选项(&O)"), "window.show_options", Menu.TOOLS, 2,
           keys=("Ctrl+,",), icon="settings"),

    Action("help", N_("帮助(&H)"), "window.show_help", Menu.HELP, 1,
           keys=(Key.HelpContents, "F1"), icon="help"),
    Action("tour", N_("新手导览(&U)"), "window.start_tour", Menu.HELP, 1, plan_open, icon="eye"),
    Action("open_log_folder", N_("打开日志文件夹(&L)"), "window.open_log_folder", Menu.HELP, 2,
           icon="folder"),
    Action("about", N_("关于(&A)"), "window.show_about", Menu.HELP, 2, icon="about"),

    *(
        Action(f"help_{topic.id}", topic.text, "window.show_page", Menu.PAGES,
               _SECTIONS.index(topic.section) + 1, icon="note", argument=topic.id)
        for topic in TOPICS
    ),
)
# fmt: on

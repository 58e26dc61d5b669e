"""The table of actions: everything that a person can tell the program to do, one row each.

Menus, tool bar, shortcuts and their help are read from here. A handler is `part.method`, looked up when the
action is triggered among the parts that the window names (see `planner.gui.action_set`).
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence

from planner.domain.marks import N_
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
)
from planner.gui.views.table import VIEWS

Key = QKeySequence.StandardKey


class Menu(StrEnum):
    """The menus of the menu bar, in their order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    INSERT = "insert"
    TOOLS = "tools"
    HELP = "help"


MENU_TEXTS = {
    Menu.FILE: N_("文件(&F)"),
    Menu.EDIT: N_("编辑(&E)"),
    Menu.VIEW: N_("视图(&V)"),
    Menu.INSERT: N_("插入(&I)"),
    Menu.TOOLS: N_("工具(&T)"),
    Menu.HELP: N_("帮助(&H)"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """One row: id, text with access key, handler, menu, group in the menu, when it can be used, its keys.

    `toolbar` is its place in the tool bar, tens for groups, 0 for none. `argument` goes to the handler, or
    the state of a checkable action. The keys of an action `in_tree` act there only: single keys must not
    reach beyond.
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
    Action("export_workbook", N_("导出 Excel(&X)…"), "window.export_workbook", Menu.FILE, 4, plan_open,
           keys=("Ctrl+Shift+E",), icon="export-excel", toolbar=61),
    Action("close", N_("关闭计划(&C)"), "files.close", Menu.FILE, 5, plan_open,
           keys=("Ctrl+W", Key.Close), icon="close"),
    Action("quit", N_("退出(&Q)"), "shell.quit", Menu.FILE, 5,
           keys=(Key.Quit, "Ctrl+Q"), icon="quit"),

    Action("undo", N_("撤销(&U)"), "desk.undo", Menu.EDIT, 1, can_undo,
           keys=(Key.Undo, "Ctrl+Z"), icon="undo", toolbar=21),
    Action("redo", N_("重做(&R)"), "desk.redo", Menu.EDIT, 1, can_redo,
           keys=(Key.Redo, "Ctrl+Y", "Ctrl+Shift+Z"), icon="redo", toolbar=22),
    Action("edit_cell", N_("修改(&M)"), "tree.edit_current", Menu.EDIT, 2, row_editable,
           keys=("F2",), icon="edit", in_tree=True),
    Action("remove", N_("删除(&D)"), "tree.remove_selected", Menu.EDIT, 2, row_editable,
           keys=("Del",), icon="delete", toolbar=33, in_tree=True),
    Action("indent", N_("降一级(&I)"), "tree.indent", Menu.EDIT, 3, measure_editable,
           keys=("Alt+Shift+Right",), icon="indent", toolbar=42, in_tree=True),
    Action("outdent", N_("升一级(&O)"), "tree.outdent", Menu.EDIT, 3, measure_editable,
           keys=("Alt+Shift+Left",), icon="outdent", toolbar=41, in_tree=True),
    Action("move_up", N_("上移(&P)"), "tree.move_up", Menu.EDIT, 3, row_editable,
           keys=("Alt+Shift+Up",), icon="move-up", toolbar=43, in_tree=True),
    Action("move_down", N_("下移(&N)"), "tree.move_down", Menu.EDIT, 3, row_editable,
           keys=("Alt+Shift+Down",), icon="move-down", toolbar=44, in_tree=True),
    Action("find", N_("筛选(&F)"), "desk.focus_filter", Menu.EDIT, 4, plan_open,
           keys=(Key.Find, "Ctrl+F"), icon="search"),
    Action("conditions", N_("按条件筛选(&G)"), "looking.show_conditions", Menu.EDIT, 4, plan_open,
           keys=("Ctrl+Shift+F",), icon="filter"),
    Action("replace", N_("查找和替换(&K)…"), "desk.show_replace", Menu.EDIT, 4, plan_open,
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
    Action("show_inspector", N_("详情窗格(&D)"), "desk.show_inspector", Menu.VIEW, 3, plan_open,
           keys=("Ctrl+Shift+D",), icon="inspector", toolbar=71, checkable=True),
    Action("show_indicators", N_("指标窗格(&I)"), "desk.show_indicators", Menu.VIEW, 3, plan_open,
           keys=("Ctrl+Shift+I",), icon="indicator", toolbar=72, checkable=True),
    Action("columns", N_("选择列(&H)…"), "looking.choose_columns", Menu.VIEW, 4, plan_open, icon="columns"),
    Action("save_view", N_("保存当前视图(&S)…"), "looking.save", Menu.VIEW, 4, editable, icon="bookmark"),
    Action("next_pane", N_("下一窗格(&N)"), "desk.next_pane", Menu.VIEW, 4, plan_open, keys=("F6",)),
    Action("reset_layout", N_("恢复默认布局(&R)"), "desk.reset_layout", Menu.VIEW, 4, plan_open,
           icon="refresh"),

    Action("add_layer", N_("框架层(&L)"), "tree.add", Menu.INSERT, 1, editable,
           icon="add-layer", argument="layer"),
    Action("add_component", N_("要素(&C)"), "tree.add", Menu.INSERT, 1, below_layer,
           icon="add-component", argument="component"),
    Action("add_measure", N_("同级举措(&M)"), "tree.add_sibling", Menu.INSERT, 2, editable,
           keys=("Ins",), icon="add-measure", toolbar=31, in_tree=True),
    Action("add_sub_measure", N_("下级举措(&S)"), "tree.add_child", Menu.INSERT, 2, row_editable,
           keys=("Alt+Ins",), icon="add-sub-measure", toolbar=32, in_tree=True),

    Action("own_fields", N_("自定义字段(&U)…"), "looking.show_own_fields", Menu.TOOLS, 1, editable,
           icon="columns"),
    Action("options", N_("选项(&O)"), "window.show_options", Menu.TOOLS, 1,
           keys=("Ctrl+,",), icon="settings"),

    Action("shortcuts", N_("键盘快捷键(&K)"), "window.show_shortcuts", Menu.HELP, 1,
           keys=("F1",), icon="command"),
    Action("open_log_folder", N_("打开日志文件夹(&L)"), "window.open_log_folder", Menu.HELP, 2,
           icon="folder"),
    Action("about", N_("关于(&A)"), "window.show_about", Menu.HELP, 2, icon="about"),
)
# fmt: on

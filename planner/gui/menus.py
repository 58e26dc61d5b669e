"""Fills the menu bar from the table of actions, with the recent plans and the looks and languages."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from planner.app.settings import SETTINGS
from planner.app.words import Words
from planner.domain.marks import N_
from planner.gui.action_set import ActionSet
from planner.gui.actions import ACTIONS, MENU_PATHS, MENU_TEXTS, Menu
from planner.gui.context import Context
from planner.gui.icons import Icons
from planner.gui.recent import RecentPlans
from planner.gui.settings_store import SettingsStore

RECENT_AFTER = "open"
PAGES_AFTER = "help"
_SETTING_MENUS = (("theme", N_("外观(&T)"), "theme"), ("language", N_("语言(&L)"), "language"))


def fill_menu_bar(
    bar: QMenuBar, actions: ActionSet, context: Context, open_plan: Callable[[Path], None]
) -> None:
    """Build all menus; `open_plan` is told which recent plan was chosen."""
    for menu_id, path in MENU_PATHS.items():
        if path == (menu_id,):
            bar.addMenu(_filled(menu_id, bar, actions, context, open_plan))


def _filled(
    menu_id: Menu, parent: QWidget, actions: ActionSet, context: Context, open_plan: Callable[[Path], None]
) -> QMenu:
    words = context.words
    menu = QMenu(words(MENU_TEXTS[menu_id]), parent)
    menu.setObjectName(f"menu_{menu_id}")
    menu.setToolTipsVisible(False)
    rows = [row for row in ACTIONS if row.menu is menu_id]
    for group, members in groupby(rows, key=lambda row: row.group):
        if group > 1:
            menu.addSeparator()
        for row in members:
            menu.addAction(actions[row.id])
            if row.id == RECENT_AFTER:
                menu.addMenu(RecentMenu(context.recent, context.icons, words, open_plan, menu))
            elif row.id == PAGES_AFTER:
                menu.addMenu(_filled(Menu.PAGES, menu, actions, context, open_plan))
    if menu_id is Menu.VIEW:
        menu.addSeparator()
        for key, label, icon in _SETTING_MENUS:
            choices = SettingMenu(key, words(label), context.settings, words, menu)
            choices.setIcon(context.icons.icon(icon))
            menu.addMenu(choices)
    return menu


class RecentMenu(QMenu):
    """The recent plans, looked up anew each time it opens; those that are gone are greyed."""

    def __init__(
        self,
        recent: RecentPlans,
        icons: Icons,
        words: Words,
        open_plan: Callable[[Path], None],
        parent: QMenu,
    ) -> None:
        super().__init__(words("最近的计划(&R)"), parent)
        self.setObjectName("menu_recent")
        self.setIcon(icons.icon("recent"))
        self._recent = recent
        self._words = words
        self._open_plan = open_plan
        self.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Show the plans as they are now."""
        self.clear()
        plans = self._recent.plans()
        for number, plan in enumerate(plans, 1):
            name = plan.path.name.replace("&", "&&")
            action = self.addAction(f"&{number % 10}  {name}")
            action.setEnabled(plan.there)
            action.setStatusTip(str(plan.path))
            action.triggered.connect(lambda _=False, path=plan.path: self._open_plan(path))
        if plans:
            self.addSeparator()
            self.addAction(self._words("清空列表(&C)"), self._recent.clear)
        else:
            self.addAction(self._words("还没有打开过计划")).setEnabled(False)


class SettingMenu(QMenu):
    """The choices of one setting as a menu, the one in force ticked."""

    def __init__(self, key: str, title: str, settings: SettingsStore, words: Words, parent: QMenu) -> None:
        super().__init__(title, parent)
        self.setObjectName(f"menu_{key}")
        self._key = key
        self._settings = settings
        self._group = QActionGroup(self)
        for choice in SETTINGS[key].choices:
            action = self._group.addAction(self.addAction(words(choice.label)))
            action.setCheckable(True)
            action.setData(choice.code)
        self._group.triggered.connect(self._choose)
        self.aboutToShow.connect(self.show_value)
        self.show_value()

    def show_value(self) -> None:
        """Tick the choice in force."""
        for action in self._group.actions():
            action.setChecked(action.data() == self._settings.value(self._key))

    def _choose(self, action: QAction) -> None:
        self._settings.set(self._key, str(action.data()))

"""The two buttons beside the tabs: by what rows are coloured, and which saved view they are seen in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from planner.app.conditions.model import FACET_PREFIX
from planner.domain.items import ROOT, Facet
from planner.domain.marks import N_
from planner.gui.icons import Icons

if TYPE_CHECKING:
    from planner.gui.looking.looking import Looking


class Corner(QWidget):
    """Offers colours and views; the menus are filled anew each time they open."""

    def __init__(self, looking: "Looking", icons: Icons) -> None:
        super().__init__()
        self._looking = looking
        self._icons = icons
        self._words = words = looking.bridge.words
        self.colour_menu = QMenu(self)
        self.views_menu = QMenu(self)
        self.colour_menu.aboutToShow.connect(self.fill_colours)
        self.views_menu.aboutToShow.connect(self.fill_views)
        self.buttons = (
            self._button(words(N_("着色")), "theme", self.colour_menu),
            self._button(words(N_("视图方案")), "bookmark", self.views_menu),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 4)  # on the line of the tabs: Qt sets it onto their lower edge
        row.setSpacing(4)
        for button in self.buttons:
            row.addWidget(button)
        self._whole_width = self.sizeHint().width()

    def fit(self, room: int) -> None:
        """Leave the texts out where there is no room for them beside the tabs."""
        whole = room >= self._whole_width
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if whole else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        for button in self.buttons:
            button.setToolButtonStyle(style)

    def fill_colours(self) -> None:
        """Offer the facets of the plan."""
        menu, looking = self.colour_menu, self._looking
        menu.clear()
        group = QActionGroup(menu)
        facets = looking.bridge.plan.children(ROOT, Facet)
        keys = [
            ("", self._words(N_("不着色"))),
            *((FACET_PREFIX + facet.key, facet.title) for facet in facets),
        ]
        for key, name in keys:
            action = group.addAction(menu.addAction(name.replace("&", "&&")))
            action.setCheckable(True)
            action.setChecked(key == looking.colours.by)
            action.triggered.connect(lambda _=False, key=key: looking.colours.colour_by(key))

    def fill_views(self) -> None:
        """Offer the saved views, and what can be done with the current one."""
        menu, looking, words = self.views_menu, self._looking, self._words
        menu.clear()
        group = QActionGroup(menu)
        views = [("", words(N_("默认视图"))), *((view.id, view.title) for view in looking.saved())]
        for view_id, name in views:
            action = group.addAction(menu.addAction(name.replace("&", "&&")))
            action.setCheckable(True)
            action.setChecked(view_id == looking.view_id)
            action.triggered.connect(lambda _=False, view_id=view_id: looking.switch(view_id))
        menu.addSeparator()
        current = next((name for view_id, name in views[1:] if view_id == looking.view_id), "")
        if looking.may_edit():
            self._offer_changes(current)
            menu.addSeparator()
        menu.addAction(self._icons.icon("columns"), words(N_("选择列…")), looking.choose_columns)

    def _offer_changes(self, current: str) -> None:
        """Offer to save what is seen, and what can be done with the current view, if there is one."""
        menu, looking, words = self.views_menu, self._looking, self._words
        menu.addAction(self._icons.icon("save"), words(N_("保存当前视图…")), looking.save)
        if current:
            title = current.replace("&", "&&")
            menu.addAction(words(N_("用当前样子更新“{name}”")).format(name=title), looking.update)
            menu.addAction(words(N_("重命名“{name}”…")).format(name=title), looking.rename)
            menu.addAction(
                self._icons.icon("delete"), words(N_("删除“{name}”")).format(name=title), looking.remove
            )

    def _button(self, text: str, icon: str, menu: QMenu) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setIcon(self._icons.icon(icon, "text-muted"))
        button.setIconSize(QSize(16, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        button.setAccessibleName(text)
        button.setToolTip(text)
        return button

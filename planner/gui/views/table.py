"""The table of views: one row each. The tabs, the menu and the keys are made from it.

A view is imported when it is first looked at, so that the window need not wait for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.domain.marks import N_

if TYPE_CHECKING:
    from planner.gui.views.stage import Stage

TREE = "plan"
"""The id of the view that is the tree itself."""

LIST = "list"
"""The id of the view that lists all measures."""

OWNERS = "owners"
"""The id of the view of the units."""


@dataclass(frozen=True, slots=True)
class View:
    """A view: its id, also that of its topic in the help, its name with access key, icon, what makes it."""

    id: str
    text: str
    icon: str
    build: "Callable[[Stage], QWidget]"


def _tree(stage: "Stage") -> QWidget:
    return stage.tree


def _list(stage: "Stage") -> QWidget:
    from planner.gui.listing.pane import ListPane

    return ListPane(stage)


def _dashboard(stage: "Stage") -> QWidget:
    from planner.gui.views.dashboard.view import DashboardView

    return DashboardView(stage)


def _figures(stage: "Stage") -> QWidget:
    from planner.gui.drawing.pane import FiguresPane

    pane = FiguresPane(stage.bridge, stage.icons, stage.resources)
    pane.activated.connect(stage.errands.item_asked)
    pane.told.connect(stage.errands.told)
    return pane


def _indicators(stage: "Stage") -> QWidget:
    from planner.gui.views.indicators.view import IndicatorsView

    return IndicatorsView(stage)


def _matrix(stage: "Stage") -> QWidget:
    from planner.gui.views.matrix.view import MatrixView

    return MatrixView(stage)


def _owners(stage: "Stage") -> QWidget:
    from planner.gui.owners.view import OwnersView

    return OwnersView(stage)


def _facets(stage: "Stage") -> QWidget:
    from planner.gui.facets.view import FacetsView

    return FacetsView(stage)


def _checks(stage: "Stage") -> QWidget:
    from planner.gui.views.checks.view import ChecksView

    return ChecksView(stage)


VIEWS = (
    View(TREE, N_("计划(&P)"), "tree", _tree),
    View(LIST, N_("清单(&B)"), "list", _list),
    View("dashboard", N_("总览(&O)"), "dashboard", _dashboard),
    View("figures", N_("框架图(&F)"), "house", _figures),
    View("indicators", N_("指标(&A)"), "indicator", _indicators),
    View("matrix", N_("关系矩阵(&M)"), "matrix", _matrix),
    View(OWNERS, N_("单位(&U)"), "unit", _owners),
    View("facets", N_("分类(&G)"), "term", _facets),
    View("checks", N_("校核(&K)"), "validate", _checks),
)

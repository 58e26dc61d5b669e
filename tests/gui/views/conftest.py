"""A stage on the small plan with values, lights and a report that disagrees, and views shown on it."""

import pytest
from PySide6.QtWidgets import QApplication

from planner.domain.items import Indicator, IndicatorValue, Milestone, Report
from planner.domain.plan import Plan
from tests.gui.bridges import make_bridge
from tests.gui.stages import staged
from tests.plans import small_plan

MORE = (
    Indicator("i2", "", "B", title="高新技术企业数", unit="家", path="linear"),
    IndicatorValue("v2", "i2", "A", role="baseline", period="2020", number=100.0),
    IndicatorValue("v3", "i2", "B", role="actual", period="2022", number=110.0),
    IndicatorValue("v4", "i2", "C", role="actual", period="2023", number=118.0),
    IndicatorValue("v5", "i2", "D", role="actual", period="2024", number=124.0),
    IndicatorValue("v6", "i2", "E", role="target", period="2030", number=300.0),
    Milestone("s2", "m1", "B", title="完成征求意见", due="2025年5月底前"),
    Report("r2", "m1", "A", date="2025-05-20", light="green"),
)


@pytest.fixture
def bridge(qapp):
    bridge = make_bridge(Plan([*small_plan().items(), *MORE]))
    yield bridge
    bridge.close()


@pytest.fixture
def stage(bridge):
    with staged(bridge) as stage:
        yield stage


@pytest.fixture
def asked(stage):
    """The ids of the items that a view asked the desk to show."""
    ids: list[str] = []
    stage.errands.item_asked.connect(ids.append)
    return ids


@pytest.fixture
def shown(qtbot):
    """Show a view as large as in a window."""

    def show(view):
        qtbot.addWidget(view)
        view.resize(1000, 640)
        view.show()
        view.activateWindow()
        QApplication.processEvents()
        return view

    return show

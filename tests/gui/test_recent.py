"""The recent plans in menu and on the start page."""

from planner.gui.menus import RecentMenu
from planner.gui.recent import LIMIT
from planner.gui.start_page import Card


def test_row_19_ten_are_kept_the_latest_first(context, tmp_path):
    for number in range(LIMIT + 3):
        context.recent.add(tmp_path / f"{number}.plan")
    context.recent.add(tmp_path / "5.plan")
    names = [plan.path.name for plan in context.recent.plans()]
    assert len(names) == LIMIT
    assert names[:2] == ["5.plan", "12.plan"]
    assert names.count("5.plan") == 1


def recent_menu(window):
    menu = window.menuBar().findChild(RecentMenu)
    menu.aboutToShow.emit()
    return menu


def test_row_19_missing_ones_are_greyed(window, context, saved_plan, tmp_path):
    context.recent.add(tmp_path / "没有了.plan")
    context.recent.add(saved_plan)
    entries = {action.text(): action.isEnabled() for action in recent_menu(window).actions()[:2]}
    assert entries == {"&1  行动 计划.plan": True, "&2  没有了.plan": False}
    cards = {card.accessibleName(): card.isEnabled() for card in window.findChildren(Card)}
    assert cards["行动 计划"]
    assert not cards["没有了"]


def test_row_19_the_list_can_be_cleared(window, context, saved_plan):
    context.recent.add(saved_plan)
    recent_menu(window).actions()[-1].trigger()
    assert context.recent.plans() == []
    assert not recent_menu(window).actions()[0].isEnabled()


def test_a_name_with_an_ampersand_is_shown_as_it_is(window, context, tmp_path):
    context.recent.add(tmp_path / "R&D.plan")
    assert "R&&D.plan" in recent_menu(window).actions()[0].text()


def test_an_entry_of_the_menu_opens_its_plan(window, context, saved_plan):
    context.recent.add(saved_plan)
    recent_menu(window).actions()[0].trigger()
    assert window.session.path == saved_plan

from datetime import date

import pytest

from planner.app.comparison import Comparison
from planner.app.derived import Derived
from planner.domain.items import Indicator, Link, Measure, Passage, Report, Unit
from planner.reports.blocks import FormTable, Heading, Paragraph, Stress, TableBlock, joined
from planner.reports.status.names import file_names
from planner.reports.status.order import Order
from planner.reports.status.sheets import STATUS_SHEETS
from planner.reports.status.templates import BrokenTemplate
from tests.reports.sources import CHINESE, example_plan, house, plan_of
from tests.reports.status.sheets import maker

KEYS = [sheet.key for sheet in STATUS_SHEETS]


def texts(report):
    return [block.text for block in report.blocks() if isinstance(block, Heading | Paragraph)]


def first(report, kind):
    return next(block for block in report.blocks() if isinstance(block, kind))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("plan", [plan_of(), plan_of(*house(), Indicator("i", title="无值")), example_plan()])
def test_every_sheet_of_any_plan_has_something_on_every_page(key, plan):
    sheets = maker(plan)
    for order in sheets.orders(Order(key)):
        report = sheets.report(order)
        assert report.sections
        assert all(section.blocks for section in report.sections)


@pytest.mark.parametrize(
    "title", ["<img src=x>", "# 标题", "[[table work_plan]]", "**粗** `码`", "{{ plan }}"]
)
def test_what_is_filled_in_stands_for_itself(title):
    report = maker(plan_of(title=title)).report(Order("report"))
    assert title in texts(report)


def test_long_notes_keep_their_lines():
    note = "\n".join(f"{number}. 第{number}行" for number in range(300))
    plan = plan_of(Measure("m", title="长"), Report("r", "m", date="2025-10-01", done=note))
    form = first(maker(plan).report(Order("measure", measure="m")), FormTable)
    assert any(cell.text == note for row in form.rows for cell in row)


def test_forty_units_stand_in_the_form():
    units = [Unit(f"u{number}", title=f"单位{number}") for number in range(40)]
    links = [
        Link(f"l{unit.id}", "m", f"{place:03}", "unit", "supporting", unit.id)
        for place, unit in enumerate(units)
    ]
    form = first(
        maker(plan_of(*units, Measure("m", title="协同"), *links)).report(Order("measure", measure="m")),
        FormTable,
    )
    assert any(cell.text.count("、") == 39 for row in form.rows for cell in row)


def test_a_text_written_by_hand_stays_and_marks_what_changed():
    passage = Passage(
        "p",
        report="brief",
        slot="summary",
        text="任务3项，完成1项。",
        numbers='{"counted": "3", "done": "1"}',
    )
    plan = plan_of(passage, Measure("m", title="一", status="done"))
    report = maker(plan).report(Order("brief"))
    kept = next(block for block in report.blocks() if isinstance(block, Paragraph) and block.source == "p")
    assert kept.text == passage.text
    assert [(run.text, run.now) for run in kept.runs if run.stress is Stress.CHANGED] == [("3", "1")]
    assert not any("总体" in text for text in texts(report))


def test_a_text_of_another_period_is_left_alone():
    plan = plan_of(Passage("p", report="brief", slot="summary", period="2025-09", text="九月"))
    assert "九月" not in texts(maker(plan).report(Order("brief", period="2025-10")))


def test_a_unit_s_duties_are_its_own():
    plan = plan_of(
        Unit("a", title="甲"),
        Unit("b", title="乙"),
        Measure("m", title="甲的事"),
        Measure("n", rank="B", title="乙的事"),
        Link("x", "m", relation="unit", role="lead", target="a"),
        Link("y", "n", relation="unit", role="lead", target="b"),
    )
    for sheet in ("duty", "progress"):
        table = first(maker(plan).report(Order(sheet, unit="b")), TableBlock).table
        assert ["乙的事" in row.cells for row in table.rows] == [True]


def test_comparing_shows_where_each_measure_went():
    old = plan_of(Measure("m", title="事", status="in_progress"))
    new = plan_of(Measure("m", title="事", status="done"), Measure("n", rank="B", title="新"))
    day = date(2025, 11, 24)
    comparison = Comparison("上月", Derived(old, day), old, Derived(new, day), new)
    table = first(maker(new, comparison).report(Order("progress")), TableBlock).table
    place = [column.key for column in table.columns].index("movement")
    assert [row.cells[place] for row in table.rows] == ["↑", "＋"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# 一\n\n{{ nothing }}\n", 3),
        ("# 一\n{% if %}\n", 2),
        ("# 一\n\n二\n\n[[table nowhere]]\n", 5),
        ("{{ plan.__class__.__mro__ }}", 1),
    ],
)
def test_a_broken_template_names_its_line(tmp_path, text, line):
    (tmp_path / "brief.md.j2").write_text(text, "utf-8")
    with pytest.raises(BrokenTemplate) as broken:
        maker(plan_of(), folders=(tmp_path,)).report(Order("brief"))
    assert broken.value.args[:2] == ("brief.md.j2", line)


def test_an_office_s_own_template_goes_first(tmp_path):
    (tmp_path / "house.md.j2").write_text("# 自己的\n", "utf-8")
    assert texts(maker(plan_of(), folders=(tmp_path,)).report(Order("house"))) == ["自己的"]


def test_names_are_safe_and_apart():
    sheets = maker(plan_of(Measure("a", title="甲/乙" * 90), Measure("b", rank="B", title="甲/乙" * 90)))
    reports = [sheets.report(order) for order in sheets.orders(Order("measure"))]
    names = file_names(reports, "{subject}.html", "", CHINESE)
    assert len(set(names)) == 2
    assert all("/" not in name and len(name.encode()) < 255 and name.endswith(".html") for name in names)
    anchors = [block.anchor for block in joined(reports, "合订").blocks() if isinstance(block, Heading)]
    assert len(set(anchors)) == len(anchors)

import re
from datetime import date

import pytest

from planner.app.comparison import Comparison
from planner.app.derived import Derived
from planner.app.words import Words
from planner.domain.items import (
    ROOT,
    Indicator,
    IndicatorValue,
    Link,
    Measure,
    Milestone,
    Passage,
    PlanHead,
    Report,
    Unit,
)
from planner.domain.plan import Plan
from planner.reports.blocks import FormTable, Heading, Paragraph, Signature, Stress, TableBlock, joined
from planner.reports.print_style import load_print_style, style_for
from planner.reports.source import Source
from planner.reports.status.names import file_names
from planner.reports.status.order import Material, Order
from planner.reports.status.sheets import STATUS_SHEETS, SheetMaker
from planner.reports.status.templates import BrokenTemplate, Templates
from tests.reports.sources import CHINESE, OFFICIAL, ROOT_FOLDER, TODAY, example_plan, house, plan_of
from tests.reports.status.sheets import SHIPPED, maker

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
        ("# 一\n\n[[text a]]\n\n二\n", 3),
        ("[[text a]]\n\n一\n\n[[end]]\n\n二\n\n[[end]]\n", 9),
        ("[[text a]]\n\n一\n\n[[text b]]\n\n[[end]]\n", 5),
        ("# 一\n\n[[page nowhere]]\n", 3),
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


def test_header_and_footer_stand_from_their_page_on(tmp_path):
    lines = ("[[page cover]]", "一", "[[page form]]", "[[header 眉]]", "[[footer 脚]]", "二", "[[page form]]")
    (tmp_path / "brief.md.j2").write_text("\n\n".join((*lines, "三")), "utf-8")
    report = maker(plan_of(), folders=(tmp_path,)).report(Order("brief"))
    edges = [(section.setup.header, section.setup.footer) for section in report.sections]
    assert edges == [("", ""), ("眉", "脚"), ("眉", "脚")]


def test_a_place_takes_how_many_rows_and_how_wide(tmp_path):
    template = "[[table work_plan max=1 前一项]]\n\n[[picture house width=90 图]]\n"
    (tmp_path / "brief.md.j2").write_text(template, "utf-8")
    plan = plan_of(Measure("m", title="一"), Measure("n", rank="B", title="二"))
    report = maker(plan, folders=(tmp_path,)).report(Order("brief"))
    table, picture = report.blocks()
    assert (len(table.table.rows), table.caption) == (1, "前一项")
    assert (picture.width, picture.caption) == (90, "图")


def test_a_year_that_all_values_share_stands_in_the_heading():
    plan = plan_of(
        Indicator("i", title="甲"),
        Indicator("j", rank="B", title="乙"),
        IndicatorValue("v", "i", role="baseline", period="2020", number=1),
        IndicatorValue("w", "j", role="baseline", period="2020", number=2),
        IndicatorValue("x", "i", role="actual", period="2024", number=3),
        IndicatorValue("y", "j", role="actual", period="2025", number=4),
    )
    table = first(maker(plan).report(Order("indicators")), TableBlock).table
    labels = [column.label for column in table.columns]
    assert "基期值（2020）" in labels
    assert "当前值" in labels
    assert [row.cells[labels.index("基期值（2020）")] for row in table.rows] == ["1", "2"]
    assert [row.cells[labels.index("当前值")] for row in table.rows] == ["3（2024）", "4（2025）"]


@pytest.mark.parametrize("key", KEYS)
def test_english_sheets_have_no_chinese_of_their_own(key):
    plan = plan_of(
        Unit("u", title="Science Office"),
        Measure(
            "m", title="Build", due="2025-10", status="in_progress", record_number="1", criterion="Built"
        ),
        Link("l", "m", relation="unit", role="lead", target="u"),
        Report("r", "m", date="2025-09-30", percent=10, done="Begun", problem="Rain"),
        Milestone("s", "m", title="Roof", due="2025-12"),
        Indicator("i", title="Floors", unit="floor"),
        title="Plan",
    )
    english = Words("en", ROOT_FOLDER / "resources" / "locale")
    style = load_print_style(ROOT_FOLDER / "resources" / "print", style_for("en"))
    source = Source.read(plan, TODAY, english, OFFICIAL)
    sheets = SheetMaker(Material(source, style), Templates([SHIPPED]))
    report = sheets.report(sheets.orders(Order(key, period="2025-10"))[0])
    assert report.style == "english"
    assert not [text for text in texts(report) if re.search("[\u3400-\u9fff]", text)]


def test_each_unit_that_leads_has_a_sheet_and_one_that_supports_its_duties():
    plan = plan_of(
        Unit("a", title="甲"),
        Unit("b", title="乙"),
        Unit("c", title="丙"),
        Measure("m", title="事"),
        Link("x", "m", relation="unit", role="lead", target="a"),
        Link("y", "m", relation="unit", role="supporting", target="b"),
    )
    sheets = maker(plan)
    assert [order.unit for order in sheets.orders(Order("progress"), each_unit=True)] == ["a"]
    assert [order.unit for order in sheets.orders(Order("duty"), each_unit=True)] == ["a", "b"]


def test_a_brief_stays_short_whatever_the_plan():
    measures = [
        Measure(f"m{n}", rank=f"{n:03}", title="很长的标题" * 200, due="2025-01", status="in_progress")
        for n in range(99)
    ]
    report = maker(plan_of(*house(), *measures, title="很长的计划" * 200)).report(Order("brief"))
    said = sum(len(text) for text in texts(report))
    rows = [len(block.table.rows) for block in report.blocks() if isinstance(block, TableBlock)]
    cells = [
        len(str(cell))
        for block in report.blocks()
        if isinstance(block, TableBlock)
        for row in block.table.rows
        for cell in row.cells[:5]
    ]
    assert said < 600
    assert all(count <= 6 for count in rows)
    assert max(cells) < 40


def test_units_rise_and_fall_since_the_state_compared_with():
    def state(first, second):
        links = [Link(f"l{unit}", f"m{unit}", relation="unit", role="lead", target=unit) for unit in "ab"]
        measures = [
            Measure("ma", title="甲事", status=first, due="2025-01"),
            Measure("mb", rank="B", title="乙事", status=second, due="2025-01"),
        ]
        return plan_of(Unit("a", title="甲"), Unit("b", rank="B", title="乙"), *measures, *links)

    old, new = state("done", "in_progress"), state("in_progress", "done")
    comparison = Comparison("上月", Derived(old, TODAY), old, Derived(new, TODAY), new)
    table = first(maker(new, comparison).report(Order("bulletin")), TableBlock).table
    assert [row.cells[:3] for row in table.rows] == [(1, "↑1", "乙"), (2, "↓1", "甲")]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("填报人： 审核人： 日期：", ("填报人：", "审核人：", "日期：")),
        ("Reported by: Reviewed by:", ("Reported by:", "Reviewed by:")),
    ],
)
def test_each_blank_of_a_signature_ends_in_a_colon(tmp_path, line, fields):
    (tmp_path / "brief.md.j2").write_text(f"一\n\n[[signature {line}]]\n", "utf-8")
    report = maker(plan_of(), folders=(tmp_path,)).report(Order("brief"))
    assert first(report, Signature).fields == fields


def test_row_29_the_annex_of_a_bulletin_tells_all_of_the_worst_and_the_rest_in_a_few_words():
    measures = [
        Measure(
            f"m{number}", ROOT, f"V{number:03}", title=f"任务{number}", due="2025年底前", status="in_progress"
        )
        for number in range(300)
    ]
    sheets = maker(Plan([PlanHead("plan", title="计划"), *measures]), today=date(2026, 11, 24))
    report = sheets.report(Order("bulletin"))
    whole, brief = [block.table for block in report.blocks() if isinstance(block, TableBlock)][-2:]
    assert (len(whole.rows), len(brief.rows)) == (30, 270)
    assert len(whole.columns) > len(brief.columns)
    told = [row.source for table in (whole, brief) for row in table.rows]
    assert sorted(told) == sorted(measure.id for measure in measures)


def test_no_heading_of_charts_stands_without_one():
    for plan, shown in ((plan_of(*house(), Indicator("i", title="无值")), False), (example_plan(), True)):
        headings = [heading.text for heading in maker(plan).report(Order("indicators")).headings()]
        assert ("各指标走势" in headings) is shown

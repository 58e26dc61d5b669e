"""`export` as a person or a script calls it: forms, parts, one file for each unit, what it complains of."""

import json
from pathlib import Path

import pytest

from tests.office.template.books import bare_template


def sheets_of(path):
    from openpyxl import load_workbook

    return load_workbook(path)


def test_list_needs_no_plan(call):
    code, printed, complaint = call("export", "--list", "--lang", "zh")
    assert (code, complaint) == (0, "")
    assert "work_plan  工作计划" in printed.splitlines()
    assert "--preset compact  紧凑版式" in printed.splitlines()
    assert any(
        line.startswith("--template {{里程碑计划.字段}}: ") and "成果形式" in line
        for line in printed.splitlines()
    )


def test_sheets_are_chosen_in_order_by_a_preset(tmp_path, call, example):
    out = tmp_path / "a.xlsx"
    assert call("export", example, "-o", out, "--sheets", "milestones,cover", "--preset", "compact")[0] == 0
    book = sheets_of(out)
    assert book.sheetnames[:2] == ["里程碑计划", "封面与说明"]
    assert book["里程碑计划"].cell(5, 2).font.size == 8


def test_the_cover_tells_the_revision(tmp_path, call, example):
    out = tmp_path / "a.xlsx"
    assert call("export", example, "-o", out, "--sheets", "cover")[0] == 0
    lines = {row[0]: row[1] for row in sheets_of(out)["封面与说明"].iter_rows(values_only=True)}
    assert lines["计划版本"] == "0"


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.csv", b"\xef\xbb\xbf"), ("a.md", b"# "), ("a.html", b"<!DOCTYPE html>"), ("a.opml", b"<?xml")],
)
def test_the_ending_says_the_form(tmp_path, call, example, name, start):
    out = tmp_path / name
    assert call("export", example, "-o", out)[0] == 0
    assert out.read_bytes().startswith(start)


def test_a_form_can_be_named(tmp_path, call, example):
    out = tmp_path / "outline.txt"
    assert call("export", example, "-o", out, "--format", "md")[0] == 0
    assert out.read_bytes().startswith(b"# ")


def test_one_unit_and_each_unit(tmp_path, call, example):
    folder = tmp_path / "units"
    code, printed, _ = call(
        "export", example, "-o", folder, "--each-unit", "--format", "csv", "--name", "{number}_{unit}"
    )
    files = [Path(line) for line in printed.splitlines()]
    assert code == 0
    assert len(files) > 5
    assert all(file.parent == folder and file.name[3] == "_" for file in files)
    single = tmp_path / "one.csv"
    unit = files[0].stem[4:]
    assert call("export", example, "-o", single, "--unit", unit)[0] == 0
    assert single.read_bytes() == files[0].read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("{example}",),
        ("-o", "{folder}/a.xlsx"),
        ("{example}", "-o", "{folder}/a.doc"),
        ("{example}", "-o", "{folder}/a.xlsx", "--sheets", "cover,nothing"),
        ("{example}", "-o", "{folder}/a.csv", "--sheets", "cover,duty"),
        ("{example}", "-o", "{folder}/a.xlsx", "--preset", "nothing"),
        ("{example}", "-o", "{folder}/a.xlsx", "--preset", "{folder}/nothing.toml"),
        ("{example}", "-o", "{folder}/a.xlsx", "--scope", "nothing"),
        ("{example}", "-o", "{folder}/a.opml", "--unit", "nobody"),
        ("{example}", "-o", "{folder}/nowhere/a.md"),
        ("{example}", "-o", "{folder}/a.xlsx", "--template", "{folder}/nothing.xlsx"),
        ("{example}", "-o", "{folder}/a.md", "--template", "{folder}/nothing.xlsx"),
    ],
)
def test_bad_use_is_one_sentence_and_no_file(tmp_path, call, example, arguments):
    code, printed, complaint = call(
        "export", *(a.format(example=example, folder=tmp_path) for a in arguments)
    )
    assert (code, printed) == (2, "")
    assert complaint.count("\n") == 1
    assert "Traceback" not in complaint
    assert [file.name for file in tmp_path.iterdir()] == [example.name]


@pytest.fixture
def kept(tmp_path, call, example):
    """The example with a layout and a view of its own."""
    from planner.app.conditions.model import Condition, Conditions, Operator
    from planner.app.views import ViewSpec, write_spec
    from planner.domain.changes import ChangeSet, Insert, Label
    from planner.domain.codec import change_set_to_json
    from planner.domain.items import Layout, View

    spec = write_spec(
        ViewSpec(conditions=Conditions((Condition("title", Operator.CONTAINS, ("知识产权",)),)))
    )
    items = (
        Layout("own", "", "A", title="本单位版式", spec="[fonts.body]\nsize = 7\n"),
        View("seen", "", "A", title="知识产权", spec=spec),
    )
    changes, out = tmp_path / "changes.json", tmp_path / "kept.plan"
    change_set = ChangeSet(Label("add"), tuple(map(Insert, items)))
    changes.write_text(json.dumps(change_set_to_json(change_set)), "utf-8")
    assert call("apply", example, changes, "-o", out)[0] == 0
    return out


def test_layouts_and_views_of_the_plan_are_listed_and_found(tmp_path, call, kept):
    _, printed, _ = call("export", kept, "--list")
    assert {"--preset 本单位版式", "--view 知识产权"} <= set(printed.splitlines())
    out = tmp_path / "a.xlsx"
    asked = ("--sheets", "work_plan", "--preset", "本单位版式", "--view", "知识产权")
    assert call("export", kept, "-o", out, *asked)[0] == 0
    sheet = sheets_of(out)["工作计划"]
    assert sheet.cell(4, 1).font.size == 7
    whole = tmp_path / "b.xlsx"
    assert call("export", kept, "-o", whole, "--sheets", "work_plan")[0] == 0
    assert 4 < sheet.max_row < sheets_of(whole)["工作计划"].max_row


def test_a_view_that_the_plan_does_not_have_is_said(tmp_path, call, kept):
    code, _, complaint = call("export", kept, "-o", tmp_path / "a.xlsx", "--view", "没有的", "--lang", "zh")
    assert code == 2
    assert "没有的" in complaint


def test_an_offices_own_template_is_filled(tmp_path, call, example):
    template = bare_template(tmp_path / "t.xlsx", ("{{计划名称}}",), ("{{序号}}", "{{重点任务}}"))
    out = tmp_path / "a.xlsx"
    assert call("export", example, "-o", out, "--template", template)[:2] == (0, f"{out}\n")
    assert sheets_of(out)["表"]["A1"].value.startswith("上海")


def test_a_bad_template_is_a_line_for_each_fault_and_no_file(tmp_path, call, example):
    template = bare_template(tmp_path / "t.xlsx", ("{{计划名}}", "{{序号"))
    out = tmp_path / "a.xlsx"
    code, printed, complaint = call("export", example, "-o", out, "--template", template)
    assert (code, printed, complaint.count("\n")) == (2, "", 2)
    assert "!A1" in complaint
    assert "!B1" in complaint
    assert not out.exists()


def test_a_template_with_each_unit(tmp_path, call, example):
    template = bare_template(tmp_path / "t.xlsx", ("{{序号}}", "{{重点任务}}", "{{牵头单位}}"))
    code, printed, _ = call(
        "export", example, "-o", tmp_path / "units", "--each-unit", "--template", template
    )
    assert code == 0
    first = sheets_of(Path(printed.splitlines()[0]))
    assert first.sheetnames == ["表"]
    assert first["表"].max_row < 170

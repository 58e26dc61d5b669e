"""Status sheets and periods on the command line."""

import pytest

from planner.bootstrap import main


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    path = tmp_path / "示例.plan"
    assert main(["new", str(path), "--template", "example"]) == 0
    return path


def test_every_sheet_is_listed_and_printed(plan, tmp_path, capsys):
    capsys.readouterr()
    assert main(["print", "--list"]) == 0
    keys = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert len(keys) == 11
    for key in keys:
        out = tmp_path / f"{key}.html"
        assert main(["print", str(plan), "--sheet", key, "-o", str(out)]) == 0
        assert out.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_folder_has_one_sheet_for_each_unit(plan, tmp_path, capsys):
    folder = tmp_path / "各单位"
    call = [
        "print",
        str(plan),
        "--sheet",
        "duty",
        "--each-unit",
        "--name",
        "{subject}.html",
        "-o",
        str(folder),
    ]
    assert main(call) == 0
    assert (folder / "市教委.html").is_file()
    assert len(list(folder.iterdir())) == 28


def test_a_period_is_closed_once_and_printed_as_it_was(plan, tmp_path, capsys):
    assert main(["period", str(plan), "close", "2025年10月", "--as-of", "2025-11-03"]) == 0
    assert main(["period", str(plan), "close", "2025年10月"]) == 2
    capsys.readouterr()
    assert main(["period", str(plan), "list"]) == 0
    assert capsys.readouterr().out.split()[:2] == ["2025年10月", "2025-11-03"]
    out = tmp_path / "通报.html"
    assert main(["print", str(plan), "--sheet", "bulletin", "--period", "2025-10", "-o", str(out)]) == 0
    assert "2025年10月31日" in out.read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--sheet", "nothing", "-o", "x.html"],
        ["--sheet", "duty", "--unit", "无此单位", "-o", "x.html"],
        ["--sheet", "duty", "-o", "x.zip"],
        ["--sheet", "brief", "--period", "明天", "-o", "x.html"],
        ["--sheet", "measure", "--measure", "nobody", "-o", "x.html"],
        ["--sheet", "duban", "--unit", "市教委", "-o", "x.html"],
        ["--sheet", "brief"],
    ],
)
def test_a_call_that_can_t_be_followed_says_why(plan, tmp_path, monkeypatch, capsys, arguments):
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    assert main(["print", str(plan), *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1

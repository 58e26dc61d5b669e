"""The command line as a person or a script calls it: exit codes, what is printed, what it complains of."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from planner.bootstrap import ROOT


def json_of(answer):
    code, out, err = answer
    assert err == ""
    return code, json.loads(out)


def is_one_sentence(answer):
    code, out, err = answer
    return code == 2 and out == "" and err.count("\n") == 1 and "Traceback" not in err


def test_info_counts_the_paper(example, call):
    code, info = json_of(call("info", example, "--json"))
    assert code == 0
    assert set(info) == {"title", "revision", "digest", "counts", "facets"}
    assert info["counts"]["layers"] == 4
    assert info["counts"]["components"] == 24
    assert info["counts"]["measures"] == 40
    assert info["facets"]["causes"] == {"label": "成因", "terms": 23, "subterms": 0}
    assert info["revision"] == 0


def test_info_reads_for_people_too(example, call):
    code, out, _ = call("info", example, "--lang", "zh")
    assert code == 0
    assert "举措  40" in out


def test_new_never_overwrites_unless_told(example, call):
    before = example.read_bytes()
    assert is_one_sentence(call("new", example))
    assert example.read_bytes() == before
    assert call("new", example, "--force")[0] == 0
    assert json_of(call("info", example, "--json"))[1]["counts"]["measures"] == 0


def test_show_gives_every_item(example, call):
    _, items = json_of(call("show", example, "--json", "--lang", "zh"))
    assert len({item["id"] for item in items}) == len(items)
    measures = [item for item in items if item["kind"] == "measure"]
    assert all({"id", "kind", "number", "fields"} <= set(item) for item in items)
    assert all(item["number"] for item in measures)
    assert json_of(call("show", example, "--json", "--kind", "measure", "--lang", "zh"))[1] == measures


def test_show_judges_by_the_day_asked_for(example, call):
    lights = {
        day: {item["id"]: item["computed"]["light"] for item in json_of(answer)[1]}
        for day in ("2023-01-01", "2040-01-01")
        if (answer := call("show", example, "--json", "--kind", "measure", "--as-of", day, "--lang", "zh"))
    }
    assert "滞后" in lights["2040-01-01"].values()
    assert lights["2023-01-01"] != lights["2040-01-01"]


def test_show_prints_the_tree(example, call):
    code, out, _ = call("show", example, "--lang", "zh")
    assert code == 0
    assert out.startswith("一、筑基")


def test_diff_and_apply_turn_one_plan_into_another(tmp_path, call, example):
    other = tmp_path / "b.plan"
    assert call("new", other, "--template", "shanghai")[0] == 0
    code, changes = json_of(call("diff", other, example, "--json"))
    assert code == 1
    file = tmp_path / "changes.json"
    file.write_text(json.dumps(changes), "utf-8")
    merged = tmp_path / "c.plan"
    assert call("apply", other, file, "-o", merged)[0] == 0
    assert call("diff", merged, example) == (0, "", "")
    digests = [json_of(call("info", path, "--json"))[1]["digest"] for path in (merged, example)]
    assert digests[0] == digests[1]
    assert json_of(call("info", merged, "--json"))[1]["revision"] == 1


def test_apply_in_place_saves_and_refuses_the_second_time(tmp_path, call, example):
    other = tmp_path / "b.plan"
    call("new", other, "--template", "shanghai")
    file = tmp_path / "changes.json"
    file.write_text(call("diff", other, example, "--json")[1], "utf-8")
    assert call("apply", other, file)[0] == 0
    before = other.read_bytes()
    assert is_one_sentence(call("apply", other, file))
    assert other.read_bytes() == before


def test_diff_says_in_words_what_changed(tmp_path, call, example):
    items = json_of(call("show", example, "--json", "--kind", "measure"))[1]
    change = {
        "op": "set",
        "id": items[0]["id"],
        "field": "due",
        "old": items[0]["fields"]["due"],
        "new": "2031年底前",
    }
    file = tmp_path / "changes.json"
    file.write_text(
        json.dumps(
            {"format": 1, "id": "", "label": {"code": "x"}, "author": "", "time": "", "changes": [change]}
        ),
        "utf-8",
    )
    other = tmp_path / "b.plan"
    assert call("apply", example, file, "-o", other)[0] == 0
    code, out, _ = call("diff", example, other, "--lang", "zh")
    assert code == 1
    assert "完成时限" in out
    assert "→ 2031年底前" in out


@pytest.mark.parametrize(
    "content", ["", "[]", "{", "null", '{"format": 99, "changes": []}', '{"format": 1}', "[" * 9999]
)
def test_apply_refuses_what_is_no_change_set(tmp_path, call, example, content):
    file = tmp_path / "changes.json"
    file.write_text(content, "utf-8")
    assert is_one_sentence(call("apply", example, file))


def test_check_finds_the_gaps_of_the_paper(example, call):
    rules = ("--rule", "empty_component", "cause_without_measure")
    code, findings = json_of(call("check", example, "--json", *rules, "--as-of", "2026-11-01"))
    assert code == 1
    assert {tuple(finding) for finding in findings} == {
        ("code", "severity", "item", "field", "message", "fixable")
    }
    assert [finding["code"] for finding in findings].count("empty_component") == 5
    assert [finding["code"] for finding in findings].count("cause_without_measure") == 4
    code, printed, _ = call("check", example, *rules, "--lang", "zh")
    assert code == 1
    assert "empty_component  （四）“发扬科学家精神”下面没有举措。" in printed


def test_check_is_silent_where_nothing_is_wrong(example, call):
    assert call("check", example, "--rule", "no_lead", "--rule", "dependency_circle") == (0, "", "")
    assert json_of(call("check", example, "--json", "--rule", "no_lead")) == (0, [])


def test_check_judges_by_the_day_asked_for(example, call):
    overdue = ("check", example, "--rule", "overdue", "--as-of")
    assert call(*overdue, "2023-01-01")[0] == 0
    assert call(*overdue, "2040-01-01")[0] == 1


def test_check_lists_its_rules(call):
    code, rules = json_of(call("check", "--list", "--json"))
    assert code == 0
    assert len({rule["code"] for rule in rules}) == len(rules) >= 30
    printed = call("check", "--list", "--lang", "zh")[1]
    assert "错误  no_lead  没有牵头单位（举措）" in printed


def test_export_writes_the_workbook(tmp_path, call, example):
    out = tmp_path / "工作计划.xlsx"
    code, printed, _ = call("export", example, "-o", out)
    assert code == 0
    assert printed.strip() == str(out)
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    "arguments",
    [
        ("info", "missing.plan"),
        ("check",),
        ("check", "missing.plan"),
        ("check", "{example}", "--rule", "no_such_rule"),
        ("info",),
        ("info", "{junk}"),
        ("show", "{example}", "--kind", "dragon"),
        ("show", "{example}", "--as-of", "yesterday"),
        ("new", "x.plan", "--template", "atlantis"),
        ("new", "{folder}/nowhere/x.plan"),
        ("export", "{example}", "-o", "{folder}/nowhere/x.xlsx"),
        ("apply", "{example}", "missing.json"),
        ("screenshot", "{example}", "-o", "{folder}", "--scale", "99"),
        ("fly",),
        ("--fly",),
    ],
)
def test_bad_use_and_bad_input_is_said_in_one_sentence(tmp_path, call, example, arguments):
    junk = tmp_path / "junk.plan"
    junk.write_bytes(b"SQLite format 3\0" + bytes(200))
    places = {"example": example, "junk": junk, "folder": tmp_path}
    assert is_one_sentence(call(*(argument.format(**places) for argument in arguments)))


def test_recover_says_when_there_is_nothing(call):
    assert json_of(call("recover", "--json")) == (0, [])


def test_help_starts_without_qt_and_without_the_plan():
    program = (
        "import sys, planner.bootstrap as b\n"
        "try: b.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'PySide6', 'pandas', 'openpyxl', 'sqlite3', 'planner.domain.items'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.stderr == ""
    assert result.returncode == 0
    assert "screenshot" in result.stdout


def test_without_a_display_the_window_is_refused_in_one_sentence(monkeypatch):
    environment = {"PATH": "", "HOME": str(Path.home()), "LANG": "zh_CN.UTF-8"}
    result = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1


def test_a_reader_that_has_had_enough_is_no_fault(example):
    command = [sys.executable, "main.py", "show", example, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as show:
        show.stdout.close()
        assert show.stderr.read() == b""
    assert show.returncode == 0

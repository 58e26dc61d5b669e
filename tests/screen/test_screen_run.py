"""With real keys on a virtual display: forty measures, sixty pasted rows, rows and terms dragged."""

import json
import os
import shutil
from pathlib import Path

import pytest

from planner import bootstrap
from planner.app.document import Content
from planner.domain.items import Measure
from planner.gui.settings_store import SettingsStore
from planner.storage.plan_file import PlanFile
from tests.plans import small_plan
from tests.screen.display import virtual_display, wait_until

pytestmark = [
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
    ),
    pytest.mark.skipif("PYTEST_XDIST_WORKER" in os.environ, reason="a pointer needs the machine to itself"),
]

HEADINGS = ("序号", "重点任务", "牵头单位", "完成时限")
TENS = "一二三四五六七八"
_TELLINGS = 5
"""How often in a row something must be told to be at the same place: windows settle after they open."""


@pytest.fixture
def display(own_folders):
    settings = SettingsStore(bootstrap.folders(str(own_folders)).config)
    settings.set("language", "zh")
    settings.set("tour", False)
    with virtual_display(own_folders) as display:
        yield display


@pytest.fixture
def picture(display):
    """Keeps a picture where a person asked for it."""

    def keep(name):
        if folder := os.environ.get("SCREEN_PICTURES"):
            display.save_picture(Path(folder) / f"{name}.png")

    return keep


def block():
    """Sixty rows of three levels: four times one 一、 two （一） and six 1. below each."""
    rows = [HEADINGS]
    for top in range(4):
        rows.append((f"{TENS[top]}、", f"总任务{top + 1}", "市发展改革委", "2027年底前"))
        for middle in range(2):
            name = f"分任务{top + 1}.{middle + 1}"
            rows.append((f"（{TENS[middle]}）", name, "市科委、市教委", "2026年底前"))
            rows += [(f"{n}.", f"{name}第{n}步", "市财政局", f"2026年{n}月底前") for n in range(1, 7)]
    return rows


def save(display, path):
    """Save the plan under a name, and wait until the file is there."""
    display.press("ctrl+s")
    display.focus_dialog()
    display.press("ctrl+a")
    display.write(str(path))
    display.accept_dialog()
    wait_until(path.exists, "the plan is saved")


def below(plan, parent):
    return [measure.title for measure in plan.children(parent, Measure)]


def write_forty(display):
    """From an empty window, with keys alone: eight measures, each with four parts."""
    display.press("ctrl+n")
    display.press("Insert")
    for number in range(1, 9):
        display.write(f"Measure {number}")
        display.press("Return", "Tab")
        for step in range(1, 5):
            display.write(f"Step {number}-{step}")
            display.press("Return")
        display.press("shift+Tab") if number < 8 else display.press("Escape")


def test_forty_measures_and_sixty_pasted_rows(display, picture, tmp_path):
    text, html, path = tmp_path / "block.tsv", tmp_path / "block.html", tmp_path / "plan.plan"
    text.write_text("\n".join("\t".join(row) for row in block()), "utf-8")
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in block())
    html.write_text(f"<html><body><table>{cells}</table></body></html>", "utf-8")
    display.start_program()
    write_forty(display)
    display.copy(text, html)
    display.press("Home")
    display.press("ctrl+v")
    display.focus_dialog()
    picture("preview")
    display.accept_dialog()
    save(display, path)
    picture("plan")

    plan = PlanFile("test").read(path).content.plan
    assert len(plan.of(Measure)) == 100
    tops = {measure.title: measure.id for measure in plan.children("", Measure)}
    assert [title for title in tops if title.startswith("Measure")] == [f"Measure {n}" for n in range(1, 9)]
    assert below(plan, tops["Measure 8"]) == [f"Step 8-{step}" for step in range(1, 5)]
    assert [title for title in tops if title.startswith("总")] == [f"总任务{n}" for n in range(1, 5)]
    middle = plan.children(tops["总任务3"], Measure)
    assert [measure.title for measure in middle] == ["分任务3.1", "分任务3.2"]
    assert below(plan, middle[1].id) == [f"分任务3.2第{n}步" for n in range(1, 7)]
    assert [len(plan.targets(measure.id, "unit", "lead")) for measure in middle] == [2, 2]


class TestDragging:
    """On the small plan, saved and opened again; what came of it is read from the saved file."""

    @pytest.fixture
    def plan_file(self, tmp_path):
        path = tmp_path / "small.plan"
        PlanFile("test").write(path, Content(small_plan(), "small"), None)
        return path

    @pytest.fixture
    def place(self, display, plan_file, tmp_path):
        """Says where on the screen something is, once it rests there."""
        file = tmp_path / "places.json"
        display.start_program(str(plan_file), places=file)

        def place(name):
            told = [None]

            def settled():
                told.append(json.loads(file.read_text()).get(name) if file.exists() else None)
                return told[-1] is not None and told[-_TELLINGS:] == [told[-1]] * _TELLINGS

            wait_until(settled, f"{name} is shown")
            return tuple(told[-1])

        return place

    def saved(self, display, plan_file):
        before = plan_file.stat().st_mtime_ns
        display.press("ctrl+s")
        wait_until(lambda: plan_file.stat().st_mtime_ns != before, "the plan is saved again")
        return PlanFile("test").read(plan_file).content.plan

    def test_a_row_is_dragged_into_another(self, display, place, plan_file, picture):
        display.grasp(place("row m3"))
        display.pull(place("row m2"))
        picture("dragging")
        display.let_go()
        assert self.saved(display, plan_file)["m3"].parent == "m2"

    def test_a_term_is_dragged_over_the_tab_onto_a_row(self, display, place, plan_file, picture):
        tree, facets = place("tab 计划"), place("tab 分类")
        display.grasp(facets)
        display.let_go()
        display.grasp(place("entry t1"))
        display.pull(tree)
        display.pull(place("row m2"))
        picture("tagging")
        display.let_go()
        assert self.saved(display, plan_file).targets("m2", "term") == ["t1"]

    def test_a_row_is_dragged_over_the_tab_onto_a_term(self, display, place, plan_file):
        facets = place("tab 分类")
        display.grasp(place("row m1"))
        display.pull(facets)
        display.pull(place("entry t2"))
        display.let_go()
        assert self.saved(display, plan_file).targets("m1", "term") == ["t2"]

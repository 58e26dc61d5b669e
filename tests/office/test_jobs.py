"""An export in its own process writes the same file, and leaves nothing when it ends early."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from planner.app.plan_store import SaveFailed, Trouble
from planner.domain.errors import Refusal, Refused
from planner.domain.plan import Plan
from planner.office.export import export_text
from planner.office.jobs import ExportJob, ExportRequest, _packed, _unpacked
from planner.reports.formats import ExportFormat
from planner.reports.options import ExportOptions
from planner.reports.outcome import Progress, Written
from planner.reports.preset import BrokenPreset
from tests.office.workbooks import everything, tables, write
from tests.plans import small_plan
from tests.reports.sources import CHINESE, PRESETS, ROOT_FOLDER, TODAY, example_plan

LOCALE = ROOT_FOLDER / "resources" / "locale"


def request(path: Path, presets: Path = PRESETS) -> ExportRequest:
    return ExportRequest(path, presets, LOCALE, everything())


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_a_plan_survives_the_way_to_the_process() -> None:
    plan = example_plan()
    assert Plan(_unpacked(_packed(plan))) == plan


def test_the_process_writes_what_is_written_here_and_says_how_far_it_is(tmp_path: Path) -> None:
    here = write(small_plan(), tmp_path)
    seen: list[Progress] = []
    written = ExportJob(small_plan(), request(tmp_path / "job.xlsx")).wait(seen.append)
    assert written == Written(tmp_path / "job.xlsx", here.remarks)
    assert written.path.read_bytes() == here.path.read_bytes()
    assert [step.sheet for step in seen] == [table.name for table in tables(small_plan())]
    assert [step.share for step in seen] == sorted(step.share for step in seen)
    assert files(tmp_path) == ["job.xlsx", "plan.xlsx"]


def test_row_38_cancelling_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "job.xlsx"
    target.write_text("old")
    job = ExportJob(example_plan(), request(target))
    job.cancel()
    assert target.read_text() == "old"
    assert files(tmp_path) == ["job.xlsx"]


def test_a_process_that_dies_is_a_failed_save(tmp_path: Path) -> None:
    job = ExportJob(small_plan(), request(tmp_path / "job.xlsx"))
    job._process.kill()
    with pytest.raises(SaveFailed):
        job.wait()
    assert files(tmp_path) == []


def test_refusals_come_through(tmp_path: Path) -> None:
    with pytest.raises(SaveFailed) as failed:
        ExportJob(small_plan(), request(tmp_path / "nowhere" / "job.xlsx")).wait()
    assert failed.value.code is Trouble.FOLDER_GONE
    with pytest.raises(BrokenPreset):
        ExportJob(small_plan(), request(tmp_path / "job.xlsx", tmp_path)).wait()
    assert files(tmp_path) == []


def test_a_part_that_is_not_there_is_refused_with_its_details(tmp_path: Path) -> None:
    asked = replace(request(tmp_path / "job.xlsx"), options=replace(everything(), scope="nowhere"))
    with pytest.raises(Refused) as refused:
        ExportJob(small_plan(), asked).wait()
    assert (refused.value.code, refused.value.details) == (Refusal.UNKNOWN_ITEM, {"item": "nowhere"})
    assert files(tmp_path) == []


@pytest.mark.parametrize("form", [form for form in ExportFormat if form is not ExportFormat.XLSX])
def test_the_process_writes_every_form(tmp_path: Path, form: ExportFormat) -> None:
    options = ExportOptions.of_sheets(TODAY, "zh", "work_plan")
    here = export_text(small_plan(), tmp_path / "here", CHINESE, PRESETS, options, form)
    asked = ExportRequest(tmp_path / "there", PRESETS, LOCALE, options, form)
    there = ExportJob(small_plan(), asked).wait()
    assert there.path.read_bytes() == here.path.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="permissions of folders")
def test_polling_ends_with_the_file(tmp_path: Path) -> None:
    job = ExportJob(small_plan(), request(tmp_path / "job.xlsx"))
    while not isinstance(outcome := job.poll(), Written):
        assert outcome is None or isinstance(outcome, Progress)
    assert outcome.path.exists()

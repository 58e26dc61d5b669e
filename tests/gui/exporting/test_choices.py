"""What was chosen is there again, for the same plan and, but for its part, for another."""

import json
from dataclasses import replace

import pytest

from planner.gui.exporting.choices import SETTING, Choices, RememberedChoices, ScopeKind
from planner.gui.settings_store import SettingsStore
from planner.reports.options import SheetChoice, TimeUnit
from tests.reports.sources import TODAY

CHOICES = Choices(
    form="csv",
    sheets=(SheetChoice("duty", "清单"), SheetChoice("cover")),
    preset="compact",
    scope=ScopeKind.UNIT,
    subject="u1",
    language="en",
    yearly_goals=True,
    gantt_unit="month",
    each_unit=True,
    pattern="{unit}",
    folder="/home",
)


@pytest.fixture
def settings(tmp_path):
    return SettingsStore(tmp_path)


def test_choices_are_there_again_after_the_next_start(settings, tmp_path):
    RememberedChoices(settings).keep("plan", CHOICES)
    assert RememberedChoices(SettingsStore(tmp_path)).load("plan") == CHOICES


def test_another_plan_starts_with_the_last_choices_but_whole(settings):
    remembered = RememberedChoices(settings)
    remembered.keep("plan", CHOICES)
    expected = replace(CHOICES, scope=ScopeKind.WHOLE, subject="", each_unit=False)
    assert remembered.load("another") == expected


def test_the_first_export_has_what_is_usual(settings):
    assert RememberedChoices(settings).load("plan") == Choices()


def test_plans_not_exported_for_long_are_forgotten(settings):
    remembered = RememberedChoices(settings)
    for number in range(40):
        remembered.keep(f"plan{number}", replace(CHOICES, pattern=str(number)))
    assert remembered.load("plan39").pattern == "39"
    assert remembered.load("plan0").pattern == "39"
    assert len(json.loads(settings.text(SETTING))) == 30


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[1]",
        '{"plan": 3}',
        '{"plan": {"form": "exe", "sheets": [3, {"name": "x"}], "gantt_unit": "day", "yearly_goals": 1}}',
    ],
)
def test_what_cannot_be_read_is_usual(settings, text):
    settings.set(SETTING, text)
    assert RememberedChoices(settings).load("plan") == Choices()


def test_options_take_everything_as_chosen():
    options = CHOICES.options(TODAY, "zh", 7, "rows")
    assert (options.language, options.unit, options.scope, options.rows) == ("en", "u1", "", "rows")
    assert (options.as_chosen, options.revision, options.gantt_unit) == (True, "7", TimeUnit.MONTH)
    assert replace(CHOICES, language="").options(TODAY, "zh", 7, "").language == "zh"
    branch = replace(CHOICES, scope=ScopeKind.BRANCH, subject="m1").options(TODAY, "zh", 7, "")
    assert (branch.scope, branch.unit) == ("m1", "")

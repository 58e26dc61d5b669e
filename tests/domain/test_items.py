"""The declarations of the kinds are the field table: what they promise must hold for every one of them."""

from dataclasses import FrozenInstanceError, fields

import pytest

from planner.domain.errors import Refusal, Refused
from planner.domain.fields import FieldType
from planner.domain.items import KINDS, ROOT, Measure, Unit

EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@EVERY_KIND
def test_the_table_lists_every_attribute_but_the_place(kind):
    stored = [entry.name for entry in fields(kind.cls)]
    assert stored == ["id", "parent", "rank", *(spec.key for spec in kind.stored)]


@EVERY_KIND
def test_every_default_is_a_value_that_its_field_takes(kind):
    assert [spec.key for spec in kind.stored if not spec.accepts(spec.default)] == []


@EVERY_KIND
def test_every_field_has_a_label_and_relations_name_their_target(kind):
    for spec in kind.fields:
        assert spec.label
        if spec.type is FieldType.RELATION:
            assert spec.target in KINDS


@EVERY_KIND
def test_a_kind_stands_under_kinds_that_exist(kind):
    assert set(kind.under) <= {ROOT, *KINDS}


def test_tables_have_names_of_their_own():
    assert len({kind.table for kind in KINDS.values()}) == len(KINDS)


def test_an_item_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Measure("m").title = "x"


def test_with_value_gives_a_changed_copy():
    measure = Measure("m", title="甲")
    assert measure.with_value("title", "乙") == Measure("m", title="乙")
    assert measure.title == "甲"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", 3),
        ("status", "finished"),
        ("weight", "1"),
        ("weight", True),
        ("weight", float("nan")),
        ("start", "2025-13"),
        ("start", None),
    ],
)
def test_a_value_of_the_wrong_type_or_range_is_refused(key, value):
    with pytest.raises(Refused) as refused:
        Measure("m").with_value(key, value)
    assert refused.value.code is Refusal.BAD_VALUE


@pytest.mark.parametrize("key", ["lead", "number", "colour", "id"])
def test_only_stored_fields_can_be_set(key):
    with pytest.raises(Refused) as refused:
        Measure("m").with_value(key, "x")
    assert refused.value.code is Refusal.UNKNOWN_FIELD


def test_a_unit_is_shown_by_its_first_short_name():
    assert Unit("u", title="全称").display_name == "全称"
    assert Unit("u", title="全称", short_names=("简称", "又称")).display_name == "简称"

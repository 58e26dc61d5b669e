import pytest

from planner.domain.codec import change_from_json, change_set_from_json, item_from_json
from planner.domain.errors import Refusal, Refused

ITEM = {"kind": "measure", "id": "m", "parent": "", "rank": "A", "fields": {"title": "甲"}}
SET = {"format": 1, "id": "", "label": {"code": "x"}, "author": "", "time": "", "changes": []}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, Refusal.BAD_FORMAT),
        ([], Refusal.BAD_FORMAT),
        ({}, Refusal.BAD_FORMAT),
        ({**SET, "format": 0}, Refusal.BAD_FORMAT),
        ({**SET, "format": 2}, Refusal.BAD_FORMAT),
        ({**SET, "format": "1"}, Refusal.BAD_FORMAT),
        ({**SET, "changes": {}}, Refusal.BAD_FORMAT),
        ({**SET, "label": "x"}, Refusal.BAD_FORMAT),
        ({**SET, "label": {"code": "x", "details": {"n": 1}}}, Refusal.BAD_FORMAT),
        ({**SET, "author": 3}, Refusal.BAD_FORMAT),
    ],
)
def test_what_is_no_change_set_is_refused(data, code):
    with pytest.raises(Refused) as refused:
        change_set_from_json(data)
    assert refused.value.code is code


@pytest.mark.parametrize(
    "data",
    [
        {"op": "explode"},
        {"op": "move", "id": "m", "old": {"parent": "", "rank": ""}},
        {"op": "set", "id": "m", "field": 3, "old": "", "new": ""},
        {"op": "set", "id": "m", "field": "title", "old": "", "new": {"a": 1}},
        {"op": "set", "id": "u", "field": "aliases", "old": [], "new": [1]},
    ],
)
def test_what_is_no_change_is_refused(data):
    with pytest.raises(Refused) as refused:
        change_from_json(data)
    assert refused.value.code is Refusal.BAD_FORMAT


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({**ITEM, "kind": "dragon"}, Refusal.UNKNOWN_KIND),
        ({**ITEM, "fields": {"colour": "红"}}, Refusal.UNKNOWN_FIELD),
        ({**ITEM, "fields": {"lead": "u1"}}, Refusal.UNKNOWN_FIELD),
        ({**ITEM, "fields": {"status": "finished"}}, Refusal.BAD_VALUE),
        ({**ITEM, "fields": {"weight": True}}, Refusal.BAD_VALUE),
        ({**ITEM, "id": 7}, Refusal.BAD_FORMAT),
        ({**ITEM, "fields": []}, Refusal.BAD_FORMAT),
    ],
)
def test_what_is_no_item_is_refused(data, code):
    with pytest.raises(Refused) as refused:
        item_from_json(data)
    assert refused.value.code is code

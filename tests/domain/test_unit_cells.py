import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.plain_text import folded, visible
from planner.domain.unit_cells import UnitNames, is_collective, split_duty, split_units

CELLS = [
    ("", ()),
    (" 、；\n", ()),
    ("市科委", ("市科委",)),
    ("市科委、市经济信息化委，市教委", ("市科委", "市经济信息化委", "市教委")),
    ("市科委,市教委;市财政局；市商务委", ("市科委", "市教委", "市财政局", "市商务委")),
    ("市科委\n市教委\r\n市财政局", ("市科委", "市教委", "市财政局")),
    (" 市科委 、\u3000市教委\u200b、\ufeff", ("市科委", "市教委")),
    ("市科委、市教委、市科委", ("市科委", "市教委")),
    ("ＡＩ办、AI办", ("ＡＩ办",)),
    ("市科委（市外专局、市知识产权局）、市教委", ("市科委（市外专局、市知识产权局）", "市教委")),
    ("市科委(外专局(甲、乙)、丙)、市教委", ("市科委(外专局(甲、乙)、丙)", "市教委")),
    ("市科委（牵头、市教委", ("市科委（牵头", "市教委")),
    ("市科委、各区政府。", ("市科委", "各区政府")),
    ("各有关单位按职责分工负责", ("各有关单位按职责分工负责",)),
    ("浦东新区 政府", ("浦东新区 政府",)),
]
REGISTER = [
    ("fgw", ["上海市发展和改革委员会", "市发展改革委", "市发改委", "发改委"]),
    ("kw", ["上海市科学技术委员会（上海市外国专家局）", "市科委"]),
    ("jw", ["上海市教育委员会", "市教委", "教委", ""]),
    ("pdjw", ["浦东新区教育局", "教委"]),
]
NAMES = UnitNames(REGISTER)


@pytest.mark.parametrize(("cell", "names"), CELLS)
def test_a_cell_is_split_into_names_as_written(cell, names):
    assert split_units(cell) == names


@given(
    st.lists(st.text("市区科教发改委局（）()AＡ 1", min_size=1, max_size=8), max_size=6),
    st.sampled_from("、，；\n"),
)
def test_splitting_what_was_split_changes_nothing(names, separator):
    once = split_units(separator.join(names))
    assert split_units("、".join(once)) == once
    assert all(name == name.strip() and name for name in once)
    assert len({folded(name) for name in once}) == len(once)


@given(st.text())
def test_any_cell_can_be_split(cell):
    for name in split_units(cell):
        assert name in visible(cell)


@pytest.mark.parametrize(
    ("name", "unit_id"),
    [
        ("市发改委", "fgw"),
        (" 市 发改委\u200b", "fgw"),
        ("市发展改革委。", "fgw"),
        ("上海市科学技术委员会(上海市外国专家局)", "kw"),
        ("上海市科学技术委员会〔上海市外国专家局〕", "kw"),
        ("市科委（牵头）", "kw"),
        ("市科委（并列牵头单位）", "kw"),
        ("市教委等", "jw"),
        ("市教委等部门", "jw"),
        ("区发改委", None),
        ("市科委（火炬中心）", None),
        ("教委", None),
        ("市商务委", None),
        ("", None),
    ],
)
def test_a_name_is_found_only_where_it_means_one_unit(name, unit_id):
    assert NAMES.find(name) == unit_id


def test_a_name_that_two_units_bear_is_ambiguous():
    assert NAMES.ambiguous("教委")
    assert NAMES.ambiguous("教委（牵头）")
    assert not NAMES.ambiguous("市教委")
    assert not NAMES.ambiguous("市商务委")


def test_a_unit_that_bears_a_name_twice_is_found():
    assert UnitNames([("a", ["市教委", "市 教委"]), ("b", ["市科委"])]).find("市教委") == "a"


def test_units_are_proposed_by_the_longest_common_part():
    assert NAMES.similar("区发改委") == ("fgw",)
    assert NAMES.similar("上海市教委") == ("jw", "pdjw")
    assert NAMES.similar("教委") == ("jw", "pdjw")
    assert NAMES.similar("上海市科学技术委员会") == ("kw",)
    assert NAMES.similar("市商务委") == ()
    assert NAMES.similar(" ") == ()


@given(
    st.dictionaries(st.text(min_size=1, max_size=4), st.lists(st.text(max_size=6), max_size=4), max_size=6)
)
def test_a_registered_name_is_found_or_ambiguous(register):
    names = UnitNames(register.items())
    for unit_id, own in register.items():
        for name in own:
            found = names.find(name)
            assert found == unit_id or names.ambiguous(name) or not names.similar(name)


@pytest.mark.parametrize("name", ["各区政府", "各有关部门", "有关单位", "市有关部门", "相关企业", "市科委等"])
def test_names_that_stand_for_many(name):
    assert is_collective(name)


@pytest.mark.parametrize("name", ["市科委", "市教委（各处室）", "高等教育研究院", ""])
def test_names_that_stand_for_one(name):
    assert not is_collective(name)


@pytest.mark.parametrize(
    ("cell", "units", "duty"),
    [
        ("市科委、市教委按职责分工负责", "市科委、市教委", "按职责分工负责"),
        ("市科委、市教委，按照各自职责分工落实。", "市科委、市教委", "按照各自职责分工落实"),
        ("按职责分工负责", "", "按职责分工负责"),
        ("市科委、市教委等按职责分工负责", "市科委、市教委", "等按职责分工负责"),
        ("市科委、各有关单位按职责分工负责", "市科委、各有关单位按职责分工负责", ""),
        ("市科委、市教委", "市科委、市教委", ""),
        ("市按摩协会", "市按摩协会", ""),
    ],
)
def test_the_duty_behind_units_is_held_as_written(cell, units, duty):
    assert split_duty(cell) == (units, duty)

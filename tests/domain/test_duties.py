import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.duties import Duty, read_duty

TASK = "建设科技创新策源地"
DUTIES = [
    (
        "（责任单位：市科委、市教委；完成时限：2025年底前）",
        Duty(undivided=("市科委", "市教委"), due="2025年底前"),
    ),
    (
        "(牵头单位:市科委;配合单位:市教委,市财政局;时限:2025年6月底前)。",
        Duty(lead=("市科委",), supporting=("市教委", "市财政局"), due="2025年6月底前"),
    ),
    (
        "（责任单位：市科委（市外专局）、市教委）",
        Duty(undivided=("市科委（市外专局）", "市教委")),
    ),
    ("（市科委牵头，市教委、市财政局配合）", Duty(lead=("市科委",), supporting=("市教委", "市财政局"))),
    ("（市科委、市教委按职责分工负责）", Duty(undivided=("市科委", "市教委"))),
    ("（市科委牵头负责）", Duty(lead=("市科委",))),
    ("（各有关部门负责）", Duty(undivided=("各有关部门",))),
    (
        "（市科委牵头，市教委、市财政局等按职责分工负责）",
        Duty(lead=("市科委",), undivided=("市教委", "市财政局")),
    ),
    ("〔完成时限：长期坚持〕", Duty(due="长期坚持")),
    (
        "\n牵头单位：市科委 配合单位：市教委、各区政府",
        Duty(lead=("市科委",), supporting=("市教委", "各区政府")),
    ),
    (
        "\n牵头单位：市科委\n配合单位：市教委\n完成时限：2025年底前",
        Duty(lead=("市科委",), supporting=("市教委",), due="2025年底前"),
    ),
    ("\n\u3000\u3000责任部门：市科委；市教委\n", Duty(undivided=("市科委", "市教委"))),
]
NO_DUTY = [
    "",
    TASK,
    TASK + "（含张江）",
    TASK + "（2025年）",
    TASK + "（详见附件；责任单位：市科委）",
    "明确牵头单位：由市政府定",
    "落实（市科委牵头，详见附件）",
]


@pytest.mark.parametrize(("words", "duty"), DUTIES)
def test_a_duty_is_taken_out_of_the_text(words, duty):
    read = read_duty(TASK + words)
    assert (read.lead, read.supporting, read.undivided, read.due) == (
        duty.lead,
        duty.supporting,
        duty.undivided,
        duty.due,
    )
    assert (read.rest, read.words) == (TASK, words.strip())


@pytest.mark.parametrize("text", NO_DUTY)
def test_a_text_without_a_duty_is_left_whole(text):
    assert read_duty(text) == Duty(rest=text)


def test_lines_after_a_duty_stay():
    read = read_duty(f"{TASK}\n牵头单位：市科委\n另行部署")
    assert (read.lead, read.rest) == (("市科委",), f"{TASK}\n另行部署")


@given(
    st.lists(
        st.sampled_from(["市科委", "牵头", "牵头单位：", "配合", "（", "）", "；", "、", "\n", " ", "时限："])
    )
)
def test_no_text_is_lost(pieces):
    text = "".join(pieces)
    read = read_duty(text)
    kept = "".join((read.rest + read.words).split())
    assert sorted(kept) == sorted("".join(text.split()))


@given(st.text())
def test_any_text_can_be_read(text):
    assert read_duty(text).rest in (text, text.rstrip()) or read_duty(text).words

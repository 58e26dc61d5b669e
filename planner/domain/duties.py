"""Who does a task and until when, as a plan says it behind or under the task. Any room may import it.

Offices write it in brackets at the end, `（责任单位：市科委、市教委；完成时限：2025年底前）` or
`（市科委牵头，市教委配合）`, or in lines of their own, `牵头单位：市科委 配合单位：市教委`.
"""

import re
from dataclasses import dataclass
from enum import Enum

from planner.domain.unit_cells import split_units


@dataclass(frozen=True, slots=True)
class Duty:
    """The units and the deadline named in a text; `undivided` are those of whom none leads.

    `words` is the part of the text that says so, as written, and `rest` what remains of the text.
    """

    lead: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    undivided: tuple[str, ...] = ()
    due: str = ""
    words: str = ""
    rest: str = ""


class _Role(Enum):
    LEAD = "lead"
    SUPPORTING = "supporting"
    UNDIVIDED = "undivided"
    DUE = "due"


_LABELS = (
    (_Role.LEAD, r"(?:责任)?(?:牵头|主办|主责|承办)(?:单位|部门)?"),
    (_Role.SUPPORTING, r"(?:责任)?(?:配合|协办|协助|协同|参与|参加|支持)(?:单位|部门)?"),
    (_Role.UNDIVIDED, r"(?:责任|实施|落实|负责)(?:单位|部门)"),
    (_Role.DUE, r"(?:完成|办结|时间)?(?:时限|期限|节点)|完成时间|时间(?:要求|安排)"),
)
_ROLES_SAID = (
    (_Role.LEAD, r"(?:负责)?牵头(?:负责)?|主办"),
    (_Role.SUPPORTING, r"(?:参与)?(?:配合|协助)|协办|参与|参加"),
    (_Role.UNDIVIDED, r"(?:等)?(?:按(?:照)?(?:各自)?职责(?:分工)?|分工|共同)?负责"),
)


def _either(rows: tuple[tuple[_Role, str], ...]) -> str:
    return "|".join(f"(?P<{role.value}>{pattern})" for role, pattern in rows)


_LABEL = re.compile(rf"(?:(?<=[\s、，,；;。])|(?<![\s\S]))(?:{_either(_LABELS)})[:：]")
_LABELLED_LINE = re.compile(rf"^[^\S\n]*(?=(?:{_either(_LABELS)})[:：]).*$\n?", re.MULTILINE)
_SAID = re.compile(rf"(?P<units>.+?)(?:{_either(_ROLES_SAID)})")
_TRAILING_BRACKET = re.compile(
    r"[（(〔【](?P<inside>(?:[^（(〔【）)〕】]|[（(〔【][^（(〔【）)〕】]*[）)〕】])*)[）)〕】][。.；;\s]*\Z"
)
_BETWEEN = " \t\r\n\u3000、，,；;。."


def read_duty(text: str) -> Duty:
    """Return the duty that `text` ends with or has lines for; without one, all of `text` is the rest."""
    bracket = _TRAILING_BRACKET.search(text)
    if bracket and (parts := _labelled(bracket["inside"]) or _said(bracket["inside"])):
        return _duty(parts, bracket[0].strip(), text[: bracket.start()].rstrip())
    lines = [found[0].strip() for found in _LABELLED_LINE.finditer(text)]
    parts = [part for line in lines for part in _labelled(line)]
    return _duty(parts, "\n".join(lines), _LABELLED_LINE.sub("", text).rstrip() if lines else text)


def _labelled(text: str) -> list[tuple[_Role, str]]:
    """Return what stands behind each label of `text`; nothing where it does not begin with one."""
    text = text.strip()
    labels = list(_LABEL.finditer(text))
    if not labels or labels[0].start():
        return []
    ends = [label.start() for label in labels[1:]] + [len(text)]
    return [
        (_role(label), text[label.end() : end].strip(_BETWEEN))
        for label, end in zip(labels, ends, strict=True)
    ]


def _said(text: str) -> list[tuple[_Role, str]]:
    """Return who leads and who supports in `市科委牵头，市教委配合`; nothing where a part says neither."""
    parts = []
    for clause in re.split(r"[，,；;。\n]", text.strip(_BETWEEN)):
        found = _SAID.fullmatch(clause.strip())
        if found is None:
            return []
        parts.append((_role(found), found["units"]))
    return parts


def _role(found: re.Match[str]) -> _Role:
    return next(role for role in _Role if found.groupdict().get(role.value))


def _duty(parts: list[tuple[_Role, str]], words: str, rest: str) -> Duty:
    def units(role: _Role) -> tuple[str, ...]:
        return split_units("、".join(value for said, value in parts if said is role))

    return Duty(
        lead=units(_Role.LEAD),
        supporting=units(_Role.SUPPORTING),
        undivided=units(_Role.UNDIVIDED),
        due="；".join(value for role, value in parts if role is _Role.DUE and value),
        words=words,
        rest=rest,
    )

"""Cells that name units: split into names, and the names found in the register. Any room may import it."""

import re
from collections import defaultdict
from collections.abc import Iterable

from planner.domain.plain_text import folded, visible

_OPENING, _CLOSING = r"（(〔\[【〈《", r"）)〕\]】〉》"
_BRACKETED = (
    rf"[{_OPENING}](?:[^{_OPENING}{_CLOSING}]|[{_OPENING}][^{_OPENING}{_CLOSING}]*[{_CLOSING}])*[{_CLOSING}]"
)
_NAME = re.compile(rf"(?:{_BRACKETED}|[^、､，,﹐；;\n\r\v\f\x85\u2028\u2029])+")
_AROUND_NAME = " \t\u3000\xa0。．."

_ONE_BRACKET = str.maketrans("〔[【〈《〕]】〉》", "((((()))))")
_NOTE = re.compile(
    r"(?:\((?:并列|共同|联合)?(?:牵头|负责|配合|协助|主办|协办|主责)(?:单位|部门)?\)|等(?:单位|部门)?)$"
)

_SEPARATORS = "、､，,﹐；;\n\r"
_DUTY = re.compile(
    r"(?:等(?:单位|部门)?)?(?:根据|依据|按照|按)(?:各自)?(?:职责|职能)(?:分工)?"
    r"(?:共同|分别)?(?:负责|落实|推进|实施|承担)?$"
)

_COLLECTIVE = re.compile(r"各|(?:.*(?:有关|相关))(?:单位|部门|地区|企业|机构|委办局)|.*等(?:单位|部门)?$")


def split_units(cell: str) -> tuple[str, ...]:
    """Return the names that a cell lists by 、 ， ； or line breaks, once each, as written; the first leads.

    What stands in brackets is not split.
    """
    names: dict[str, str] = {}
    for found in _NAME.finditer(visible(cell)):
        if name := found[0].strip(_AROUND_NAME):
            names.setdefault(folded(name), name)
    return tuple(names.values())


def split_duty(cell: str) -> tuple[str, str]:
    """Return a cell without words such as 按职责分工负责 at its end, and these words as written.

    A collective name keeps them: 各有关单位按职责分工负责 stands for whoever it may be.
    """
    plain = visible(cell).rstrip(_AROUND_NAME)
    found = _DUTY.search(plain)
    if found is None:
        return cell, ""
    units = plain[: found.start()].rstrip(_SEPARATORS + _AROUND_NAME)
    names = split_units(units)
    return (cell, "") if names and is_collective(names[-1]) else (units, found[0])


def is_collective(name: str) -> bool:
    """Say whether a name stands for many bodies, as 各区政府 and 有关单位."""
    return _COLLECTIVE.match(folded(name)) is not None


class UnitNames:
    """The names of a register of units, found whatever their width, spaces and kind of brackets.

    A name is never matched by a part of it, since 区发改委 is not the 发改委 of the city; `similar` proposes.
    """

    def __init__(self, register: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Index `register`, which gives the id of each unit with its full name, short names and aliases."""
        owners: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for unit_id, names in register:
            for name in names:
                if key := _key(name):
                    owners[key][unit_id] = None
        self._owners = {key: tuple(unit_ids) for key, unit_ids in owners.items()}

    def find(self, name: str) -> str | None:
        """Return the id of the only unit of this name; a note as in 市科委（牵头） is passed over."""
        owners = self._named(name)
        return owners[0] if len(owners) == 1 else None

    def ambiguous(self, name: str) -> bool:
        """Say whether several units bear this name, so that a person must choose."""
        return len(self._named(name)) > 1

    def similar(self, name: str) -> tuple[str, ...]:
        """Return the ids of units to propose for a name: those that bear it, then by the longest common part.

        A part is common where the whole of one name stands within the other.
        """
        key = _key(name)
        parts = [known for known in self._owners if key and (known in key or key in known)]
        parts.sort(key=lambda known: (known != key, -min(len(known), len(key)), known))
        return tuple(dict.fromkeys(unit_id for known in parts for unit_id in self._owners[known]))

    def _named(self, name: str) -> tuple[str, ...]:
        key = _key(name)
        return self._owners.get(key) or self._owners.get(_NOTE.sub("", key), ())


def _key(name: str) -> str:
    return folded(name).translate(_ONE_BRACKET).strip("。．.、,;")

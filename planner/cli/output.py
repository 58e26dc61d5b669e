"""What the commands print: JSON for programs, lines for people."""

import json
from collections.abc import Iterable
from typing import Any


def print_json(data: Any) -> None:
    """Print a value as indented JSON."""
    print(json.dumps(data, ensure_ascii=False, indent=2))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines, each on one line whatever it holds."""
    for line in lines:
        print(line.replace("\n", " ").replace("\r", " "))

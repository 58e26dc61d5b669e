"""Runs a long walk, or walks with known bugs in the program."""

import argparse
import os
import sys
import time

from PySide6.QtWidgets import QApplication

from tests.gui.tree.walking.seeded_bugs import BUGS, find_bug
from tests.gui.tree.walking.walk import walk


def main() -> int:
    """Return 0 when the walk found nothing, or every bug was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.gui.tree.walking", description=__doc__)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bugs", action="store_true")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    begun = time.monotonic()
    if chosen.bugs:
        found = [_report(bug.name, find_bug(bug, chosen.steps, chosen.seed)) for bug in BUGS]
        _say(f"found {sum(found)} of {len(BUGS)} bugs in {time.monotonic() - begun:.0f} s")
        return 0 if all(found) else 1
    done = walk(chosen.steps, chosen.seed)
    for deed, count in sorted(done.items()):
        _say(f"{deed:24} {count}")
    _say(f"{chosen.steps} steps without a disagreement in {time.monotonic() - begun:.0f} s")
    application.quit()
    return 0


def _report(name: str, found: str) -> bool:
    _say(f"{name:40} {found or 'NOT FOUND'}")
    return bool(found)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


raise SystemExit(main())

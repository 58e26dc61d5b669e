"""Starts Policy Planner: `main.py [PLAN]` opens the window, `main.py --help` lists the commands."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the sentence is for those who try with an older one
    print(f"Policy Planner needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
    sys.exit(2)

from planner.bootstrap import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/bin/sh
# Prints the Python to build with: the active python3 when it is new enough, else the newest one that runs.
for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1; then
        command -v "$name"
        exit 0
    fi
done
echo "No Python between 3.11 and 3.14 was found: install one, or name it with make PYTHON=/path/to/python3" >&2
exit 1

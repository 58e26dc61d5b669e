"""Makes the virtual environment from the locked requirements, on a machine that has nothing but Python.

Run by the Makefile with the Python that it found: `python tools/environment.py .venv requirements-dev.txt`.
Standard library only, since it runs before anything is installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

MINIMUM = (3, 11)


def main() -> int:
    """Create the environment and install the locked packages; 0 when ready, 2 with a sentence if not."""
    parser = argparse.ArgumentParser(description="Make the virtual environment from locked requirements.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("requirements", type=Path)
    arguments = parser.parse_args()
    if sys.version_info < MINIMUM:
        print("Python 3.11 or newer is needed; this is {}.{}.".format(*sys.version_info[:2]), file=sys.stderr)
        return 2
    if not can_make_environments() and not install_venv_package():
        return 2
    create(arguments.folder)
    return install(arguments.folder, arguments.requirements)


def can_make_environments() -> bool:
    """Tell whether this Python carries venv with pip: Debian packs them separately."""
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def install_venv_package() -> bool:
    """Install Debian's venv package where we may, else print the line that does it."""
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (["update"], ["install", "--no-install-recommends", package]):
            subprocess.run(["apt-get", "-qq", "-y", *command], check=False)
        importlib.invalidate_caches()
        if can_make_environments():
            return True
    print(f"Python's venv module is missing; run: sudo apt-get install {package}", file=sys.stderr)
    return False


def create(folder: Path) -> None:
    """Make an empty environment in `folder`, replacing whatever half-made one is there."""
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)


def install(folder: Path, requirements: Path) -> int:
    """Install exactly the locked packages; pip refuses any whose hash differs."""
    scripts = "Scripts" if os.name == "nt" else "bin"
    pip = [str(folder / scripts / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    return subprocess.run([*pip, "--require-hashes", "-r", str(requirements)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

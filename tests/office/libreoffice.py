"""Another program that opens our workbooks, for tests; those that need it are skipped where it is missing."""

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def convert(path: Path, form: str, out: Path) -> None:
    """Have LibreOffice write a file in another form into a folder."""
    subprocess.run(
        [
            str(SOFFICE),
            "--headless",
            f"-env:UserInstallation={(path.parent / 'profile').as_uri()}",
            "--convert-to",
            form,
            "--outdir",
            out,
            path,
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )


def converted(path: Path, folder: Path) -> "Workbook":
    """The workbook as LibreOffice computes it and writes it again, with the values of its formulas."""
    from openpyxl import load_workbook

    out = folder / "converted"
    convert(path, "xlsx", out)
    return load_workbook(out / path.name, data_only=True)

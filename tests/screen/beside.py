"""Another program on the same display: keeps a text on the clipboard, or takes a picture of the screen.

`python -m tests.screen.beside clipboard FILE [HTML]` stays until it is ended; `picture FILE` saves a PNG.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def main(task: str, file: str, *html: str) -> int:
    """Do one task; returns the exit code."""
    application = QGuiApplication([])
    if task == "picture":
        return 0 if QGuiApplication.primaryScreen().grabWindow(0).save(file) else 1
    data = QMimeData()
    data.setText(Path(file).read_text("utf-8"))
    for one in html:
        data.setHtml(Path(one).read_text("utf-8"))
    QGuiApplication.clipboard().setMimeData(data)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    return application.exec()


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))

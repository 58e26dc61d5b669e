"""The colours of paper, whatever theme the window has: pages are dark on white on the screen as in print."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

PAPER = QColor(Qt.GlobalColor.white)
INK = QColor(Qt.GlobalColor.black)

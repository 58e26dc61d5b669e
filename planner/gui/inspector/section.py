"""The headings between the parts of the inspector."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from planner.gui.fonts import scaled_font


def section_heading(text: str, parent: QWidget) -> QLabel:
    """Make the quiet heading of a part of the inspector."""
    heading = QLabel(text, parent)
    heading.setTextFormat(Qt.TextFormat.PlainText)
    heading.setFont(scaled_font(parent.font(), 1.0, QFont.Weight.DemiBold))
    return heading

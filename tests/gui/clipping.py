"""Finds text that has less room than it needs, in any widget tree."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

_SLACK = 2
_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QTabBar)


def clipped(root):
    """Say of each visible widget below a root what of it is cut, as sentences."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() and not _is_scrolled_away(widget):
            found += [f"{_name(widget)}: {what}" for what in _faults(widget)]
    return found


def _faults(widget):
    if isinstance(widget, QLabel) and widget.text():
        yield from _label_faults(widget)
    elif isinstance(widget, _CONTROLS):
        yield from _control_faults(widget)
    elif isinstance(widget, QTableView | QTreeView):
        yield from _row_faults(widget)
    elif (
        isinstance(widget, QHeaderView) and widget.count() and widget.height() < widget.fontMetrics().height()
    ):
        yield f"head of {widget.height()} pixels"


def _label_faults(label):
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + _SLACK:
            yield f"{label.height()} of {needed} pixels high"
    elif label.minimumWidth() != 1 and label.sizeHint().width() > label.width() + _SLACK:
        yield f"{label.width()} of {label.sizeHint().width()} pixels wide"
    if label.height() < label.fontMetrics().height():
        yield f"{label.height()} pixels high"


def _control_faults(control):
    if isinstance(control, QAbstractButton) and (not control.text() or _has_icon_alone(control)):
        return
    line = control.fontMetrics().height()
    in_a_frame = isinstance(control.parentWidget(), QAbstractSpinBox)
    if control.height() < line and not in_a_frame:
        yield f"{control.height()} pixels high for a line of {line}"
    if isinstance(control, QAbstractButton):
        icon = 0 if control.icon().isNull() else control.iconSize().width()
        text = control.text().replace("&&", "\0").replace("&", "")
        needed = control.fontMetrics().horizontalAdvance(text) + icon
        if control.width() < needed:
            yield f"{control.width()} of {needed} pixels wide"


def _has_icon_alone(button):
    style = button.toolButtonStyle() if isinstance(button, QToolButton) else None
    return style is not None and style.name == "ToolButtonIconOnly"


def _row_faults(view):
    model = view.model()
    if model is None or not model.rowCount():
        return
    height = view.visualRect(model.index(0, 0)).height()
    if 0 < height < view.fontMetrics().height():
        yield f"rows of {height} pixels"


def _is_scrolled_away(widget):
    """Whether a widget lies in something that scrolls, so that its edges may be out of sight."""
    shown = widget.visibleRegion().boundingRect()
    return shown.isEmpty() or (isinstance(widget, QAbstractScrollArea) and shown == QRect())


def _name(widget):
    text = getattr(widget, "text", str)
    return f"{type(widget).__name__} {widget.objectName()!r} {text()!r}"

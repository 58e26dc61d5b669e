"""The fields that both forms of the print preview are made of; only these import it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QSizePolicy

_LEAST_CHARACTERS = 10


def choice_box(name: str, options: Iterable[tuple[str, str]]) -> QComboBox:
    """Return a box of codes with their words, as wide as its form, however long the words are."""
    box = QComboBox()
    box.setObjectName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LEAST_CHARACTERS)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for code, text in options:
        box.addItem(text, str(code))
    return box

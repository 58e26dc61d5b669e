"""Marks a text for the catalogue of words without translating it.

The domain never words anything: it declares labels in the source language and hands them on. Whoever shows
a label looks it up in the catalogue of `planner.app.words`.
"""


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Return `message` unchanged; the catalogue's extractor finds the call."""
    return message

"""Colours rows by the terms of one facet. The colours are roles of the theme; the legend names them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from planner.app.conditions.model import FACET_PREFIX
from planner.app.facet_terms import colour_places, facet_of_key
from planner.app.touched import Touched
from planner.domain.items import Facet, Measure, Term
from planner.gui.bridge import Bridge

ROLES = (
    "layer-4",
    "layer-3",
    "layer-2",
    "layer-1",
    "link-visited",
    "light-on-track",
    "light-late",
    "light-done",
)
"""The colours in the order in which terms take them; further terms begin again."""

_KINDS = frozenset(("facet", "term", "link", "measure"))


class Colours(QObject):
    """Which colour each measure has; `changed` comes when any may have another."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.by = ""
        self.roles: Mapping[str, str] = {}
        bridge.changed.connect(self._follow)

    def colour_by(self, key: str) -> None:
        """Colour by `facet:` and the key of a facet, or not at all."""
        self.by = key
        self._reckon()

    def legend(self) -> list[tuple[str, str]]:
        """Return the colour roles in use with the names of their terms."""
        facet = self._facet()
        if facet is None:
            return []
        terms = self._bridge.plan.children(facet.id, Term)
        return [(ROLES[place % len(ROLES)], term.title) for place, term in enumerate(terms)]

    def _facet(self) -> Facet | None:
        return facet_of_key(self._bridge.plan, self.by.removeprefix(FACET_PREFIX)) if self.by else None

    def _reckon(self) -> None:
        facet, plan = self._facet(), self._bridge.plan
        places = colour_places(plan, facet, [*plan.of(Measure)]) if facet else {}
        self.roles = {item_id: ROLES[place % len(ROLES)] for item_id, place in places.items()}
        self.changed.emit()

    def _follow(self, touched: Touched) -> None:
        if self.by and touched.kinds & _KINDS:
            self._reckon()

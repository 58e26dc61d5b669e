"""The kinds of items of which a plan consists, each declared with its field table.

Importing the package completes the table of kinds.
"""

from planner.domain.items.base import KINDS, ROOT, Item, kind_of
from planner.domain.items.checks import RuleSetting, Waiver
from planner.domain.items.framework import PLAN_ID, Document, Facet, Figure, Node, PlanHead, Strength, Term
from planner.domain.items.indicators import Indicator, IndicatorValue
from planner.domain.items.layouts import Layout
from planner.domain.items.links import RELATION_TARGETS, Link
from planner.domain.items.measures import Adjustment, Funding, Goal, Measure, Milestone, Report
from planner.domain.items.own_fields import OwnField, OwnValue
from planner.domain.items.reporting import Passage, ReportingPeriod
from planner.domain.items.units import Unit
from planner.domain.items.views import View

__all__ = [
    "KINDS",
    "PLAN_ID",
    "RELATION_TARGETS",
    "ROOT",
    "Adjustment",
    "Document",
    "Facet",
    "Figure",
    "Funding",
    "Goal",
    "Indicator",
    "IndicatorValue",
    "Item",
    "Layout",
    "Link",
    "Measure",
    "Milestone",
    "Node",
    "OwnField",
    "OwnValue",
    "Passage",
    "PlanHead",
    "Report",
    "ReportingPeriod",
    "RuleSetting",
    "Strength",
    "Term",
    "Unit",
    "View",
    "Waiver",
    "kind_of",
]

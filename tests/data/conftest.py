"""The templates as built from `data/`, once for all tests that only read them."""

from pathlib import Path

import pytest

from planner.app import template
from planner.domain.plan import Plan

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def shanghai() -> Plan:
    return template.load(DATA, "shanghai")


@pytest.fixture(scope="session")
def example() -> Plan:
    return template.load(DATA, "example")


@pytest.fixture(scope="session")
def blank() -> Plan:
    return template.load(DATA, "blank")

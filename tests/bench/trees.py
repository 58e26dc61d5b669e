"""The tree of the window over a plan of any size, and the bare table that it is measured against."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import quantiles
from typing import Any

from planner.app.clock import SystemClock
from planner.app.document import Document
from planner.app.outline import Outline
from planner.app.plan_store import Base
from planner.app.words import Words
from planner.storage.journal import JournalFile
from planner.storage.schema import CURRENT
from tests.bench.sample import make_content

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt  # noqa: E402 - the platform is chosen before
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView  # noqa: E402

from planner.gui.bridge import Bridge  # noqa: E402
from planner.gui.theme_manager import ThemeManager  # noqa: E402
from planner.gui.tree.view import TreeView  # noqa: E402

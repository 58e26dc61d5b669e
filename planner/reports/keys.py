"""The keys of the sheets that others lead to. Any room above `app` may import it."""

COVER = "cover"
"""Says what the workbook is and lists its sheets."""

WORK_PLAN = "work_plan"
"""Has a row for each measure."""

PROGRESS = "progress"
"""Has the last report of each measure."""

TRACKING = "tracking"
"""Has a row for each indicator."""

INDICATOR_MAP = "indicator_map"
"""Has the measures that serve each indicator."""

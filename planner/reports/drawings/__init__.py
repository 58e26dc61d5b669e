"""The figures of a plan, each laid out from its data as a `planner.reports.drawing.Drawing`."""

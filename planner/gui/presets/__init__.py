"""Layouts of exported tables edited in a window: kept in the plan, read from files and written to them."""

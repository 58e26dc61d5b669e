"""Reporting periods in the window: closing one, looking back at it, and what has moved since."""

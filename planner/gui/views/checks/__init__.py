"""The view of the checks: what was found, where, and what can be done about it."""

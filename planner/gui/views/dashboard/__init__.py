"""The plan at a glance, on cards; every number opens the list behind it."""

"""Conditions by which rows are filtered: what they are, which a field takes, and how they are judged."""

"""Conditions on rows, colours by facet and what is in force of both. The desk puts it above the views."""

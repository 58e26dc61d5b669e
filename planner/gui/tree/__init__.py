"""The tree of the plan as a table: model, delegate, view, header and filter box."""

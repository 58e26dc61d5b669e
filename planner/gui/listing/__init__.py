"""The measures of a plan as a flat list beside the tree: sorted, grouped, filtered with it."""

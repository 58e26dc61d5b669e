"""The form of the selected item, built from the field table; only the panes of the window import it."""

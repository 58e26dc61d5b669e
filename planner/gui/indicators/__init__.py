"""The table of all indicators; only the panes of the window import it."""

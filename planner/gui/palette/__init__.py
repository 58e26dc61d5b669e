"""The command palette: every action of the window, found by typing."""

"""The help: pages in `resources/help`, filled in from the program's own tables, in a window of its own."""

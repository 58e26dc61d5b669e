"""Office formats written and read, from the data of reports; imports reports, app and domain."""

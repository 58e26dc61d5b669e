"""The editor of the paragraphs that a person writes into reports."""

"""Checks (校核): rules over the whole plan, run while a person edits it.

`checker` runs them, `table` lists them, `rules` holds what each looks for; imports only app and domain.
"""

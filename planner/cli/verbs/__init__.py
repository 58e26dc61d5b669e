"""One module a command, imported when it is called.

`run` does the work and says whether there were findings.
"""

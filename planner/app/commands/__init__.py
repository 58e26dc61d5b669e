"""Commands: plain functions from a plan and an intent to the change set that fulfils it.

They decide; they change nothing. `Document.apply` does.
"""

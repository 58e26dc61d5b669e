"""Fills an office's own workbook with a plan. Only `planner.office.export` imports it.

The parts of the workbook are edited as the XML that they are, rather than read into a library's objects
and written anew: text boxes, pictures in headers, charts and what newer programs add stay as they were.
"""

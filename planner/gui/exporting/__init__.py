"""Exports from a window: what is asked, a preview of the pages, and the job beside the work."""

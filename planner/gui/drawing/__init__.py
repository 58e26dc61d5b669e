"""Drawings on the screen, on paper and in files: one painter for all of them."""

"""Reports on pages: one paginator and one painter for preview, printer and PDF."""

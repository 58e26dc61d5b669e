"""The print preview: which sheets, on which paper, to a printer or into files."""

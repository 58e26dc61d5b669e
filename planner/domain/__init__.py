"""What a plan is and how it changes: the standard library alone, no input or output, no Qt."""

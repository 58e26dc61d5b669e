"""Status sheets: what a plan says on paper, as blocks, in words that templates give."""

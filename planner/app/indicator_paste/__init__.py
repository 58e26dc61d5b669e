"""From a block of indicator values on the clipboard to a change set; any room above `app` may import it.

`columns` finds out how the block is laid out, `entries` makes one entry of each of its cells, `outcome` makes
changes of them, and `amounts` reads what stands in a cell.
"""

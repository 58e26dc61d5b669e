"""From what another program left on the clipboard to a change set; any room above `app` may import it.

`reading` makes a grid of cells of it, `rows` makes rows with a depth and fields of the grid, `subtree` and
`onto_cells` make changes of them. Nothing here raises on any text; only too much text is refused.
"""

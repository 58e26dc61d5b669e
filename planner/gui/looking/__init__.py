"""How a person looks at the rows: filter, colours, columns, and views saved in the plan."""

"""The view of the indicators: a table of attainment, the chart of one, small charts of all."""

"""The view of the matrix: what measures stand where two classifications meet, and where none do."""

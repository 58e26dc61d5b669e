"""Following up on a measure: its deadline changed officially, and its progress reported."""

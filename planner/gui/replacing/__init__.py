"""Find and replace over the texts of the plan, with a preview of each place."""

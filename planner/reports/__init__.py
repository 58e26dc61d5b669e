"""What goes on paper or into a workbook, as plain data for any renderer; imports app and domain."""

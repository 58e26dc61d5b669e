"""The tour: five bubbles that point at the parts of the window when a plan is opened for the first time."""

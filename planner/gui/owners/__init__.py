"""The view of the units: their register, and a page of what each has to do."""

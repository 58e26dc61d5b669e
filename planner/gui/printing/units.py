"""The unit that pages are laid out in: a tenth of a point, so that fonts have whole sizes on any device."""

PER_POINT = 10
PER_INCH = 72 * PER_POINT
PER_MM = PER_INCH / 25.4

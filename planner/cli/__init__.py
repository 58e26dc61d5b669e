"""The use cases without a screen, as sub-commands; imports reports, app and domain."""

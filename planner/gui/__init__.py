"""The window, and the only room that knows Qt; imports reports, app and domain."""

"""The program as a person meets it: in a process of its own, on a virtual display, with real keys.

Skipped where Xvfb or xdotool is missing. With SCREEN_PICTURES set to a folder, pictures of the end are kept.
"""

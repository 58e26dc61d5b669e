"""The program as a person meets it: in a process of its own, on a virtual display, with real keys.

`make screen` runs these tests. Beside others they are skipped, since a pointer doesn't wait for a busy
machine, and so they are where Xvfb or xdotool is missing. With SCREEN_PICTURES set to a folder, pictures of
the end are kept.
"""

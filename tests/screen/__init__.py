"""The program as a person meets it: in a process of its own, on a virtual display, with real keys.

`make screen` runs them; beside other tests they are skipped, since a hand on the pointer doesn't wait for a busy
machine, and where Xvfb or xdotool is missing. With SCREEN_PICTURES set to a folder, pictures of the end are kept.
"""

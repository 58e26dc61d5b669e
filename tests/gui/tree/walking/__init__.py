"""A planner who does anything at all in the tree, thousands of times, and what must hold after each step.

`python -m tests.gui.tree.walking --steps 20000 --seed 1` walks; `--bugs` puts known bugs into the program,
one after the other, and says which of them the walk finds. The test suite does both with fewer steps.
"""

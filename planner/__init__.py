"""Policy Planner: policy action plans written, followed up and reported on."""

__version__ = "0.1.0"

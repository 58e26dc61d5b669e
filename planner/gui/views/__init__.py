"""The views of a plan beside its tree, each made when it is first looked at."""

"""The values of indicators as a grid to type into, and the paste of blocks of them with its preview."""

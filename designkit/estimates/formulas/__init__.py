"""The numbers of a design, each computed from what it states: ages, shares, loads."""

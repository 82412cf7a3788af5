"""The handout of a design: its sections, one file each, in the order of a case."""

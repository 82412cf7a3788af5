"""The numbers of a design: formulas, topics, what-if, simulation."""

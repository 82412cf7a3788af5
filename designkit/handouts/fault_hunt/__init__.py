"""Puts faults into a good design, each of which the checker finds."""

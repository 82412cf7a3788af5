"""Draws a sweep: a small plot for each figure that reacts, in the look of pictures."""

from designkit.pictures.plots.files import format_of, plot

__all__ = ["format_of", "plot"]

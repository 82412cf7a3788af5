"""Writes parts of designs between the markers of Markdown files."""

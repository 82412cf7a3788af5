"""Texts of any kind: escaped, counted, chosen, measured, filled in."""

"""Formulas as JavaScript: written once in Python, computed in the page as well."""

"""Lengths of time in seconds, the unit in which durations are computed."""

MINUTE = 60
HOUR = 3_600
DAY = 86_400
WEEK = 604_800
YEAR = 31_536_000
"""Of 365 days."""

"""A value as it is shown inside a message."""

MOST_SHOWN = 60


def shown(value: object) -> str:
    """Quote `value`, cut where it is too long for a line."""
    text = str(value)
    return repr(text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…")

"""Every topic of an estimate, one file each. To add one, add a file."""

from functools import cache

from designkit.estimates.topic import Topic
from designkit.registry import members


@cache
def all_topics() -> tuple[Topic, ...]:
    """Return every topic, in the order in which they build on each other."""
    return tuple(sorted(members(__name__, Topic), key=lambda item: item.order))

"""HTML as a browser sees it, for tests that look at more than characters."""

from functools import lru_cache

from justhtml import JustHTML
from justhtml.dom import Element


@lru_cache(maxsize=4)
def elements(text: str) -> tuple[Element, ...]:
    """Parse a page of valid HTML; anything a browser would have to mend is an error."""
    found = JustHTML(text, strict=True, sanitize=False).query("*")
    return tuple(node for node in found if isinstance(node, Element))


def attributes(text: str, name: str) -> tuple[str, ...]:
    """Return the values of the attribute `name` of all elements."""
    found = (element.attrs.get(name) for element in elements(text))
    return tuple(value for value in found if value)

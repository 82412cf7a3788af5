"""The pages of what the checker finds before and beside its rules, by code.

They are written like the docstring of a rule: a summary, the reason, a bad and a good
example, what to do, and a source where there is one. `designkit.checks.rule.read_page`
reads them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from designkit.source.pages import accepting, names, reading, shapes, wiring

LOAD_PAGES: Mapping[str, str] = MappingProxyType(
    {
        **reading.PAGES,
        **shapes.PAGES,
        **names.PAGES,
        **wiring.PAGES,
        **accepting.PAGES,
    }
)
"""The text of each page, by code, in the order of the codes."""

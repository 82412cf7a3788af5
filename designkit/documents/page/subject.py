"""What a page is made of: a design as it was loaded, checked, estimated and drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.documents.write_up.writing import Length
from designkit.pictures.drawing import Drawing
from designkit.source.loader import Loaded

JsonValue = object
"""What can be written as JSON: texts, numbers, lists, and dicts by texts."""


@dataclass(frozen=True)
class PageSubject:
    """A loaded design, what a write-up tells of it, and its placed `drawings` by view.

    `templates` is where the project has outlines of its own. A page that `is_in_site`
    links to the index above its directory, and to the pages of rules beside it.
    """

    loaded: Loaded
    told: WriteUpInputs
    drawings: Mapping[str, Drawing]
    stem: str
    length: Length = Length.SHORT
    templates: Path | None = None
    is_in_site: bool = False

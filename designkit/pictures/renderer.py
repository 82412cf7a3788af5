"""What a renderer is: it turns a placed drawing into the bytes of a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from designkit.pictures.drawing import Drawing
from designkit.pictures.pixels import Pixels


class Theme(StrEnum):
    """The colours of a picture; ``auto`` follows the reader's screen where it can."""

    LIGHT = "light"
    DARK = "dark"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Renderer:
    """A format of pictures: its name, and the suffix of its files without the dot.

    `together` renders several pictures into one file, where the format has pages;
    `sized` renders as large as is asked for, where it has pixels. One that
    `keeps_places` shows cards and arrows where layout has put them; others place anew.
    """

    name: str
    summary: str
    render: Callable[[Drawing, Theme], bytes]
    suffix: str
    together: Callable[[Sequence[Drawing], Theme], bytes] | None = None
    sized: Callable[[Drawing, Theme, Pixels], bytes] | None = None
    keeps_places: bool = False


def renderer(
    name: str,
    *,
    suffix: str = "",
    together: Callable[[Sequence[Drawing], Theme], bytes] | None = None,
    sized: Callable[[Drawing, Theme, Pixels], bytes] | None = None,
    keeps_places: bool = False,
) -> Callable[[Callable[[Drawing, Theme], bytes]], Renderer]:
    """Make a renderer of a function; the first line of its docstring is its summary.

    Its files have its name as their suffix unless another is given.
    """

    def make(function: Callable[[Drawing, Theme], bytes]) -> Renderer:
        summary = (function.__doc__ or "").strip().partition("\n")[0]
        ending = suffix or name
        return Renderer(name, summary, function, ending, together, sized, keeps_places)

    return make

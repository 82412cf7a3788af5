"""How large a picture of pixels is to be: by a scale, by a width, or as usual."""

from dataclasses import dataclass

from designkit.errors import SizeError

SHARPNESS, MOST_SIDE = 2.0, 4000
"""The usual scale, and the longest side that it gives, in pixels."""

SCALES, WIDTHS = (0.1, 16.0), (16, 16_000)
"""The scales and the widths in pixels that may be asked for."""

MOST_PIXELS = 64_000_000
"""Pixels of a picture: 256 MB while it is drawn."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A `scale`, which is pixels for each of the SVG, or a `width` in pixels, or none.

    Raises:
        SizeError: both are given, or one is outside what may be asked for.
    """

    scale: float | None = None
    width: int | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.scale is not None and self.width is not None:
            raise SizeError("a scale and a width both say how large a picture is")
        if self.scale is not None and not SCALES[0] <= self.scale <= SCALES[1]:
            low, high = SCALES
            raise SizeError(f"the scale {self.scale:g} is not in {low:g} to {high:g}")
        if self.width is not None and not WIDTHS[0] <= self.width <= WIDTHS[1]:
            low, high = WIDTHS
            raise SizeError(f"the width {self.width:,} is not in {low} to {high:,}")

    @property
    def is_usual(self) -> bool:
        """Whether nothing is asked for."""
        return self.scale is None and self.width is None

    def zoom(self, width: float, height: float) -> float:
        """Return the scale of a picture of `width` and `height` pixels in its SVG.

        Raises:
            SizeError: it would have more pixels than can be drawn.
        """
        if self.is_usual:
            return min(SHARPNESS, MOST_SIDE / max(width, height))
        asked = self.scale if self.scale is not None else (self.width or 0) / width
        if asked**2 * width * height > MOST_PIXELS:
            raise SizeError(_too_large(width, height, asked))
        return asked


def _too_large(width: float, height: float, asked: float) -> str:
    most = (MOST_PIXELS / (width * height)) ** 0.5
    size = f"{asked * width:,.0f} x {asked * height:,.0f}"
    return (
        f"a picture of {size} pixels is more than {MOST_PIXELS // 1_000_000} million; "
        f"the most is a scale of {int(most * 100) / 100:g}, "
        f"a width of {int(most * width):,}"
    )

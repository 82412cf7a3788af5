"""The page of a design in a cell of a notebook: a frame that has the page inside."""

from dataclasses import dataclass, field

from markupsafe import escape

HEIGHT = 720
"""Pixels; a screen with a notebook on it has some more."""

BASE = '<base href="about:srcdoc">'
"""Keeps links of the page in the page, which has no address of its own."""

FALLBACK = "The page of {} is shown where a notebook is trusted and may have frames."


@dataclass(frozen=True, slots=True)
class NotebookPage:
    """The page of a design, which a cell of a notebook shows live, offline as well.

    Its scripts run apart from the notebook: they see nothing of it, and send nothing.
    The frame is as high as `height` says, in pixels.
    """

    title: str
    page: str = field(repr=False)
    height: int = HEIGHT

    def _repr_html_(self) -> str:
        """Return the frame; its text stands where there are no frames."""
        page = self.page.replace("<head>", f"<head>{BASE}", 1)
        return (
            f'<iframe title="{escape(self.title)}" sandbox="allow-scripts" width="100%"'
            f' height="{self.height}" srcdoc="{escape(page)}">'
            f"{escape(FALLBACK.format(self.title))}</iframe>"
        )

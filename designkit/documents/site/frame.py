"""The frame of every page of a site: its policy, its style, and the way back."""

from collections.abc import Mapping

from markupsafe import Markup

from designkit.documents.policy import source_of
from designkit.documents.printing.looks import variables
from designkit.files import Output, bundled
from designkit.pictures.theme import DARK, LIGHT
from designkit.text.templates import fill


def framed(file: str, template: str, values: Mapping[str, object]) -> Output:
    """Make the page `file` of a site of a `template` of ours.

    Its policy allows its own style and script, by hash, and pictures beside it.
    """
    style, script = _style(), shipped("site.js")
    frame: Mapping[str, object] = {
        "style": Markup(style),
        "style_source": source_of(style),
        "script": Markup(script),
        "script_source": source_of(script),
    }
    text = fill(f"site/{template}.html.j2", {**frame, **values})
    return Output(file, text.encode("utf-8", "replace"))


def shipped(name: str) -> str:
    """Return a file of the templates of sites."""
    return (bundled("templates") / "site" / name).read_text(encoding="utf-8")


def _style() -> str:
    return (
        f":root{{color-scheme:light dark;{variables(LIGHT)}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{variables(DARK)}}}}}\n"
        f"{shipped('site.css')}"
    )

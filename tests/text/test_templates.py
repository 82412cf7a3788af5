import pytest
from jinja2 import TemplateNotFound, UndefinedError
from markupsafe import Markup

from designkit.files import bundled
from designkit.text.templates import fill

PICTURE = "diagram/picture.svg.j2"
EMPTY: dict[str, object] = {
    "name": "sketch",
    "title": "Sketch",
    "description": "Nothing.",
    "width": "10",
    "height": "10",
    "css": "",
    "symbols": [],
    "texts": [],
    "groups": [],
    "flows": [],
    "nodes": [],
    "legend": [],
    "badges": [],
}


def test_values_of_a_picture_are_escaped_unless_they_are_markup() -> None:
    texts = ["<b>&\"'", Markup("<text>a</text>")]
    filled = fill(PICTURE, EMPTY | {"texts": texts})

    assert "&lt;b&gt;&amp;&#34;&#39;\n<text>a</text>\n" in filled


def test_a_value_is_never_a_template() -> None:
    assert '<title id="sketch-title">{{ 7 * 7 }}</title>' in fill(
        PICTURE, EMPTY | {"title": "{{ 7 * 7 }}"}
    )


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="'css' is undefined"):
        fill(PICTURE, {key: EMPTY[key] for key in EMPTY if key != "css"})


@pytest.mark.parametrize("name", ["no/such.j2", "../pyproject.toml"])
def test_there_are_no_templates_but_the_shipped_ones(name: str) -> None:
    with pytest.raises(TemplateNotFound):
        fill(name, {})


@pytest.mark.parametrize("name", ["templates", "designs"])
def test_what_is_shipped_is_found(name: str) -> None:
    assert list(bundled(name).iterdir())

"""A sweep is drawn as text and lines, the same on every machine, in three formats."""

import io
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from designkit.errors import MissingLibraryError, NotFoundError
from designkit.estimates.estimator import estimate
from designkit.estimates.report import SweepReport
from designkit.estimates.what_if import changed, read_sweep
from designkit.pictures import typst
from designkit.pictures.plots import format_of, plot
from designkit.pictures.theme import DARK, LIGHT
from designkit.quantities.measure import COUNT, FRACTION, LATENCY
from designkit.text.escape import one_line
from tests.golden_files import assert_golden
from tests.hostile import every_hostile_text
from tests.mutated import shipped
from tests.swept import sweep

SVG = "{http://www.w3.org/2000/svg}"
SMALL = sweep(
    ("Busy at peak", ((0.2, 0.3, 0.4), 0.2, (0.1, 0.15, 0.2)), FRACTION),
    ("Wait & work", (None, 0.02, 0.01), LATENCY),
    values=("2", "4", "6"),
)


@cache
def of_fraud(text: str) -> SweepReport:
    found = read_sweep(text, shipped("fraud"))
    steps = [changed(shipped("fraud"), (change,)).design for change in found.changes]
    estimates = tuple(estimate(step) for step in steps if step)
    return SweepReport("Fraud", found.name, found.values, estimates)


def texts(data: bytes) -> list[str]:
    root = ET.fromstring(data)
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


def titles(data: bytes) -> list[str | None]:
    return [
        group.findtext(f"{SVG}title") for group in ET.fromstring(data).iter(f"{SVG}g")
    ]


def shapes(data: bytes) -> set[tuple[str, ...]]:
    """Every element with the names of its attributes."""
    return {(node.tag, *sorted(node.attrib)) for node in ET.fromstring(data).iter()}


def hostile(text: str) -> SweepReport:
    values = (text, f"1{text}", f"2{text}")
    return sweep((text, (1, 2, 3), COUNT), values=values, name=text, path=text)


def test_a_small_sweep_whole() -> None:
    assert_golden("plots/small.svg", plot(SMALL, "svg").decode())


def test_every_figure_that_reacts_has_a_plot_with_its_unit() -> None:
    wanted = of_fraud("components.score.latency.p99=10 ms..70 ms:4")
    data = plot(wanted, "svg")
    found = texts(data)

    assert titles(data) == [row.figure.title for row in wanted.rows]
    assert {"10 ms", "30 ms", "50 ms", "70 ms"} <= set(found)
    assert {"0 ms", "50 ms", "100 ms", "150 ms"} <= set(found)


def test_a_plot_is_light_and_dark_in_one_file() -> None:
    light, dark = (
        plot(SMALL, "svg").decode().split("@media (prefers-color-scheme:dark)")
    )

    assert LIGHT.paper in light
    assert DARK.paper not in light
    assert DARK.paper in dark.partition("</style>")[0]


def test_pixels_are_twice_as_many_as_the_plot_was_drawn_with() -> None:
    width = float(re.findall(r'width="(\d+)"', plot(SMALL, "svg").decode())[0])
    data = plot(SMALL, "png")

    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(data[16:20]) == 2 * width


def test_a_page_has_text_that_can_be_found() -> None:
    reader = PdfReader(io.BytesIO(plot(SMALL, "pdf")))
    found = reader.pages[0].extract_text()

    assert len(reader.pages) == 1
    assert set(texts(plot(SMALL, "svg"))) <= set(found.splitlines()) | set(
        found.split()
    )
    assert reader.metadata is not None
    assert reader.metadata.title == "Small: what reacts to components.score.replicas"


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_the_same_sweep_is_the_same_file(format: str) -> None:
    assert plot(SMALL, format) == plot(SMALL, format)


def test_without_typst_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typst, "find_spec", lambda name: None)

    with pytest.raises(MissingLibraryError, match="pip install typst"):
        plot(SMALL, "pdf")


@pytest.mark.parametrize(
    ("name", "format"), [("x.svg", "svg"), ("a.b/x.PNG", "png"), ("x.tar.pdf", "pdf")]
)
def test_the_suffix_says_what_is_drawn(name: str, format: str) -> None:
    assert format_of(Path(name)) == format


@pytest.mark.parametrize("name", ["x.jpg", "x", ".svg", "svg", "x.svg.gz", "x\n.y"])
def test_another_suffix_is_refused_in_one_line(name: str) -> None:
    with pytest.raises(NotFoundError, match=r"^plots end in \.svg, \.png or \.pdf; .+"):
        format_of(Path(name))


@every_hostile_text
def test_no_element_and_no_attribute_comes_out_of_a_text(text: str) -> None:
    data = plot(hostile(text), "svg")
    links = [node.get("href") for node in ET.fromstring(data).iter()]

    assert shapes(data) <= shapes(plot(hostile("harmless"), "svg"))
    assert set(links) == {None}


@every_hostile_text
def test_a_title_is_read_back_in_one_line(text: str) -> None:
    assert titles(plot(hostile(text), "svg")) == [one_line(text)]

"""Pictures in one page have ids of their own, and keep all else."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from designkit.pictures.embedding import embedded_svg, standalone_svg
from tests.drawn import picture
from tests.printed import every_block


def test_all_ids_of_a_picture_get_the_prefix() -> None:
    drawing = every_block().drawings["overview"]
    root = ET.fromstring(embedded_svg(drawing, "p1-"))
    ids = {e.attrib["id"] for e in root.iter() if "id" in e.attrib}
    uses = {e.attrib["href"] for e in root.iter() if e.get("href", "").startswith("#")}

    assert all(id.startswith("p1-") for id in ids)
    assert uses <= {f"#{id}" for id in ids}
    assert root.attrib["aria-labelledby"] == "p1-overview-title p1-overview-desc"


def test_a_text_that_looks_like_an_id_stays() -> None:
    text = ' id="x" href="#y" <a id="z">'
    drawing = replace(every_block().drawings["overview"], title=text, description=text)
    root = ET.fromstring(embedded_svg(drawing, "p1-"))

    assert root.findtext("{http://www.w3.org/2000/svg}desc") == text


def test_no_two_pictures_share_an_id() -> None:
    one = picture()
    other = replace(one, title="Another design with a view of the same name")
    first, second = ids(standalone_svg(one)), ids(standalone_svg(other))

    assert first
    assert first.isdisjoint(second)


def test_a_picture_has_the_same_ids_on_every_run() -> None:
    assert standalone_svg(picture()) == standalone_svg(picture())


def ids(svg: str) -> set[str]:
    return {e.attrib["id"] for e in ET.fromstring(svg).iter() if "id" in e.attrib}

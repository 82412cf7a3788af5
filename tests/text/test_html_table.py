"""A table in a notebook is HTML in which no text is markup."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.text.html_table import html_table
from tests.hostile import every_hostile_text


def test_a_table_has_a_caption_a_head_and_rows() -> None:
    assert html_table("Two", ("a", "b"), [("1", "2"), ("3", "4")]) == snapshot("""\
<table>
<caption>Two</caption>
<thead><tr><th>a</th><th>b</th></tr></thead>
<tbody>
<tr><td>1</td><td>2</td></tr>
<tr><td>3</td><td>4</td></tr>
</tbody>
</table>\
""")


def test_a_table_may_have_no_rows() -> None:
    assert len(ET.fromstring(html_table("None", ("a",), [])).findall(".//td")) == 0


@every_hostile_text
def test_no_text_is_markup(text: str) -> None:
    assert tags(html_table(text, (text,), [(text,)])) == TAGS


@given(st.text())
def test_any_text_gives_a_table_that_is_well_formed(text: str) -> None:
    assert tags(html_table(text, (text,), [(text,)])) == TAGS


TAGS = ["table", "caption", "thead", "tr", "th", "tbody", "tr", "td"]


def tags(table: str) -> list[str]:
    return [element.tag for element in ET.fromstring(table).iter()]

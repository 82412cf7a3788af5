import pytest

from designkit.quantities.link import LONGEST, is_link
from tests.hostile import every_hostile_text


@pytest.mark.parametrize(
    "text",
    [
        "https://runbooks.example/gateway?a=1&b=2#top",
        "http://localhost:3000",
        "https://wiki.example/wiki/Card_(payment)",
        "mailto:team@shop.example",
        "mailto:a.b+c@shop.example?subject=pager",
        "https://größe.example/straße",
    ],
)
def test_a_page_and_a_mail_address_are_links(text: str) -> None:
    assert is_link(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "runbooks/gateway",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://x.example",
        "//x.example",
        "https://",
        "https:///x",
        "https://user:secret@x.example",
        'https://x.example/"onclick="alert(1)',
        "https://x.example/<script>",
        "https://x.example/a b",
        "https://x.example/\u202egnp",
        "https://x.example\\@y.example",
        " https://x.example",
        "https://x.example\n",
        "mailto:",
        "mailto:team",
        "https://x.example/" + "a" * LONGEST,
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_link(text)


@every_hostile_text
def test_no_hostile_text_is_a_link(text: str) -> None:
    assert not is_link(text)

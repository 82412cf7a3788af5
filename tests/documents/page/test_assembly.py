"""The page of a design is one file: its policy, its parts, its size."""

import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest

import designkit as dk
from tests.documents.page.pages import page_of, page_text_of
from tests.html_elements import attributes, elements

SMALL = """\
designkit: 1
name: "</script><b>Small</b>"
system: generic
components:
  app: {kind: client, why: "</script><script>alert(1)</script> \\u2028 <!--"}
  gate: {kind: gateway, latency: {p50: 2 ms, p99: 9 ms}}
flows:
  calls:
    - app -> gate: request
"""


@pytest.fixture(scope="module")
def small() -> str:
    return page_text_of(dk.loads(SMALL))


def content_of(page: str) -> dict[str, object]:
    text = re.search(r'id="content">(.*?)</script>', page, re.DOTALL)
    assert text
    found: dict[str, object] = json.loads(text[1])
    return found


def test_its_policy_allows_what_it_brings_and_nothing_else(small: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', small)
    style = re.search(r"<style>(.*?)</style>", small, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", small, re.DOTALL)
    assert policy
    assert style
    hashes = [
        f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        for text in (style[1], *scripts)
    ]

    assert policy[1] == (
        f"default-src 'none'; style-src {hashes[0]}; "
        f"script-src {hashes[1]} {hashes[2]}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_nothing_has_a_style_or_a_handler_of_its_own(small: str) -> None:
    found = elements(small)
    names = {key for element in found for key in element.attrs}

    assert [it for it in names if it == "style" or it.startswith("on")] == []
    assert [it.name for it in found if it.name in ("img", "link", "iframe")] == []


def test_no_text_of_a_design_ends_the_content(small: str) -> None:
    content = content_of(small)

    assert content["name"] == "</script><b>Small</b>"
    assert small.count("<script>") == 2
    assert "<b>Small</b>" not in small


def test_ids_are_there_once_and_links_lead_to_them(small: str) -> None:
    ids = attributes(small, "id")
    links = [it[1:] for it in attributes(small, "href") if it.startswith("#")]

    assert len(ids) == len(set(ids))
    assert [it for it in links if it not in ids and not it.startswith("sel=")] == []
    assert {it for it in links if it.startswith("sel=")} <= set(ids)


def test_the_page_of_fraud_is_small_enough_to_send() -> None:
    assert len(page_of("fraud").encode()) < 700_000


def test_it_has_what_its_panel_shows(small: str) -> None:
    content = content_of(small)
    parts = content["components"]
    assert isinstance(parts, dict)

    assert parts["gate"] == {
        "title": "Gate",
        "kind": "gateway",
        "stage": "serving",
        "plane": "online",
        "stated": [["Latency", "p50 2 ms, p99 9 ms"]],
        "features": [],
        "failures": [],
    }
    assert content["flows"] == [
        {"from": "app", "to": "gate", "mode": "call", "type": "requests", "stated": []}
    ]
    assert content["lines"] == {"design.yaml": {"6": SMALL.splitlines()[5]}}

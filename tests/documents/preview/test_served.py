"""A served page has the script that reloads it, and a policy that allows just that."""

import pytest

from designkit.documents.preview.served import served, source_of
from designkit.files import bundled
from tests.hostile import every_hostile_text

SCRIPT = (bundled("templates") / "preview" / "reload.js").read_text("utf-8")
ALLOWED = source_of(SCRIPT)
ALWAYS = (
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def page(policy: str) -> str:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f"<html><head>{meta}<title>x</title></head><body><p>x</p></body></html>"


@pytest.mark.parametrize(
    ("own", "sent"),
    [
        pytest.param(
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            f"{ALWAYS}; script-src {ALLOWED}",
            id="without a script",
        ),
        pytest.param(
            "default-src 'none'; script-src 'sha256-abc='; style-src 'sha256-def='",
            f"default-src 'none'; script-src 'sha256-abc=' {ALLOWED}; "
            f"style-src 'sha256-def='; {ALWAYS}",
            id="with a script of its own",
        ),
        pytest.param(
            "default-src *; connect-src *; script-src &#39;none&#39;",
            f"default-src 'none'; {ALWAYS.split('; ')[0]}; script-src {ALLOWED}; "
            f"{ALWAYS.split('; ', 1)[1]}",
            id="more than we allow",
        ),
    ],
)
def test_the_policy_moves_into_a_header(own: str, sent: str) -> None:
    made = served(page(own), "/-/events/x", "7")

    assert made.policy == sent
    assert made.body.decode() == (
        "<html><head><title>x</title></head><body><p>x</p>"
        '<script data-events="/-/events/x" data-version="7" data-keeps-scroll="">'
        f"{SCRIPT}</script></body></html>"
    )


def test_a_page_without_a_policy_gets_a_strict_one() -> None:
    made = served("<p>x", "/e", "7", keeps_scroll=False)

    assert made.policy == (
        f"style-src 'unsafe-inline'; img-src data:; default-src 'none'; {ALWAYS}; "
        f"script-src {ALLOWED}"
    )
    assert made.body.decode() == (
        f'<p>x<script data-events="/e" data-version="7">{SCRIPT}</script>'
    )


def test_a_policy_in_the_body_counts_for_nothing() -> None:
    body = page("script-src *").replace("<head>", "<head></head><body>", 1)

    assert "script-src *" not in served(body, "/e", "7").policy


@every_hostile_text
def test_no_address_leaves_its_attribute(text: str) -> None:
    made = served("", f"/-/events/{text}", "7").body.decode()

    assert made.count("<") == SCRIPT.count("<") + 2
    assert made.partition(SCRIPT)[0].count('"') == 6


def test_the_script_stays_inside_its_element() -> None:
    assert "</script" not in SCRIPT.lower()
    assert "<!--" not in SCRIPT

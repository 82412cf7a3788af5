"""Names under `after` and `latency-includes`: of what is waited for, and no circle."""

import pytest

from designkit.source.loader import load_text

DESIGN = """\
designkit: 1
name: Small
system: generic
components:
  app: {kind: client}
  features: {kind: on-demand-transform}
  score: {kind: model-server, latency-includes: [INCLUDES]}
  store: {kind: online-store}
flows:
  calls:
    - app -> features: {carries: request, after: [FIRST]}
    - app -> score: {carries: request, after: [AFTER]}
  lookups:
    - store -> score: {carries: feature-values, after: [READ]}
"""


def told(**names: str) -> list[str]:
    """Return what loading says of the names."""
    text = DESIGN
    for place in ("INCLUDES", "FIRST", "AFTER", "READ"):
        text = text.replace(place, names.get(place, ""))
    codes = ("DK021", "DK026", "DK032")
    return [
        f"{found.code} {found.message}; {found.help}"
        for found in load_text(text).diagnostics
        if found.code in codes
    ]


def test_what_is_waited_for_may_be_named() -> None:
    assert told(INCLUDES="store", AFTER="features") == []


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            {"AFTER": "featurs"},
            "DK021 component 'featurs' does not exist; did you mean features?",
        ),
        (
            {"INCLUDES": "stor"},
            "DK021 component 'stor' does not exist; did you mean store?",
        ),
        (
            {"AFTER": "store"},
            "DK026 app neither calls nor reads store; name features",
        ),
        (
            {"READ": "features"},
            "DK026 score neither calls nor reads features; "
            "only what is called or read can be named",
        ),
        (
            {"INCLUDES": "features"},
            "DK026 score does not read features; name store",
        ),
        (
            {"AFTER": "score"},
            "DK032 these wait for each other: score -> score; "
            "let the one that answers first start at once",
        ),
        (
            {"FIRST": "score", "AFTER": "features"},
            "DK032 these wait for each other: features -> score -> features; "
            "let the one that answers first start at once",
        ),
    ],
)
def test_other_names_are_reported(names: dict[str, str], expected: str) -> None:
    assert told(**names) == [expected]

"""Availability in series, who has a fallback left out, and the minutes it means."""

import pytest

from tests.computed import estimated, figure, lacking, told

CHAIN = """
    objectives: {{availability: 99.9%}}
    components:
      app: {{kind: client}}
      edge: {{kind: gateway, availability: 99.95%}}
      api: {{kind: gateway, availability: 99.95%}}
      rank: {{kind: model-server, availability: 99.95%}}
      store: {{kind: online-store, availability: 99.95%}}
      {fallback}
    flows:
      calls: [app -> edge -> api: request, {calls}, rank -> app: response]
      lookups: [store -> rank: feature-values]
"""
BACKED = CHAIN.format(
    fallback="plain: {kind: fallback, availability: 99.9%}",
    calls="api -> rank: request, api -> plain: request, plain -> app: response",
)
SERIES = CHAIN.format(fallback="", calls="api -> rank: request")


def test_what_every_answer_needs_is_multiplied() -> None:
    found = estimated(SERIES)

    assert figure(found, "availability.request-path").value == pytest.approx(
        0.99800150, rel=1e-6
    )
    assert figure(found, "availability.minutes-down").value / 60 == pytest.approx(
        86.335, rel=1e-5
    )
    assert figure(found, "availability.error-budget").value / 60 == pytest.approx(43.2)


def test_the_parts_stand_in_the_working() -> None:
    found = estimated(SERIES)

    assert told(found, "availability.request-path") == (
        "edge * api * rank * store",
        "99.95% * 99.95% * 99.95% * 99.95%",
        "99.8%",
    )
    assert told(found, "availability.minutes-down") == (
        "(1 - availability) * 43,200 min",
        "(1 - 99.8%) * 43,200 min",
        "1 h 26 min",
    )
    assert told(found, "availability.error-budget") == (
        "(1 - promised availability) * 43,200 min",
        "(1 - 99.9%) * 43,200 min",
        "43 min 12 s",
    )


def test_who_has_a_fallback_does_not_count() -> None:
    found = estimated(BACKED)

    assert told(found, "availability.request-path") == (
        "edge * api",
        "99.95% * 99.95%",
        "99.9%",
    )
    assert figure(found, "availability.request-path").value == pytest.approx(
        0.99900025, rel=1e-9
    )


def test_what_states_nothing_counts_as_never_down() -> None:
    found = estimated(
        SERIES.replace("kind: gateway, availability: 99.95%", "kind: gateway")
    )

    assert told(found, "availability.request-path")[0] == "rank * store"
    assert figure(found, "availability.request-path").note.endswith(
        "A part that states nothing counts as never down."
    )


def test_where_nothing_is_stated_it_is_asked_for() -> None:
    found = estimated("""
        components:
          app: {kind: client}
          edge: {kind: gateway}
          other: {kind: gateway, availability: 99%}
        flows: {calls: [app -> edge: request]}
    """)
    needs = "needs components.edge.availability (share of good answers)"

    assert lacking(found, "availability.request-path") == needs
    assert lacking(found, "availability.minutes-down") == needs


@pytest.mark.parametrize(
    ("flows", "why"),
    [
        ("", "needs flows.calls (a call from a client, with which a request begins)"),
        (
            "app -> edge: request, app -> spare: request",
            "something else answers for every part of a request",
        ),
    ],
)
def test_where_nothing_is_needed_it_is_said(flows: str, why: str) -> None:
    found = estimated(f"""
        components:
          app: {{kind: client}}
          edge: {{kind: gateway}}
          spare: {{kind: fallback}}
        flows: {{calls: [{flows}]}}
    """)

    assert lacking(found, "availability.request-path") == why


def test_without_a_promise_there_is_no_budget_of_errors() -> None:
    found = estimated(SERIES.replace("objectives: {availability: 99.9%}", ""))

    assert "availability.error-budget" not in found.ids


def test_a_share_above_all_is_refused_with_the_numbers() -> None:
    found = estimated(
        BACKED.replace(
            "edge: {kind: gateway, availability: 99.95%",
            "edge: {kind: gateway, availability: 130%",
        )
    )

    assert lacking(found, "availability.request-path") == (
        "a share of good answers lies from 0 to 1 (edge 130%, api 99.95%)"
    )

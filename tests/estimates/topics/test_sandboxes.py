"""Places and processors of sandboxes."""

import pytest

from tests.computed import estimated, figure, of_topic, told

DESIGN = """
workload: {requests-per-day: 43.2 k, peak-factor: 1}
components:
  desk: {kind: client}
  work: {kind: agent}
  box: {kind: code-sandbox, places: 220, cpu-limit: 4, time-limit: 5 min}
flows:
  calls:
    - desk -> work: request
    - work -> box: {carries: tool-call, calls-per-request: 0.8}
"""


def test_the_peak_takes_places_for_the_longest_run() -> None:
    """0.5 tasks a second, 0.8 runs each of 300 s: 120 places of 220."""
    found = estimated(DESIGN)

    taken = figure(found, "sandboxes.box.taken").value
    assert taken == pytest.approx(120 / 220)
    assert told(found, "sandboxes.box.processors") == (
        "places * processors of a run",
        "220 * 4",
        "880",
    )


def test_a_sandbox_without_places_is_not_sized() -> None:
    assert of_topic(estimated(DESIGN.replace("places: 220, ", "")), "sandboxes") == []

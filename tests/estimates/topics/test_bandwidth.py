"""Bytes on the wire: what goes out, and what moves inside."""

import pytest

from tests.computed import estimated, figure, lacking, of_topic, told

WIRED = """
    workload:
      {{daily-users: 50 M, requests-per-user: 10, peak-factor: 3, {sizes}}}
    components:
      app: {{kind: client}}
      rank: {{kind: model-server}}
      users: {{kind: online-store, entity-size: 2 kB}}
      things: {{kind: online-store, entity-size: 400 B}}
      notes: {{kind: online-store}}
    flows:
      calls: [app -> rank: request, rank -> app: response]
      lookups:
        - users -> rank: {{carries: feature-values, keys: 1}}
        - things -> rank: {{carries: feature-values, keys: 500}}
        - notes -> rank: feature-values
"""
BOTH = "request-size: 1 kB, response-size: 20 kB"


def test_what_goes_out_is_a_tenth_of_what_moves_inside() -> None:
    found = estimated(WIRED.format(sizes=BOTH))
    inside = [figure(found, f"bandwidth.{id}").value for id in ("users", "things")]

    assert figure(found, "bandwidth.responses").value == pytest.approx(2.77778e9, 1e-5)
    assert figure(found, "bandwidth.responses").value == pytest.approx(
        17_361.1111111 * 20_000 * 8, rel=1e-9
    )
    assert sum(inside) == pytest.approx(28.0556e9, rel=1e-5)
    assert sum(inside) / 8 == pytest.approx(3.50694e9, rel=2e-6)


def test_bits_are_worked_out_from_bytes() -> None:
    found = estimated(WIRED.format(sizes=BOTH))

    assert told(found, "bandwidth.requests") == (
        "peak qps * request size * 8",
        "17,361/s * 1 kB * 8",
        "139 Mbit/s",
    )
    assert told(found, "bandwidth.things") == (
        "keys a second * bytes of a key * 8",
        "8,680,556/s * 400 B * 8",
        "27.8 Gbit/s",
    )


def test_only_what_states_its_size_is_counted() -> None:
    all_sizes = estimated(WIRED.format(sizes=BOTH))
    no_sizes = estimated(WIRED.format(sizes="growth: 0%"))

    assert of_topic(all_sizes, "bandwidth") == [
        "bandwidth.requests",
        "bandwidth.responses",
        "bandwidth.users",
        "bandwidth.things",
    ]
    assert of_topic(no_sizes, "bandwidth") == ["bandwidth.users", "bandwidth.things"]


def test_without_a_peak_the_peak_is_asked_for() -> None:
    found = estimated(WIRED.format(sizes=BOTH).replace("peak-factor: 3, ", ""))
    needs = "needs workload.peak-factor (peak load over average load of the day)"

    assert lacking(found, "bandwidth.responses") == needs
    assert lacking(found, "bandwidth.users") == needs

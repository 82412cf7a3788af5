"""Numbers that no system has."""

import math

import pytest

from designkit.catalog.kinds import all_kinds
from designkit.checks.rules.completeness.implausible_number import (
    ABSURD,
    IMPOSSIBLE,
    Bounds,
    implausible_number,
)
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.model.key_space import KeySpace
from designkit.quantities.quantity import Dimension, Quantity
from tests.rule_examples import told

every_bounds = pytest.mark.parametrize(
    "bounds",
    [*IMPOSSIBLE, *ABSURD],
    ids=lambda bounds: f"{bounds.places[0]}: {bounds.right}",
)


def of_server(stated: str) -> list[str]:
    text = f"components:\n  rank: {{kind: model-server, {stated}}}\n"
    return told(text, implausible_number)


def of_section(section: str, stated: str) -> list[str]:
    text = f"{section}: {{{stated}}}\ncomponents: {{a: {{kind: client}}}}\n"
    return told(text, implausible_number)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            "replicas: 0",
            "2 error: rank states replicas 0: less than one is none at all; state 1 or "
            "more",
            id="nobody",
        ),
        pytest.param(
            "replicas: 0..0.5",
            "2 error: rank states replicas 0..0.5: less than one is none at all; state "
            "1 or more",
            id="half of one at most",
        ),
        pytest.param(
            "service-time: 0 ms",
            "2 error: rank states service-time 0 ms: work takes time, and the places "
            "for it are computed from that time; state the time, however short",
            id="no time",
        ),
        pytest.param(
            "timeout: 0 s",
            "2 error: rank states timeout 0 s: its callers have given up before it "
            "begins; state a time, or none where they wait for ever",
            id="no patience",
        ),
        pytest.param(
            "availability: 100.1%",
            "2 error: rank states availability 100.1%: it is a part of a whole; state "
            "0% to 100%",
            id="more than always",
        ),
        pytest.param(
            "availability: -1%",
            "2 error: rank states availability -1%: it is a part of a whole; state 0% "
            "to 100%",
            id="less than never",
        ),
        pytest.param(
            "replicas: 2 M",
            "2 warning: rank states replicas 2 M: a large cluster has some ten "
            "thousand machines; look at its unit",
            id="more than there are",
        ),
        pytest.param(
            "target-utilisation: 0%",
            "2 error: rank states target-utilisation 0%: it is a part of a whole, and "
            "not an empty one; state more than 0% and at most 100%",
            id="nothing may be busy",
        ),
        pytest.param(
            "memory: 1e40 B",
            "2 warning: rank states memory 1e40 B: no system has so much of anything, or "
            "so little; look at its exponent and at its unit",
            id="more than there is of anything",
        ),
        pytest.param(
            "latency: {p99: 1e-300 s..1e-290 s}",
            "2 warning: rank states p99 1e-300 s..1e-290 s: no system has so much of "
            "anything, or so little; look at its exponent and at its unit",
            id="next to nothing",
        ),
    ],
)
def test_a_component_that_cannot_be_is_found(stated: str, expected: str) -> None:
    assert of_server(stated) == [expected]


@pytest.mark.parametrize(
    ("section", "stated", "expected"),
    [
        pytest.param(
            "workload",
            "peak-factor: 0.8",
            "1 error: the workload states peak-factor 0.8: the peak is no lower than "
            "the average; 1 is a day without a peak",
            id="a peak below the average",
        ),
        pytest.param(
            "workload",
            "daily-users: 0",
            "1 error: the workload states daily-users 0: a system for nothing needs no "
            "design; state how much there is, or leave it out",
            id="no users",
        ),
        pytest.param(
            "workload",
            "daily-users: 10.1 bn",
            "1 warning: the workload states daily-users 10.1 bn: that is more than all "
            "people, about 8 bn; look at its unit: k, M or bn",
            id="more than all people",
        ),
        pytest.param(
            "workload",
            "requests-per-user: 100 k",
            "1 warning: the workload states requests-per-user 100 k: that is more than "
            "one in every second of day and night; state the requests of a user on one "
            "day",
            id="without a pause",
        ),
        pytest.param(
            "experiment",
            "power: 100%",
            "1 error: the experiment states power 100%: it is a chance, and no test is "
            "certain or without one; 5% and 80% are usual",
            id="certainty",
        ),
        pytest.param(
            "experiment",
            "arms: 1",
            "1 error: the experiment states arms 1: a test compares one thing with "
            "another; state 2 or more, the control included",
            id="nothing to compare with",
        ),
        pytest.param(
            "objectives",
            "availability: 100%",
            "1 warning: the objectives state availability 100%: nothing answers "
            "always: releases, networks and buildings fail; 99.99% leaves 4 min a "
            "month for that",
            id="always",
        ),
        pytest.param(
            "objectives",
            "availability: 999%",
            "1 error: the objectives state availability 999%: it is a part of a whole; "
            "state 0% to 100%",
            id="told once",
        ),
        pytest.param(
            "problem",
            "label: {positive-rate: 0%}",
            "1 error: the label states positive-rate 0%: it is a part of a whole, and "
            "not an empty one; state more than 0% and at most 100%",
            id="nothing to find",
        ),
        pytest.param(
            "models",
            "m: {retrain: {every: 0 d}}",
            "1 error: m states every 0 d: what starts again after no time never ends; "
            "state the time from one start to the next",
            id="a model by its name",
        ),
        pytest.param(
            "experiment",
            "icc: 120%",
            "1 error: the experiment states icc 120%: it is the part of the variance "
            "that lies between units; state 0% to 100%; 1% to 20% are usual",
            id="more alike than the same",
        ),
        pytest.param(
            "experiment",
            "cluster-size: 0.5",
            "1 error: the experiment states cluster-size 0.5: a unit has one "
            "observation at least; state how many it has on average",
            id="half an observation",
        ),
        pytest.param(
            "experiment",
            "metrics: {spend: {icc: -1%}}",
            "1 error: the spend states icc -1%: it is the part of the variance that "
            "lies between units; state 0% to 100%; 1% to 20% are usual",
            id="a metric by its name",
        ),
        pytest.param(
            "experiment",
            "step-every: 0 d",
            "1 error: the experiment states step-every 0 d: what starts again after no "
            "time never ends; state the time from one start to the next",
            id="all steps at once",
        ),
        pytest.param(
            "experiment",
            "correlation: 100%",
            "1 error: the experiment states correlation 100%: no metric tells all of "
            "itself beforehand; 30% to 70% are usual",
            id="known before it happens",
        ),
        pytest.param(
            "workload",
            "growth: -1e40%",
            "1 warning: the workload states growth -1e40%: no system has so much of "
            "anything, or so little; look at its exponent and at its unit",
            id="less than nothing by far",
        ),
    ],
)
def test_a_section_that_cannot_be_is_found(
    section: str, stated: str, expected: str
) -> None:
    assert of_section(section, stated) == [expected]


@pytest.mark.parametrize(
    ("section", "stated"),
    [
        pytest.param("workload", "growth: -20%", id="a load may shrink"),
        pytest.param("workload", "growth: 300%", id="a load may grow fourfold"),
        pytest.param("workload", "growth: -1e40%..20%", id="anything in between"),
        pytest.param("experiment", "cluster-size: 1, icc: 0%", id="no cluster at all"),
        pytest.param("experiment", "correlation: -40%", id="a metric may turn round"),
        pytest.param("experiment", "mde: 150%", id="an effect may be large"),
        pytest.param("workload", "peak-factor: 0.5..1", id="1 at most"),
        pytest.param("workload", "daily-users: 10 bn..20 bn", id="10 bn at least"),
        pytest.param("workload", "requests-per-user: 0.1", id="one in ten days"),
        pytest.param("objectives", "availability: 99.999%", id="nearly always"),
    ],
)
def test_a_number_that_can_be_is_no_fault(section: str, stated: str) -> None:
    assert of_section(section, stated) == []


def test_a_server_may_be_scaled_to_nothing() -> None:
    assert of_server("replicas: 0..3, concurrency: 1") == []


@pytest.mark.parametrize(
    ("kind", "stated", "expected"),
    [
        pytest.param(
            "ann-index",
            "links: 1",
            "a states links 1: a graph hangs together by two links or more of each "
            "vector; 16 to 48 are usual",
            id="a graph that falls apart",
        ),
        pytest.param(
            "deployer",
            "harm: 1",
            "a states harm 1: what is no more frequent than usual does no harm; state "
            "how many times as frequent it is: 2 or 3",
            id="no harm",
        ),
        pytest.param(
            "monitor",
            "false-alarm-rate: 900%",
            "a states false-alarm-rate 900%: it is a part of a whole; state 0% to 100%",
            id="more alarms than tests",
        ),
        pytest.param(
            "device",
            "battery: 0 Wh",
            "a states battery 0 Wh: with that, no work is ever done; state what it can "
            "do",
            id="an empty battery",
        ),
        pytest.param(
            "device",
            "battery-share: 120%",
            "a states battery-share 120%: it is a part of a whole; state 0% to 100%",
            id="more than a battery",
        ),
        pytest.param(
            "device",
            "update-interval: 0 d",
            "a states update-interval 0 d: what starts again after no time never ends; "
            "state the time from one start to the next",
            id="versions without end",
        ),
        pytest.param(
            "device",
            "supported-versions: 0",
            "a states supported-versions 0: less than one is none at all; state 1 or "
            "more",
            id="not even the newest version",
        ),
    ],
)
def test_a_kind_has_bounds_of_its_own(kind: str, stated: str, expected: str) -> None:
    text = f"components:\n  a: {{kind: {kind}, {stated}}}\n"

    assert told(text, implausible_number) == [f"2 error: {expected}"]


def test_a_number_of_a_flow_is_seen() -> None:
    text = """\
components: {app: {kind: client}, rank: {kind: model-server}}
flows:
  calls:
    - app -> rank: {carries: request, retries: 1e40}
"""

    assert told(text, implausible_number) == [
        "4 warning: a flow states retries 1e40: no system has so much of anything, or "
        "so little; look at its exponent and at its unit"
    ]


def test_a_flow_has_bounds_of_its_own() -> None:
    text = """\
components: {app: {kind: client}, rank: {kind: model-server}}
flows:
  calls:
    - app -> rank: {carries: request, quota: 0/s}
"""

    assert told(text, implausible_number) == [
        "4 error: a flow states quota 0/s: with that, no work is ever done; state what "
        "it can do"
    ]


@every_bounds
def test_bounds_have_a_reason_and_something_between_them(bounds: Bounds) -> None:
    assert bounds.why
    assert bounds.right
    assert bounds.least < bounds.most
    assert (bounds.least, bounds.most) != (0.0, math.inf)


ATTRIBUTES = {a.name: a.holds for kind in all_kinds() for a in kind.attributes}


def field_at(place: str) -> type:
    """Return what holds a number in `place` of a design, or raise."""
    part: object = Design
    steps = [step.replace("-", "_") for step in place.split(".")]
    for step in steps:
        if step == "*":
            continue
        assert hasattr(part, "model_fields")
        assert step in part.model_fields, place
        part = inner(part.model_fields[step].annotation)
    assert isinstance(part, type)
    return part


def inner(annotation: object) -> object:
    """Return the section or the value inside an optional, a mapping or a tuple."""
    within = [
        arg
        for arg in getattr(annotation, "__args__", ())
        if arg not in (type(None), ...)
    ]
    return inner(within[-1]) if within else annotation


@every_bounds
def test_every_place_is_one_where_a_number_may_stand(bounds: Bounds) -> None:
    for place in bounds.places:
        section, _, name = place.rpartition(".")
        if section == "components.*.tables.*":
            key = name.replace("-", "_")
            assert inner(KeySpace.model_fields[key].annotation) is Quantity, place
        elif section == "components.*" and name not in Component.model_fields:
            assert isinstance(ATTRIBUTES[name], Dimension), place
        else:
            assert field_at(place) is Quantity, place


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param("problem: {labels: {a: {positive-rate: 0%}}}", id="of a label"),
        pytest.param("problem: {labels: {a: {trust: 0%}}}", id="trust in a label"),
        pytest.param(
            "models: {m: {heads: {h: {operating-point: {precision: 0%}}}}}",
            id="of a head",
        ),
        pytest.param("models: {m: {count: 0}}", id="how many models"),
        pytest.param(
            "components: {s: {kind: online-store, tables: {t: {entity-size: 0 B}}}}",
            id="of a table",
        ),
    ],
)
def test_what_stands_in_a_named_part_is_bounded_as_well(stated: str) -> None:
    others = "" if stated.startswith("comp") else "components: {fit: {kind: trainer}}"
    found = told(f"{stated}\n{others}\n", implausible_number)

    assert [line[:8] for line in found] == ["1 error:"]


FLEET = """\
components:
  phone: {kind: KIND, replicas: 40 M}
  guess: {kind: model-server, in: phone}
"""


def test_there_are_as_many_devices_as_people() -> None:
    assert told(FLEET.replace("KIND", "device"), implausible_number) == []


def test_a_cluster_of_millions_is_told_once_at_the_host() -> None:
    assert told(FLEET.replace("KIND", "service"), implausible_number) == [
        "2 warning: phone states replicas 40 M: a large cluster has some ten thousand "
        "machines; look at its unit"
    ]

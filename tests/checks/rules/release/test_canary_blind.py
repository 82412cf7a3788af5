"""First steps of a release that see too little."""

import pytest

from designkit.checks.rules.release.canary_blind import canary_blind
from tests.computed import estimated, figure
from tests.rule_examples import told

DESIGN = """\
problem: {{label: {{name: fraud{label}}}}}
workload: {{requests-per-day: {requests}}}
components:
  deploy: {{kind: deployer, canary: {canary}, bake: {bake}{harm}}}
{more}
"""


def design(
    label: str = ", positive-rate: 0.1%",
    requests: str = "30 M",
    canary: str = "1%",
    bake: str = "30 min",
    harm: str = ", harm: 2",
    more: str = "",
) -> str:
    return DESIGN.format(
        label=label, requests=requests, canary=canary, bake=bake, harm=harm, more=more
    )


def told_of(**stated: str) -> list[str]:
    return told(design(**stated), canary_blind)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {},
            "4 warning: the first step of deploy sees 6,250 requests (347/s \xd7 1% \xd7 "
            "30 min), and 8,027 show the harm: n(0.1% → 0.1% \xd7 2; 5%, 80%)",
            id="half as much again is needed",
        ),
        pytest.param(
            {
                "label": ", positive-rate: 0.05%..0.1%",
                "requests": "1 M..30 M",
                "canary": "0.1%..1%",
                "bake": "1 min..30 min",
                "harm": ", harm: 1.5..2",
            },
            "4 warning: the first step of deploy sees 6,250 requests (347/s \xd7 0.1%..1% "
            "\xd7 1 min..30 min), and 8,027 show the harm: n(0.05%..0.1% → "
            "0.05%..0.1% \xd7 1.5..2; 5%, 80%)",
            id="at best",
        ),
        pytest.param(
            {
                "harm": ", harm: 3",
                "more": "experiment: {alpha: 1%, power: 99%}",
                "bake": "20 min",
            },
            "4 warning: the first step of deploy sees 4,167 requests (347/s \xd7 1% \xd7 "
            "20 min), and 10,076 show the harm: n(0.1% → 0.1% \xd7 3; 1%, 99%)",
            id="for a stricter test",
        ),
        pytest.param(
            {"harm": ", harm: {value: 2, assumed: a guess}"},
            "4 info: the first step of deploy sees 6,250 requests (347/s \xd7 1% \xd7 "
            "30 min), and 8,027 show the harm: n(0.1% → 0.1% \xd7 2; 5%, 80%); 2 is "
            "assumed",
            id="by a guess",
        ),
    ],
)
def test_a_step_that_sees_too_little_is_found(
    stated: dict[str, str], expected: str
) -> None:
    assert told_of(**stated) == [expected]


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"canary": "2%"}, id="enough"),
        pytest.param({"canary": "1%..2%"}, id="perhaps enough"),
        pytest.param({"harm": ", harm: 2..3"}, id="enough for the greater harm"),
        pytest.param({"harm": ""}, id="no harm stated"),
        pytest.param({"label": ""}, id="no rate stated"),
        pytest.param({"harm": ", harm: 1"}, id="no harm at all"),
        pytest.param({"harm": ", harm: 2000"}, id="more than all"),
        pytest.param({"more": "experiment: {power: 100%}"}, id="an impossible test"),
    ],
)
def test_a_step_that_sees_enough_or_who_knows_is_no_fault(
    stated: dict[str, str],
) -> None:
    assert told_of(**stated) == []


def test_the_estimate_says_the_same() -> None:
    found = estimated(design())
    seen = figure(found, "release.deploy.canary-requests")
    needed = figure(found, "release.deploy.requests-needed")

    (message,) = told_of()
    assert f"sees {seen.text} requests ({seen.working}), and {needed.text} " in message
    assert needed.formula.startswith("⌈n(positive rate → positive rate \xd7 harm; ")


ENVIRONMENTS = """\
problem: {{label: {{name: fraud, positive-rate: 0.1%}}}}
workload: {{requests-per-day: 30 M}}
components:
  deploy:
    kind: deployer
    harm: 2
    {flat}
    environments: {{{passed}, production: {{share: 100%}}}}
"""


def passing(passed: str, flat: str = "strategy: [canary]") -> list[str]:
    text = ENVIRONMENTS.format(passed=passed, flat=flat)
    return told(text, canary_blind)


@pytest.mark.parametrize(
    "passed",
    [
        pytest.param("staging: {bake: 1 d}, few: {share: 1%, bake: 30 min}", id="one"),
        pytest.param(
            "few: {share: 0.1%, bake: 1 h}, more: {share: 1%, bake: 30 min}",
            id="the one that sees most",
        ),
    ],
)
def test_an_environment_with_a_part_of_the_traffic_is_a_step(passed: str) -> None:
    (found,) = passing(passed)

    assert found.partition(" of deploy sees ")[2] == (
        "6,250 requests (347/s \xd7 1% \xd7 30 min), and 8,027 show the harm: "
        "n(0.1% → 0.1% \xd7 2; 5%, 80%)"
    )


@pytest.mark.parametrize(
    "passed",
    [
        pytest.param("few: {share: 2%, bake: 30 min}", id="enough"),
        pytest.param(
            "crashes: {share: 0.1%, bake: 1 h}, harm: {share: 10%, bake: 1 d}",
            id="enough in a later one",
        ),
        pytest.param(
            "few: {share: 1%, bake: 30 min}, more: {share: 10%}",
            id="one for a time that is not stated",
        ),
        pytest.param("all: {share: 100%, bake: 1 min}", id="one with all the traffic"),
        pytest.param("staging: {bake: 1 min}", id="one without traffic"),
    ],
)
def test_environments_that_see_enough_or_are_no_step_are_no_fault(passed: str) -> None:
    assert passing(passed) == []


def test_environments_with_a_part_come_before_a_canary_that_is_stated_as_well() -> None:
    flat = "canary: 1%\n    bake: 30 min"

    assert passing("few: {share: 2%, bake: 1 d}", flat) == []
    assert [it[:31] for it in passing("staging: {bake: 1 d}", flat)] == [
        "6 warning: the first step of de"
    ]

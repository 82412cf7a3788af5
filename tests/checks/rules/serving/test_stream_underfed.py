"""Streams that cannot keep up with the peak."""

import pytest

from designkit.checks.rules.serving.stream_underfed import stream_underfed
from tests.rule_examples import told

DESIGN = """\
workload: {{{workload}}}
components:
  log: {{kind: event-log, {log}}}
  counts: {{kind: stream-transform, {counts}}}
  lake: {{kind: lake}}
{more}
flows:
  streams:
    - log -> counts, lake: event
"""

DAY = "events-per-day: 86.4 M, peak-factor: 3"
UNSAID = "note: as it is"


def told_of(
    workload: str = DAY, log: str = UNSAID, counts: str = UNSAID, more: str = ""
) -> list[str]:
    text = DESIGN.format(workload=workload, log=log, counts=counts, more=more)
    return told(text, stream_underfed)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(
            {"counts": "max-events: 2 k/s"},
            [
                "4 error: counts keeps up with 2 k/s, and the events of log are "
                "86.4 M a day \xd7 3 at peak = 3,000/s: 1,000 more wait after every "
                "second of the peak"
            ],
            id="the events of a day",
        ),
        pytest.param(
            {"log": "peak-events: 5 k/s, max-events: 4 k/s"},
            [
                "3 error: log keeps up with 4 k/s, and the events are 5 k/s at peak: "
                "1,000 more wait after every second of the peak"
            ],
            id="the log itself",
        ),
        pytest.param(
            {
                "workload": "events-per-day: 86.4 M..864 M, peak-factor: 3..30",
                "counts": "max-events: 1 k/s..2 k/s",
            },
            [
                "4 error: counts keeps up with 1 k/s..2 k/s, and the events of log are "
                "86.4 M..864 M a day \xd7 3..30 at peak = 3,000/s: 1,000 more wait after "
                "every second of the peak"
            ],
            id="at best",
        ),
        pytest.param(
            {"log": "peak-events: 5 k/s", "counts": "max-events: 0/s"},
            [
                "4 error: counts keeps up with 0/s, and the events of log are 5 k/s at "
                "peak: 5,000 more wait after every second of the peak"
            ],
            id="none at all",
        ),
    ],
)
def test_what_falls_behind_is_found(
    stated: dict[str, str], expected: list[str]
) -> None:
    assert told_of(**stated) == expected


SECOND = "  other: {kind: event-log}"


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"counts": "max-events: 3 k/s"}, id="just enough"),
        pytest.param({"counts": "lag: 1 s"}, id="no limit stated"),
        pytest.param({"counts": "max-events: 1/s", "more": SECOND}, id="which log?"),
        pytest.param(
            {"counts": "max-events: 1/s", "workload": "events-per-day: 9 bn"},
            id="no peak stated",
        ),
        pytest.param(
            {"counts": "max-events: 3 k/s", "log": "peak-events: 1 k/s..4 k/s"},
            id="enough at the near end",
        ),
    ],
)
def test_what_keeps_up_or_is_unknown_is_no_fault(stated: dict[str, str]) -> None:
    assert told_of(**stated) == []


def test_who_writes_to_a_log_does_not_read_all_of_it() -> None:
    text = """\
components:
  db: {kind: source-db}
  cdc: {kind: stream-ingest, max-events: 10/s}
  log: {kind: event-log, peak-events: 1 k/s}
flows:
  streams: [db -> cdc: raw-table, cdc -> log: event]
"""

    assert told(text, stream_underfed) == []


@pytest.mark.parametrize(
    ("between", "is_found"),
    [
        pytest.param("data-validator", True, id="what passes all of them on"),
        pytest.param("event-log", False, id="a log that may hold some of them"),
        pytest.param("stream-scorer", False, id="what gives events of its own"),
    ],
)
def test_a_reader_is_known_from_afar(between: str, is_found: bool) -> None:
    text = DESIGN.format(
        workload=DAY,
        log=UNSAID,
        counts="max-events: 2 k/s",
        more=f"  between: {{kind: {between}}}",
    ).replace("log -> counts, lake", "log -> between -> counts")

    assert bool(told(text, stream_underfed)) is is_found


FED = """\
workload: {{peak-factor: 3}}
components:
  app: {{kind: client}}
  till: {{kind: source-db}}
  log: {{kind: event-log, max-events: {log}}}
  counts: {{kind: stream-transform, max-events: 1 k/s}}
flows:
  streams:
    - app -> log: {{carries: event, rate: 1 k/s}}
    - till -> log: {{carries: event, rate: 500/s}}
    - log -> counts: {flow}
"""


def test_the_rates_of_flows_into_a_log_add_up() -> None:
    few = "{carries: event, rate: 300/s}"

    assert told(FED.format(log="4 k/s", flow=few), stream_underfed) == [
        "5 error: log keeps up with 4 k/s, and the events are "
        "(1 k/s + 500/s) \xd7 3 at peak = 4,500/s: 500 more wait after every second "
        "of the peak"
    ]


def test_a_reader_keeps_up_with_what_its_flow_brings() -> None:
    some = "{carries: event, rate: 400/s}"

    assert told(FED.format(log="5 k/s", flow=some), stream_underfed) == [
        "6 error: counts keeps up with 1 k/s, and the events of log are "
        "400/s \xd7 3 at peak = 1,200/s: 200 more wait after every second of the peak"
    ]

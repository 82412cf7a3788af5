"""Requests that a device sends have a path, a load and faults like those of a client."""

from designkit.checks.checker import check
from designkit.checks.rules import all_rules
from designkit.estimates.estimator import estimate
from designkit.source.loader import load_text

PHONE = """\
designkit: 1
name: Small
system: generic
workload: {requests-per-day: 8640 k, peak-factor: 3}
objectives: {latency: {p99: 100 ms}}
components:
  score: {kind: model-server, latency: {p50: 10 ms, p99: 30 ms}, service-time: 10 ms,
    concurrency: 1, replicas: 2}
  phone: {kind: device}
flows:
  calls: [phone -> score: request / prediction]
"""


def test_the_requests_of_a_device_have_a_path_and_a_load() -> None:
    design = load_text(PHONE, "small.yaml").design
    assert design is not None
    known = estimate(design)
    path, busy = (
        known.get("latency.p99-budget"),
        known.get("serving.score.utilisation"),
    )

    assert path is not None
    assert busy is not None
    assert (path.value, busy.value) == (0.03, 1.5)


def test_a_server_that_a_device_waits_for_is_judged_as_one_of_a_client() -> None:
    found = check(load_text(PHONE, "small.yaml"), all_rules()).diagnostics

    assert {"under-provisioned", "no-fallback"} <= {it.name for it in found}


IN_EACH_HAND = """\
designkit: 1
name: Small
system: generic
workload: {requests-per-day: 8640 k, peak-factor: 3}
components:
  phone: {kind: device, replicas: 1 M}
  guess: {kind: model-server, in: phone, service-time: 10 ms, concurrency: 1}
flows:
  calls: [phone -> guess: request / prediction]
"""


def test_devices_are_no_pool_in_which_calls_queue() -> None:
    design = load_text(IN_EACH_HAND, "small.yaml").design
    assert design is not None
    known = {it.id for it in estimate(design).figures if "guess" in it.id}

    assert known == {"serving.guess.calls-at-once", "serving.guess.utilisation"}

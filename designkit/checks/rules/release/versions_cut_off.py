"""DK513 versions-cut-off."""

from collections.abc import Iterator
from contextlib import suppress

from designkit.analysis.facts import Facts, State
from designkit.analysis.field_versions import Lateness, lateness, update_interval
from designkit.analysis.on_device import parts_on
from designkit.analysis.renewal import Time
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.fleet import versions_at_once
from designkit.model.component import Component
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_fraction, shown_number

KEY = "supported-versions"


@rule(
    "DK513",
    Severity.WARNING,
    kinds=("device",),
    keys=("components.*.update-delay",),
    applies=lambda facts: any(_fleets(facts)),
)
def versions_cut_off(facts: Facts) -> Iterator[Finding]:
    """What works with devices should work with the versions that run on them.

    A server has one version, and a fleet has as many as came out while its slowest
    device waited for a charger, for Wi-Fi, for somebody to agree. Each of them sends
    the fields and asks for the answers that it was built with. A field that is renamed
    for the newest breaks the others, and they cannot be mended at once: the mending is
    an update too.

    A device that is late by L runs a version from which 1 + ⌈L / I⌉ are counted to the
    newest, where one comes every I. That is asked for each share that `update-delay`
    states, and is not asked of a fleet that sends and asks nothing.

    Bad:
    ```yaml
    components:
      phone:
        kind: device
        update-delay: {p50: 3 d, p90: 30 d}
        update-interval: 14 d
        supported-versions: 2               # <- 30 d are three versions behind
      score: {kind: model-server}
    flows:
      calls:
        - phone -> score: request / prediction
    ```

    Good:
    ```yaml
    components:
      phone:
        kind: device
        update-delay: {p50: 3 d, p90: 30 d}
        update-interval: 14 d
        supported-versions: 5
      score: {kind: model-server}
    flows:
      calls:
        - phone -> score: request / prediction
    ```

    Fix: Keep the old fields and answers until the last version that reads them is gone,
    test each release against recorded requests of all supported versions, bring new
    versions out less often, or have a device that is too old say so to its user.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 27, on clients that
    are not under control; Kleppmann 2017, Designing Data-Intensive Applications,
    chapter 4, on old and new code at the same time.
    """
    for device, late, interval in _fleets(facts):
        supported = device.quantity(KEY)
        if supported is None:
            yield _unsaid(facts, late[-1], interval)
            continue
        behind = (it for it in late if _needed(it, interval) > supported.high)
        for first in (*behind,)[:1]:
            yield _cut_off(supported, first, interval)


def _cut_off(supported: Quantity, late: Lateness, interval: Time) -> Finding:
    rest = shown_fraction(1 - late.share)
    return Finding(
        ("components", late.device.id, KEY),
        f"{supported} versions of {late.device.id} are supported, and "
        f"{shown_number(_needed(late, interval))} run at once on the devices that are "
        f"at most {late.delay} late: at least {rest} run older ones",
        related=((late.path, "how late updates are"), (interval.path, "new versions")),
        rests_on=(supported, late.delay, interval.quantity),
    )


def _unsaid(facts: Facts, late: Lateness, interval: Time) -> Finding:
    path = ("components", late.device.id, KEY)
    return Finding(
        path,
        f"{shown_number(_needed(late, interval))} versions of {late.device.id} run at "
        "once, and it does not say how many of them are supported",
        unstated=facts.state(*path) is State.UNSTATED,
    )


def _needed(late: Lateness, interval: Time) -> float:
    """Return the versions that run at once, at least; 0 where that is no number."""
    with suppress(ValueError):
        return versions_at_once(late.delay.low, interval.quantity.high)
    return 0.0


def _fleets(facts: Facts) -> Iterator[tuple[Component, tuple[Lateness, ...], Time]]:
    """Give each fleet that states its delay, asks or sends, and gets new versions."""
    for device in facts.of_kind("device"):
        late, interval = lateness(facts, device), update_interval(facts, device)
        if late and interval and interval.quantity.high and _speaks(facts, device):
            yield device, late, interval


def _speaks(facts: Facts, device: Component) -> bool:
    parts = parts_on(facts.design, device)
    return any(
        flow.target not in parts for id in parts for flow in facts.flows_from(id)
    )

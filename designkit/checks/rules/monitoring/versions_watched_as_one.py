"""DK779 versions-watched-as-one."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State, mentions
from designkit.analysis.field_versions import lateness
from designkit.analysis.on_device import parts_on
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

TELLING = ("version", "versions", "release", "releases", "build", "builds", "firmware")
"""Words by which a slice tells versions apart."""


@rule(
    "DK779",
    Severity.WARNING,
    kinds=("device",),
    keys=("components.*.update-delay",),
    applies=lambda facts: any(_watched(facts)),
)
def versions_watched_as_one(facts: Facts) -> Iterator[Finding]:
    """A fleet that runs several versions should be watched version by version.

    A new version starts on few devices, those that update at once, whose owners have
    new devices and good networks. In the mean of the fleet its harm is a hundredth, and
    the old versions hide it until it has reached everybody; when the mean moves at
    last, nobody can tell which version moved it.

    It asks the monitors that something from the devices reaches: one of them has the
    version among its `slices`.

    Bad:
    ```yaml
    components:
      phone: {kind: device, update-delay: {p50: 3 d, p90: 30 d}}
      watch:
        kind: monitor
        watch: [prediction, ops]
        slices: [country]                        # <- all versions in one number
    flows:
      streams:
        - phone -> watch: event
    ```

    Good:
    ```yaml
    components:
      phone: {kind: device, update-delay: {p50: 3 d, p90: 30 d}}
      watch: {kind: monitor, watch: [prediction, ops], slices: [country, version]}
    flows:
      streams:
        - phone -> watch: event
    ```

    Fix: Send the version with every event and prediction, slice the monitors by it, and
    compare a version with the one before on devices that updated equally fast.

    Source: Beyer et al. 2018, The Site Reliability Workbook, chapter 16, on metrics by
    which the canary is told from the rest.
    """
    for device, monitors in _watched(facts):
        if not any(mentions(TELLING, *it.texts("slices")) for it in monitors):
            first = monitors[0]
            path = ("components", first.id, "slices")
            states = {facts.state("components", it.id, "slices") for it in monitors}
            yield Finding(
                path,
                f"{first.id} does not tell the versions of {device.id} apart",
                related=((("components", device.id), "runs several at once"),),
                unstated=State.UNSTATED in states,
            )


def _watched(facts: Facts) -> Iterator[tuple[Component, tuple[Component, ...]]]:
    """Give each fleet that is late with updates, with the monitors that see it."""
    for device in facts.of_kind("device"):
        if lateness(facts, device):
            seen = facts.descendants(parts_on(facts.design, device))
            monitors = tuple(it for it in facts.of_kind("monitor") if it.id in seen)
            if monitors:
                yield device, monitors

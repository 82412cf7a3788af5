"""DK514 rollback-waits-for-devices."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.field_versions import Lateness, lateness
from designkit.analysis.on_device import parts_on
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_fraction

KEY = "keeps-previous"


@rule(
    "DK514",
    Severity.WARNING,
    kinds=("device",),
    keys=("components.*.update-delay",),
    applies=lambda facts: any(_ways_back(facts)),
)
def rollback_waits_for_devices(facts: Facts) -> Iterator[Finding]:
    """A way back should not be promised faster than devices take updates.

    On servers a rollback moves traffic, and a minute later the old version answers. On
    devices it is one more update: it waits for the same chargers and networks as the
    version that it takes back, and a device that is broken enough takes none. A fleet
    that needs two weeks for a version needs two weeks for the way back.

    That is otherwise where the version before stays on the device and a small setting
    chooses between the two (`keeps-previous`). The slowest share that `update-delay`
    states is compared.

    Bad:
    ```yaml
    components:
      deploy:
        kind: deployer
        rollback: auto
        rollback-time: 1 d                     # <- 10% get it after two weeks
      phone: {kind: device, update-delay: {p50: 2 d, p90: 14 d}, keeps-previous: false}
    flows:
      control:
        - deploy -> phone: model
    ```

    Good:
    ```yaml
    components:
      deploy: {kind: deployer, rollback: auto, rollback-time: 1 d}
      phone: {kind: device, update-delay: {p50: 2 d, p90: 14 d}, keeps-previous: true}
    flows:
      control:
        - deploy -> phone: model
    ```

    Fix: Keep the version before on the device and choose by a setting that is fetched
    often, give the canary more time since it is the only protection, or state the time
    that the way back takes.

    Source: Beyer et al. 2016, Site Reliability Engineering, chapter 27, on releases of
    clients and on server-side switches.
    """
    for deployer, stated, late in _ways_back(facts):
        device = late.device
        keeps = facts.state("components", device.id, KEY)
        if stated.high < late.delay.low and device.attributes.get(KEY) is not True:
            yield Finding(
                ("components", deployer.id, "rollback-time"),
                f"{deployer.id} takes a version back in {stated}, and "
                f"{shown_fraction(1 - late.share)} of {device.id} have an update after "
                f"{late.delay}",
                related=((late.path, "how late updates are"),),
                unstated=keeps is State.UNSTATED,
                rests_on=(stated, late.delay),
            )


def _ways_back(facts: Facts) -> Iterator[tuple[Component, Quantity, Lateness]]:
    """Give each deployer that says how fast it goes back, with a fleet it reaches."""
    for deployer in facts.of_kind("deployer"):
        stated = deployer.quantity("rollback-time")
        reached = facts.descendants((deployer.id,), "model") if stated else frozenset()
        for device in facts.of_kind("device"):
            late = lateness(facts, device)
            if stated and late and reached & parts_on(facts.design, device):
                yield deployer, stated, late[-1]

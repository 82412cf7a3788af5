"""DK778 bare-updates."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.federated import federated, taking_part
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

MOST = 10.0
"""The privacy loss above which noise promises next to nothing."""


@rule(
    "DK778",
    Severity.WARNING,
    kinds=("device",),
    keys=("components.*.clients-per-round",),
    applies=lambda facts: any(_trainers(facts)),
)
def bare_updates(facts: Facts) -> Iterator[Finding]:
    """Nobody should see the update of one device as it is.

    An update is made of the data of one person, and pictures and sentences have been
    computed back from one. Data that never leave the device then leave it in another
    form. Two things help: the server gets only the sum of many updates (secure
    aggregation), or noise is added that hides any one of them (differential privacy).

    It asks where devices that take part are tagged as personal (`pii`). Noise counts up
    to a privacy loss (`epsilon`) of 10; above that it promises next to nothing.

    Bad:
    ```yaml
    components:
      phone: {kind: device, pii: personal}
      train:
        kind: trainer
        clients-per-round: 500
        aggregation: plain            # <- the server reads each update
    flows:
      batches: [phone -> train: model, train -> phone: model]
    ```

    Good:
    ```yaml
    components:
      phone: {kind: device, pii: personal}
      train:
        kind: trainer
        clients-per-round: 500
        aggregation: secure
        epsilon: 6
    flows:
      batches: [phone -> train: model, train -> phone: model]
    ```

    Fix: Add updates up where none can be read alone (`aggregation: secure`), or clip
    them and add noise, and state the `epsilon` by which it is set.

    Source: Zhu, Liu and Han 2019, Deep Leakage from Gradients; Ponomareva et al. 2023,
    How to DP-fy ML, section 5.2, on what a privacy loss above 10 is worth.
    """
    for trainer in _trainers(facts):
        at = ("components", trainer.id)
        noise = trainer.quantity("epsilon")
        is_added = "secure" in trainer.texts("aggregation")
        if not is_added and (noise is None or noise.low > MOST):
            key = "epsilon" if noise else "aggregation"
            state = facts.state(*at, key)
            yield Finding(
                (*at, key),
                f"{trainer.id} may read each update, which is made of personal data"
                + (f", and noise of epsilon {noise} hides little" if noise else ""),
                unstated=state is State.UNSTATED,
                rests_on=(noise,),
            )


def _trainers(facts: Facts) -> Iterator[Component]:
    """Give the trainers that learn on devices with personal data."""
    for trainer in federated(facts):
        if any(device.pii for device in taking_part(facts, trainer)):
            yield trainer

"""DK777 cohort-too-small."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.federated import federated, taking_part
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.formulas.federated import updates
from designkit.model.component import Component
from designkit.quantities.bounds import LARGEST, ROUNDING
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES, shown_count


@rule(
    "DK777",
    Severity.ERROR,
    kinds=("trainer",),
    keys=("components.*.min-cohort",),
    applies=lambda facts: any(it.quantity("min-cohort") for it in federated(facts)),
)
def cohort_too_small(facts: Facts) -> Iterator[Finding]:
    """A round of federated training should get back as many updates as it needs.

    Secure aggregation adds up nothing below its minimum, and noise hides one device
    only among many. Devices that are asked go offline, leave their charger or are too
    slow, so fewer updates come back than were asked for. A round below the minimum is
    thrown away, its traffic and batteries with it, and a training of such rounds never
    ends.

    What comes back is `clients-per-round` less the `drop-out`, and no more are asked
    than the fleet has online. It is the most that can be.

    Bad:
    ```yaml
    components:
      phone: {kind: device, count: 4 M}
      train:
        kind: trainer
        clients-per-round: 500
        drop-out: 10%
        min-cohort: 480             # <- 450 come back
    flows:
      batches: [phone -> train: model, train -> phone: model]
    ```

    Good:
    ```yaml
    components:
      phone: {kind: device, count: 4 M}
      train:
        kind: trainer
        clients-per-round: 600
        drop-out: 10%
        min-cohort: 480
    flows:
      batches: [phone -> train: model, train -> phone: model]
    ```

    Fix: Ask more devices than the round needs (130% of it is usual), ask when they
    charge and are online, or lower the minimum and say what protects one device then.

    Source: Bonawitz et al. 2019, Towards Federated Learning at Scale: System Design,
    sections 2 and 9; Bonawitz et al. 2017, Practical Secure Aggregation for
    Privacy-Preserving Machine Learning.
    """
    for trainer in federated(facts):
        needed, drop_out = trainer.quantity("min-cohort"), trainer.quantity("drop-out")
        for asked, text, figures in _asked(facts, trainer) if needed else ():
            lost = min(max(drop_out.low, 0.0), 1.0) if drop_out else 0.0
            back = updates(min(asked, LARGEST), lost)
            if needed and back < needed.low * (1 - ROUNDING):
                less = f" {TIMES} (1 - {drop_out})" if drop_out else ""
                yield Finding(
                    ("components", trainer.id, "min-cohort"),
                    f"a round of {trainer.id} needs {needed} updates, and at most "
                    f"{shown_count(back)} come back: {text}{less}",
                    rests_on=(*figures, drop_out, needed),
                )
                break


def _asked(
    facts: Facts, trainer: Component
) -> Iterator[tuple[float, str, tuple[Quantity, ...]]]:
    """Give what bounds the devices of a round: those it asks, those there are."""
    if clients := trainer.quantity("clients-per-round"):
        yield clients.high, str(clients), (clients,)
    devices = taking_part(facts, trainer)
    fleets = [(it.quantity("count"), it.quantity("online")) for it in devices]
    if fleets and all(count for count, _ in fleets):
        known = tuple(it for fleet in fleets for it in fleet if it)
        there = sum(
            count.high * (online.high if online else 1.0)
            for count, online in fleets
            if count
        )
        text = " + ".join(
            f"{count} {TIMES} {online} online" if online else str(count)
            for count, online in fleets
        )
        yield there, f"({text})" if len(fleets) > 1 else text, known

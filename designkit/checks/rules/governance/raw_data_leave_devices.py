"""DK776 raw-data-leave-devices."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.federated import federated, taking_part
from designkit.analysis.lineage import Trail
from designkit.analysis.on_device import parts_on
from designkit.analysis.personal import rows_from
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

RAW = Trail(
    ("event", "raw-table", "label", "dataset", "feature-table", "feature-values")
)
"""What a training that is not federated would be made of."""


@rule(
    "DK776",
    Severity.WARNING,
    kinds=("device",),
    keys=("components.*.clients-per-round",),
    applies=lambda facts: any(any(_personal(facts, it)) for it in federated(facts)),
)
def raw_data_leave_devices(facts: Facts) -> Iterator[Finding]:
    """Where training is federated, the raw data of people should stay on their devices.

    Training on devices is slow, noisy and dear, and there is one reason for it: what
    people typed or said is never in a place from which it can be stolen, demanded or
    used for something else. If the same rows are sent to a log as well, all of that is
    paid for and nothing is gained, and a sentence in the privacy notice is untrue.

    It asks of devices that take part and are tagged as personal (`pii`), and of rows
    from them that something off the device keeps or trains on. What holds no data of
    people says so with `pii: none`, and rows are followed no further from there.

    Bad:
    ```yaml
    components:
      phone: {kind: device, pii: personal}
      typed: {kind: event-log}                      # <- what was typed, once more
      train: {kind: trainer, clients-per-round: 500}
    flows:
      streams: [phone -> typed: event]
      batches: [phone -> train: model, train -> phone: model]
    ```

    Good:
    ```yaml
    components:
      phone: {kind: device, pii: personal}
      watch: {kind: monitor}
      train: {kind: trainer, clients-per-round: 500}
    flows:
      streams: [phone -> watch: metric]
      batches: [phone -> train: model, train -> phone: model]
    ```

    Fix: Keep the rows on the device and send counts or metrics; where some have to
    leave, say what was taken out of them (`pii: none`), or do not call it federated.

    Source: Kairouz et al. 2021, Advances and Open Problems in Federated Learning,
    section 1.1 and 4; Regulation (EU) 2016/679 (GDPR), Article 5(1)(c), on data
    minimisation.
    """
    found = set[str]()
    for trainer in federated(facts):
        for device in _personal(facts, trainer):
            for id in _kept_off(facts, device):
                if id not in found:
                    found.add(id)
                    yield Finding(
                        ("components", id),
                        f"{trainer.id} learns on {device.id} so that data stay there, "
                        f"and personal rows of {device.id} reach {id}",
                        related=((("components", device.id), "personal data"),),
                    )


def _personal(facts: Facts, trainer: Component) -> Iterator[Component]:
    return (it for it in taking_part(facts, trainer) if it.pii)


def _kept_off(facts: Facts, device: Component) -> Iterator[str]:
    """Give, in the order of the file, what keeps rows of a device or learns from them.

    What gets them from such a one is not told as well.
    """
    on_it = parts_on(facts.design, device)
    reached = rows_from(facts, on_it, RAW) - on_it
    kept = [it for it in facts.design.components if it in reached and _keeps(facts, it)]
    later = rows_from(facts, kept, RAW)
    return (id for id in kept if id not in later or set(kept) <= later)


def _keeps(facts: Facts, id: str) -> bool:
    of = facts.kind_of(id)
    return Role.KEEPS_ROWS in of.roles or of.name == "trainer"

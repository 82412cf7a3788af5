"""DK611 model-does-not-fit."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from designkit.analysis.facts import Facts
from designkit.analysis.on_device import parts_on
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.alike import bytes_like
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.quantity import Quantity

ONE_OF: Mapping[str, str] = MappingProxyType(
    {"model-server": "replica", "batch-scorer": "worker", "device": "device"}
)
"""What states the memory for a model, and what one of it is called."""


@rule(
    "DK611",
    Severity.ERROR,
    kinds=tuple(ONE_OF),
    keys=("models.*.size",),
    applies=lambda facts: any(_placed(facts)),
)
def model_does_not_fit(facts: Facts) -> Iterator[Finding]:
    """A server or a device should have the memory for the model that it runs.

    A replica loads the whole model before it answers the first call. With less memory
    it does not start, or it is killed while it loads and starts again, for ever. A
    table of embeddings outgrows a server while nobody looks: 400 million rows of 64
    numbers are 102 GB in single precision and 51 GB in half, and one card holds 80.

    The memory is that of one replica, of one worker of a batch scorer, or of one device
    and of what runs in its process; runtime, batches and the next version, which is
    loaded beside the old one, come on top of the model.

    Bad:
    ```yaml
    components:
      train: {kind: trainer}
      rank:
        kind: model-server
        memory: 80 GB            # <- 102 GB do not fit
    models:
      ctr: {trained-by: train, served-by: rank, size: 102 GB}
    ```

    Good:
    ```yaml
    components:
      train: {kind: trainer}
      rank: {kind: model-server, memory: 80 GB}
    models:
      ctr: {trained-by: train, served-by: rank, size: 51 GB}
    ```

    Fix: Store weights in half precision or eight bits, hash or drop rare ids, put the
    tables on servers of their own, distil the model, or take larger machines.

    Source: Naumov et al. 2019, Deep Learning Recommendation Model for Personalization
    and Recommendation Systems, section 3, on tables that exceed the memory of a device.
    """
    for part, memory, id, size in _placed(facts):
        if size.low > memory.high * (1 + ROUNDING):
            lacking = bytes_like(size.low - memory.high, memory.text)
            yield Finding(
                ("components", part.id, "memory"),
                f"a {ONE_OF[part.kind]} of {part.id} has {memory}, and the model {id} "
                f"is {size}: {lacking} do not fit",
                related=((("models", id, "size"), "the model"),),
                rests_on=(size, memory),
            )


def _placed(facts: Facts) -> Iterator[tuple[Component, Quantity, str, Quantity]]:
    """Give each model that states its size with each part it runs on that says more."""
    for part in facts.of_kind(*ONE_OF):
        memory, run_here = part.quantity("memory"), parts_on(facts.design, part)
        for id, model in facts.design.models.items() if memory else ():
            if memory and model.size and not run_here.isdisjoint(model.served_by):
                yield part, memory, id, model.size

"""DK314 given-without-having."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Flow, Mode

CARRIED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "deployer": ("model", "index"),
        "model-registry": ("model",),
        "materializer": ("prediction", "embedding"),
    }
)
"""What parts of a kind hand on as they got it, and never make."""


@rule("DK314", Severity.WARNING, kinds=tuple(CARRIED))
def given_without_having(facts: Facts) -> Iterator[Finding]:
    """What only hands things on should be given what it hands on.

    A deployer releases what it was given, a registry keeps what was registered, a
    materializer copies a table into a store. Where one of them gives a model, an index
    or predictions that nobody gives to it, a flow is missing or carries another type
    than it says, and what goes by types (who releases it, how old it is, how large)
    goes wrong with it.

    A part before which nothing is drawn may have anything.

    Bad:
    ```yaml
    components:
      build: {kind: index-builder}
      ann: {kind: ann-index}
      deploy: {kind: deployer}
    flows:
      control:
        - build -> deploy: metric
        - deploy -> ann: index                      # <- which nobody gave it
    ```

    Good:
    ```yaml
    components:
      build: {kind: index-builder}
      ann: {kind: ann-index}
      deploy: {kind: deployer}
    flows:
      control:
        - build -> deploy -> ann: index
    ```

    Fix: Draw the flow that brings it, or name what the flow really carries.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 6, on what is released.
    """
    for part in facts.of_kind(*CARRIED):
        brought = facts.flows_to(part.id)
        if not brought or any(map(_may_be_anything, brought)):
            continue
        had = {flow.carries for flow in brought}
        for number, flow in enumerate(facts.design.flows):
            is_handed_on = flow.carries in CARRIED[part.kind]
            if flow.source == part.id and is_handed_on and flow.carries not in had:
                yield Finding(
                    ("flows", number),
                    f"{part.id} gives {flow.carries}, and nothing brings it any",
                )


def _may_be_anything(flow: Flow) -> bool:
    return flow.carries is None and flow.mode is not Mode.CONTROL

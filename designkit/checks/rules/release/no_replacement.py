"""DK510 no-replacement."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.learning import Model

BRINGERS = ("deployer", "model-registry")
"""What brings a model to its server, and may bring another."""


@rule("DK510", Severity.WARNING, keys=("models.*.pretrained",))
def no_replacement(facts: Facts) -> Iterator[Finding]:
    """A model of others should have a way in which the next one takes its place.

    Its owner retires it on a day of their own, or it falls behind what else can be had.
    Where nothing but the code of a service says which model answers, the next version
    comes without a trial on a part of the traffic, and without a way back.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      answer: {kind: model-server}
    models:
      writer:                    # <- and the next one?
        served-by: answer
        pretrained: rented by the call
        trained-by: none
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      answer: {kind: model-server}
      release: {kind: deployer, strategy: [shadow, canary], rollback: auto}
    models:
      writer: {served-by: answer, pretrained: rented by the call, trained-by: none}
    ```

    Fix: Add a deployer that sends a part of the traffic to the next model first, or a
    model-registry from which the server takes its files; or state under `retrain` when
    another one is looked for.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 6 and 7.
    """
    for id, model in facts.design.off_the_shelf.items():
        if not (model.retrain or _is_brought(facts, model)):
            yield Finding(
                ("models", id),
                f"nothing says how another model takes the place of {id}",
            )


def _is_brought(facts: Facts, model: Model) -> bool:
    """Whether a release reaches its servers; one without any flow reaches them all."""
    bringers = {part.id for part in facts.of_kind(*BRINGERS)}
    loose = any(not facts.flows_from(id) for id in bringers)
    return loose or not bringers.isdisjoint(facts.ancestors(model.served_by))

"""DK106 model-without-training."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.catalog.kind import Stage
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.learning import Model
from designkit.quantities.writing import listed


def _trains_and_keeps(facts: Facts) -> bool:
    return not (facts.lacks(Stage.TRAINING) or facts.lacks(Stage.REGISTRY))


@rule(
    "DK106",
    Severity.ERROR,
    kinds=kinds_with(Role.ESSENTIAL, Stage.TRAINING),
    applies=_trains_and_keeps,
)
def model_without_training(facts: Facts) -> Iterator[Finding]:
    """Every model that answers should have a trainer behind it, or a stated origin.

    A model of unknown origin cannot be trained again, so it only gets older; nobody
    can say what it has seen, whether that was lawful, or why it answers as it does.
    It is fine to take one from elsewhere, if the design says from where.

    Bad:
    ```yaml
    components:
      train: {kind: trainer}
      registry: {kind: model-registry}
      encoder-files: {kind: model-registry}
      rank: {kind: model-server}
      encode: {kind: model-server}                 # <- made by whom?
    flows:
      control:
        - train -> registry -> rank: model
        - encoder-files -> encode: model
    models:
      ranker: {trained-by: train, served-by: rank}
    ```

    Good:
    ```yaml
    components:
      train: {kind: trainer}
      registry: {kind: model-registry}
      encoder-files: {kind: model-registry}
      rank: {kind: model-server}
      encode: {kind: model-server}
    flows:
      control:
        - train -> registry -> rank: model
        - encoder-files -> encode: model
    models:
      ranker: {trained-by: train, served-by: rank}
      encoder: {served-by: encode, pretrained: multilingual MiniLM of 2020}
    ```

    Fix: Lead the flows of the model back to the trainer that makes it, or state under
    `models` what it is `pretrained` on and in which version.

    Source: Sculley et al. 2015, Hidden Technical Debt in Machine Learning Systems,
    section 7; Google Cloud, MLOps: Continuous delivery and automation pipelines in
    machine learning.
    """
    unknown = set()
    for server in facts.serving:
        makers = facts.ancestors((server.id,), "model")
        if makers and not _is_known(facts, makers, _models_on(facts, server.id)):
            unknown.add(server.id)
            first = [id for id in makers if not facts.flows_to(id, "model")]
            yield Finding(
                ("components", server.id),
                f"no trainer made the model of {server.id}"
                + (f": it begins at {listed(sorted(first))}" if first else ""),
            )
    for id, model in facts.design.models.items():
        asked = not unknown.isdisjoint(model.served_by) or _is_brought(facts, model)
        if not (model.trained_by or model.pretrained or asked):
            yield Finding(
                ("models", id, "trained-by"),
                f"{id} is neither trained here nor pretrained elsewhere",
                unstated=facts.state("models", id, "trained-by") is State.UNSTATED,
            )


def _models_on(facts: Facts, server: str) -> list[Model]:
    return [m for m in facts.design.models.values() if server in m.served_by]


def _is_known(facts: Facts, makers: frozenset[str], models: list[Model]) -> bool:
    trainers = {component.id for component in facts.of_kind("trainer")}
    return bool(makers & trainers) or any(model.pretrained for model in models)


def _is_brought(facts: Facts, model: Model) -> bool:
    """Whether the flows to its server say who made the model.

    Where other models name their trainers, a flow may bring any of them.
    """
    named = any(other.trained_by for other in facts.design.models.values())
    brought = any(facts.flows_to(server, "model") for server in model.served_by)
    return brought and not named

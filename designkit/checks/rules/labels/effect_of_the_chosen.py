"""DK225 effect-of-the-chosen."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.learning import Model

EFFECT = "effect"
"""What a model gives that says what an action changes."""


@rule("DK225", Severity.WARNING, keys=("models.*.output", "models.*.heads"))
def effect_of_the_chosen(facts: Facts) -> Iterator[Finding]:
    """The effect of an action should be learnt where chance decided who got it.

    A letter went to those who were likely to leave, and of them more left than of the
    others. Learnt from that, the letter drives customers away; had it gone to the
    loyal, it would seem to work wonders. The difference between treated and untreated
    is the effect only where nothing but chance sets them apart, or where what led to
    the choice is known and made up for.

    It asks for models that give an effect (`output: effect`), and looks at the sets
    from which they learn. One set with `treatment: random` is enough: what was learnt
    from others can be held against it. So is a word on how the choice is made up for
    (`confounding`), which is not judged.

    Bad:
    ```yaml
    components:
      fit: {kind: trainer}
    models:
      gain: {trained-by: fit, datasets: campaigns, output: effect}
    datasets:
      campaigns: {treatment: chosen}                # <- who was likely to leave
    ```

    Good:
    ```yaml
    components:
      fit: {kind: trainer}
    models:
      gain: {trained-by: fit, datasets: campaigns, output: effect}
    datasets:
      campaigns: {treatment: random}
    ```

    Fix: Leave a random part of those who would be chosen untreated, and treat a random
    part of the others; learn from these. Until there are enough, weight by the inverse
    of the chance to be treated, and say so under `confounding`.

    Source: Gutierrez and Gérardy 2017, Causal Inference and Uplift Modelling: A Review
    of the Literature, PMLR 67; Rosenbaum and Rubin 1983, The Central Role of the
    Propensity Score in Observational Studies for Causal Effects, Biometrika 70(1).
    """
    learnt = training_sets(facts)
    for id, model in facts.design.models.items():
        if EFFECT in model.outputs:
            sets = [it for it in learnt if model in it.models]
            yield from _found(facts, id, model, sets)


def _found(
    facts: Facts, id: str, model: Model, sets: list[TrainingSet]
) -> Iterator[Finding]:
    """Say that no set of a model has a treatment by chance, or that none says so."""
    if any(_is_sound(examples) for examples in sets):
        return
    for examples in sets:
        path = ("datasets", examples.id, "treatment")
        is_set = examples.id in facts.design.datasets
        is_chosen = examples.said.treatment == "chosen"
        if is_set and (is_chosen or facts.state(*path) is State.UNSTATED):
            how = (
                "in which somebody chose whom to treat"
                if is_chosen
                else "which does not say how its treatment was assigned"
            )
            message = f"{id} learns an effect from {examples.id}, {how}"
            yield Finding(path, message, unstated=not is_chosen)


def _is_sound(examples: TrainingSet) -> bool:
    said = examples.said
    return said.treatment == "random" or bool(said.confounding)

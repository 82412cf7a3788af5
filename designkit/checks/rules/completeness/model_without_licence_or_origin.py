"""DK154 model-without-licence-or-origin."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.teachers import teachers
from designkit.analysis.versions import moves
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed

TUNED = ("lora", "qlora", "dpo")
"""Methods that need a model to begin with."""


@rule("DK154", Severity.WARNING, kinds=("trainer",))
def model_without_licence_or_origin(facts: Facts) -> Iterator[Finding]:
    """What is made of a model of others should name it, and the terms it came with.

    Weights come with a licence, and what a rented model writes with terms: some forbid
    to sell what is built on them, some to train another model on it. A model that was
    tuned or taught can neither be given back nor be freed of what it learnt, so that
    the terms are read before. Without the name and the version of the base, nobody can
    make it again or know which of its faults are inherited.

    Bad:
    ```yaml
    components:
      zoo: {kind: model-registry}
      raters: {kind: human-labeling}
      pairs: {kind: dataset-builder, purpose: train, form: pairs}
      tune:
        kind: trainer
        method: lora
        base-model: open-8b-2026-04
        licence: none                              # <- may it be sold?
    flows:
      batches:
        - raters -> pairs: label
        - pairs -> tune: dataset
        - tune -> zoo: model
    ```

    Good:
    ```yaml
    components:
      zoo: {kind: model-registry}
      raters: {kind: human-labeling}
      pairs: {kind: dataset-builder, purpose: train, form: pairs}
      tune:
        kind: trainer
        method: lora
        base-model: open-8b-2026-04
        licence: Apache 2.0; outputs are ours
    flows:
      batches:
        - raters -> pairs: label
        - pairs -> tune: dataset
        - tune -> zoo: model
    ```

    Fix: State `base-model` with its exact version, and under `licence` what the terms
    of the base, and of the teacher whose answers are learnt from, let you do.

    Source: Longpre et al. 2024, A Large-Scale Audit of Dataset Licensing and
    Attribution in AI (Nature Machine Intelligence); Breck et al. 2017, The ML Test
    Score, Data 4 and Infrastructure 1.
    """
    for trainer in facts.of_kind("trainer"):
        yield from _origin(facts, trainer)
        yield from _licence(facts, trainer)


def _origin(facts: Facts, trainer: Component) -> Iterator[Finding]:
    path = ("components", trainer.id, "base-model")
    base, state = "".join(trainer.texts("base-model")), facts.state(*path)
    if base and moves(base):
        message = f"{trainer.id} starts from {base}, which moves without a release"
        yield Finding(path, message)
    elif not base and not set(TUNED).isdisjoint(trainer.texts("method")):
        yield Finding(
            path,
            f"{trainer.id} tunes a model that it does not name",
            unstated=state is State.UNSTATED,
        )


def _licence(facts: Facts, trainer: Component) -> Iterator[Finding]:
    path = ("components", trainer.id, "licence")
    state, taught = facts.state(*path), teachers(facts, trainer)
    made_of = [*trainer.texts("base-model"), *(part.id for part in taught)]
    if made_of and state is not State.PRESENT:
        yield Finding(
            path,
            f"{trainer.id} makes a model of {listed(made_of)}, and nothing says that "
            "it may",
            unstated=state is State.UNSTATED,
        )

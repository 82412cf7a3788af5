"""DK119 no-training."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.catalog.kind import Stage
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK119", Severity.ERROR)
def no_training(facts: Facts) -> Iterator[Finding]:
    """A design should say what makes its models.

    A model that came once as a file cannot follow the world, cannot be corrected and
    cannot be explained. The pipeline that makes it again, from a dataset that can be
    built again, is what is really in production; the file is only its latest product.
    A system that only uses models of others says so: `trained-by: none` and what each
    is `pretrained` on.

    Bad:
    ```yaml
    components:                                    # <- who made the model?
      lake: {kind: lake}
      registry: {kind: model-registry}
      score: {kind: model-server}
    ```

    Good:
    ```yaml
    components:
      lake: {kind: lake}
      dataset: {kind: dataset-builder, join: point-in-time}
      train: {kind: trainer, algorithm: gradient-boosted trees}
      evaluate: {kind: evaluator}
      registry: {kind: model-registry}
      score: {kind: model-server}
    ```

    Fix: Add dataset-builder, trainer and evaluator; or, for each model that is taken as
    it is, state `pretrained` with its version and `trained-by: none`.

    Source: Google Cloud, MLOps: Continuous delivery and automation pipelines in machine
    learning; Breck et al. 2017, The ML Test Score, Infrastructure 1.
    """
    if facts.lacks(Stage.TRAINING) and not facts.trains_nothing:
        models = facts.design.models.values()
        yield Finding(
            ("components",),
            "training is missing: nothing makes a model",
            unstated=bool(models) and all(model.pretrained for model in models),
        )

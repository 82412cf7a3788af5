"""DK222 fit-before-split."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.training_set import training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

ALL = "all"
"""What `preprocess-fit-on` says where the test part is among the examples."""


@rule(
    "DK222",
    Severity.ERROR,
    keys=("datasets.*.preprocess-fit-on", "components.*.preprocess-fit-on"),
)
def fit_before_split(facts: Facts) -> Iterator[Finding]:
    """What is learnt of the data should be learnt of the training part alone.

    Means, vocabularies, imputed values and above all encodings of the target are small
    models. Fitted on all examples, they carry the answers of the test into training:
    the test then looks better than service ever will, by most where categories are
    many and examples of each are few.

    Bad:
    ```yaml
    components:
      build: {kind: dataset-builder}
    datasets:
      clicks:
        built-by: build
        split: [time]
        preprocess-fit-on: all                      # <- the test is among them
    ```

    Good:
    ```yaml
    components:
      build: {kind: dataset-builder}
    datasets:
      clicks: {built-by: build, split: [time], preprocess-fit-on: train}
    ```

    Fix: Split first, fit on the training part, and apply what was fitted to the rest.

    Source: Kaufman, Rosset and Perlich 2011, Leakage in Data Mining (KDD); Kapoor and
    Narayanan 2023, Leakage and the Reproducibility Crisis in Machine-Learning-Based
    Science (Patterns).
    """
    told = set()
    for examples in training_sets(facts):
        path = examples.place("preprocess-fit-on")
        fitted = facts.texts(*path)
        if ALL in fitted and path not in told and examples.is_learnt:
            told.add(path)
            yield Finding(
                path,
                f"what prepares {examples.id} is fitted on all examples, those of the "
                "test among them",
            )

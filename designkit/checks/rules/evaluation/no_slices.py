"""DK421 no-slices."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stated import statement
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule("DK421", Severity.WARNING, kinds=("evaluator",))
def no_slices(facts: Facts) -> Iterator[Finding]:
    """A model should be measured on parts of its cases as well as on all of them.

    An average hides its parts. A candidate that gains 1% on all and loses 20% on new
    users, on one language or on one device passes every gate, and those users leave. A
    slice is cheap to compute and cannot be thought of afterwards: who complains first
    decides which one is looked at.

    Bad:
    ```yaml
    components:
      test:
        kind: evaluator
        metrics: [NDCG@10]
        slices: none                                # <- an average alone
    ```

    Good:
    ```yaml
    components:
      test: {kind: evaluator, metrics: [NDCG@10], slices: [new user, language, device]}
    ```

    Fix: Name the parts that can be hurt while the whole gains, and give them gates of
    their own, with room for their small numbers.

    Source: Breck et al. 2017, The ML Test Score, Model 6; Chung et al. 2019, Slice
    Finder: Automated Data Slicing for Model Validation (ICDE).
    """
    slices = statement(
        facts,
        *(("components", part.id, "slices") for part in facts.of_kind("evaluator")),
        ("evaluation", "slices"),
    )
    if slices.state is not State.PRESENT:
        yield Finding(
            slices.path,
            "the candidate is measured on all cases together, and on no part of them",
            unstated=slices.state is State.UNSTATED,
        )

"""DK415 gate-without-threshold."""

import re
from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stated import gates
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import shown

NAME_WITH_DIGIT = r"\S*[A-Za-z@]\S*\d\S*"
"""A metric such as ``NDCG@10`` or ``p99``, whose digits are no threshold."""


def is_judged(facts: Facts) -> bool:
    """Whether the design says that candidates are evaluated at all."""
    return facts.has("evaluator") or facts.design.evaluation is not None


@rule("DK415", Severity.WARNING, applies=is_judged)
def gate_without_threshold(facts: Facts) -> Iterator[Finding]:
    """An evaluation should refuse a candidate below a stated number.

    An evaluation that cannot say no is a report. Whoever reads it on a Friday, with a
    release waiting, will find that it looks good. A threshold against the champion,
    for the whole and for each slice that matters, decides before anybody hopes.

    Bad:
    ```yaml
    components:
      evaluate:
        kind: evaluator
        gates: [NDCG@10 looks good, no slice is bad]   # <- says who?
    ```

    Good:
    ```yaml
    components:
      evaluate:
        kind: evaluator
        gates: [NDCG@10 >= champion - 0.002, no slice below champion - 1%]
    ```

    Fix: Write each gate as metric, comparison and number, relative to the model in
    service where possible, and gate the important slices too.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 4; Zinkevich, Rules of
    Machine Learning, rule 9.
    """
    stated = gates(facts)
    if stated.state is not State.PRESENT:
        yield Finding(
            stated.path,
            "no gate is stated: any candidate passes the evaluation",
            unstated=stated.state is State.UNSTATED,
        )
    for path, texts in stated.places:
        for number, gate in enumerate(texts):
            if not _decides(gate):
                yield Finding(
                    (*path, number), f"the gate {shown(gate)} has no threshold"
                )


def _decides(gate: str) -> bool:
    """Whether a gate compares with something, or names a number."""
    return bool(re.search(r"[<>=≤≥]|\d", re.sub(NAME_WITH_DIGIT, "", gate)))

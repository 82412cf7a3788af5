"""DK415 gate-without-threshold."""

import re
from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stated import deployer_gates, gates
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import shown

NAME_WITH_DIGIT = re.compile(r"[^A-Za-z@]*[A-Za-z@][^\d]*\d")
"""A metric such as ``NDCG@10`` or ``p99``, whose digits are no threshold."""

COMPARISON = re.compile(
    r"\b(?:(?:\w+er|worse|less|more|as \w+ as|equal) (?:than|to|or equal)"
    r"|above|below|under|over|beats?|exceeds?|at least|at most|within)\b\W+\w",
    re.IGNORECASE,
)
"""A comparison with something named: ``no worse than champion``; its number is 0."""


def is_judged(facts: Facts) -> bool:
    """Whether the design says that candidates are evaluated at all."""
    return facts.has("evaluator") or facts.design.evaluation is not None


def _applies(facts: Facts) -> bool:
    return is_judged(facts) or bool(deployer_gates(facts).places)


@rule("DK415", Severity.WARNING, applies=_applies)
def gate_without_threshold(facts: Facts) -> Iterator[Finding]:
    """An evaluation should refuse a candidate below a stated number.

    An evaluation that cannot say no is a report. Whoever reads it on a Friday, with a
    release waiting, will find that it looks good. A threshold against the champion,
    for the whole and for each slice that matters, decides before anybody hopes. "No
    worse than the champion" is such a threshold (its number is 0); "recall" is none.
    The same holds for the gates of a deployer, which a release meets on its first
    traffic.

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

    Fix: Write each gate as metric, comparison and number or name, relative to the model
    in service where possible, and gate the important slices too.

    Source: Breck et al. 2017, The ML Test Score, Infrastructure 4; Zinkevich, Rules of
    Machine Learning, rule 9.
    """
    stated = gates(facts)
    if stated.state is not State.PRESENT and is_judged(facts):
        yield Finding(
            stated.path,
            "no gate is stated: any candidate passes the evaluation",
            unstated=stated.state is State.UNSTATED,
        )
    for path, texts in (*stated.places, *deployer_gates(facts).places):
        for number, gate in enumerate(texts):
            if not _decides(gate):
                yield Finding(
                    (*path, number), f"the gate {shown(gate)} has no threshold"
                )


def _decides(gate: str) -> bool:
    """Whether a gate compares with something named, or names a number."""
    words = (word for word in gate.split() if not NAME_WITH_DIGIT.match(word))
    compared = COMPARISON.search(gate)
    return bool(compared or any(re.search(r"[<>=≤≥]|\d", word) for word in words))

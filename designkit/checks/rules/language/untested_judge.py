"""DK650 untested-judge."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

LEAST = 100
"""Cases; with fewer, an agreement of 60% is known to no better than ten points."""


@rule("DK650", Severity.WARNING, kinds=("judge",), tier_1=Severity.ERROR)
def untested_judge(facts: Facts) -> Iterator[Finding]:
    """A judge should be compared with people, on enough cases.

    A model that grades is an instrument with an error, and it errs in one direction:
    for long answers, for the first of two, for its own style. What it says of a release
    is worth as much as its agreement with people, and people agree with each other only
    so far.

    Bad:
    ```yaml
    components:
      grade: {kind: judge, rubric: helpful}        # <- says who?
      traces: {kind: prediction-log}
    flows:
      streams: [traces -> grade: trace]
    ```

    Good:
    ```yaml
    components:
      grade:
        kind: judge
        rubric: supported by the passages
        agreement: 62%
        human-agreement: 68%
        agreement-cases: 300
      traces: {kind: prediction-log}
    flows:
      streams: [traces -> grade: trace]
    ```

    Fix: Let people grade at least 100 of the same cases, and state `agreement` (kappa)
    with `agreement-cases`; do it again when the judge changes.

    Source: Zheng et al. 2023, Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena
    (85% agreement with experts, who agree with each other in 81%). The least number of
    cases is ours: 1.96 standard errors of 60% in 100 are 9.6 points.
    """
    for judge in facts.of_kind("judge"):
        path = ("components", judge.id, "agreement")
        state, cases = facts.state(*path), judge.quantity("agreement-cases")
        if state is not State.PRESENT:
            yield Finding(
                path,
                f"nobody has compared {judge.id} with people",
                unstated=state is State.UNSTATED,
            )
        elif cases is not None and cases.high < LEAST:
            yield Finding(
                ("components", judge.id, "agreement-cases"),
                f"{judge.id} was compared with people on {cases} cases, "
                f"of {LEAST} at least",
                rests_on=(cases,),
            )

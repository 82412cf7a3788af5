"""DK151 no-unanswerable-cases."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import answers_from_passages
from designkit.analysis.test_sets import CaseSet, sets_for
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity

KEY = "unanswerable-share"
PROMISED = ("objectives", "abstention")


@rule(
    "DK151",
    Severity.WARNING,
    kinds=("agent",),
    keys=("evaluation.sets",),
    applies=lambda facts: bool(answers_from_passages(facts)),
)
def no_unanswerable_cases(facts: Facts) -> Iterator[Finding]:
    """Some cases of a test should have no answer in the documents.

    People ask for what nobody has written down, and what search does not find is
    unanswerable as well. A test in which each question has an answer rewards whoever
    always gives one, and that is the version that goes out; how often it says that it
    does not know cannot even be measured.

    Bad:
    ```yaml
    objectives: {abstention: 80%}
    components:
      app: {kind: client}
      ask: {kind: agent}
      words: {kind: inverted-index}
      model: {kind: hosted-model}
    flows:
      calls:
        - app -> ask -> words: request
        - words -> ask: passages
        - ask -> model: prompt
    evaluation:
      sets:
        - {id: writing, cases: 400, purpose: generation}     # <- all can be answered
    ```

    Good:
    ```yaml
    objectives: {abstention: 80%}
    components:
      app: {kind: client}
      ask: {kind: agent}
      words: {kind: inverted-index}
      model: {kind: hosted-model}
    flows:
      calls:
        - app -> ask -> words: request
        - words -> ask: passages
        - ask -> model: prompt
    evaluation:
      sets:
        - {id: writing, cases: 400, purpose: generation, unanswerable-share: 20%}
    ```

    Fix: Add real questions that no document answers, some 15% to 20% of the cases, and
    state the `unanswerable-share` of the set.

    Source: Rajpurkar, Jia and Liang 2018, Know What You Don't Know: Unanswerable
    Questions for SQuAD, ACL.
    """
    sets = tuple(sets_for(facts, "generation", "task"))
    if sets and not any(_has_some(it) for it in sets):
        promised = facts.state(*PROMISED) is State.PRESENT
        said = any(it.state(facts, KEY) is not State.UNSTATED for it in sets)
        yield Finding(
            sets[0].path(KEY),
            "no set of cases has questions that the documents do not answer",
            unstated=not (promised or said),
        )


def _has_some(cases: CaseSet) -> bool:
    share = cases.stated.unanswerable_share
    return share is not None and share.high > 0

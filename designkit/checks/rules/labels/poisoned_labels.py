"""DK217 poisoned-labels."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.stakes import falls_on_people
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

PASSED_ON = ("event", "raw-table", "label")
"""Data types as which an outcome travels."""


@rule(
    "DK217",
    Severity.INFO,
    kinds=("label-joiner",),
    applies=falls_on_people,
    tier_1=Severity.WARNING,
)
def poisoned_labels(facts: Facts) -> Iterator[Finding]:
    """Labels that anybody can give should not all count alike.

    Where reports or clicks of the public are the labels, whoever wants somebody gone
    reports them with a hundred accounts, and the model learns that this is abuse. It
    needs no access and leaves no trace: each label is a valid one. Weights by how often
    a reporter was right, a cap for each account and network, or cases whose answer is
    known (traps) take the power from the few.

    It asks where a decision falls on people and all that the label joiner is told comes
    from clients; not where people judge cases, or a table of weights is joined.

    Bad:
    ```yaml
    tier: 1
    components:
      readers: {kind: client}
      log: {kind: event-log}
      decide: {kind: decision-engine, actions: [hide, suspend]}
      reports:                                      # <- a hundred accounts decide
        kind: label-joiner
        window: 7 d
    flows:
      streams: [readers -> log -> reports: event]
    ```

    Good:
    ```yaml
    tier: 1
    components:
      readers: {kind: client}
      log: {kind: event-log}
      decide: {kind: decision-engine, actions: [hide, suspend]}
      reports: {kind: label-joiner, window: 7 d, public-labels: weighted}
    flows:
      streams: [readers -> log -> reports: event]
    ```

    Fix: Weigh each report by the record of who sends it, cap what one account or one
    network can add, or mix in cases with a known answer; say it under `public-labels`.

    Source: Biggio, Nelson and Laskov 2012, Poisoning Attacks against Support Vector
    Machines (ICML); Tran et al. 2009, Sybil-Resilient Online Content Voting (NSDI).
    """
    for joiner in facts.of_kind("label-joiner"):
        path = ("components", joiner.id, "public-labels")
        public = _public(facts, joiner.id)
        if public and facts.state(*path) is not State.PRESENT:
            yield Finding(
                path,
                f"{joiner.id} learns from {listed(public)} alone what falls on people, "
                "and each label counts alike",
            )


def _public(facts: Facts, joiner: str) -> tuple[str, ...]:
    """Return the clients whose word is the label, where nobody else is asked."""
    before = facts.ancestors((joiner,), *PASSED_ON)
    origins = [part for part in facts.with_role(Role.ORIGIN) if part.id in before]
    judges = {part.id for part in facts.with_role(Role.JUDGED_BY_PEOPLE)}
    judges |= {part.id for part in facts.of_kind("appeal-process")}
    only_clients = all(part.kind == "client" for part in origins)
    if judges & before or facts.flows_to(joiner, "feature-table") or not only_clients:
        return ()
    return tuple(part.id for part in origins)

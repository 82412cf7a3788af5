"""DK646 rights-after-the-fact."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.language import rights_matter, stops
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.quantities.writing import listed

PASSAGES = Trail(("passages",))
"""Passages, from the index that found them to whoever puts them into a prompt."""

FOUND_BY = ("ann-index", "inverted-index", "document-parser")
"""Kinds that give the passages of everybody."""


@rule(
    "DK646",
    Severity.ERROR,
    kinds=("document-parser", "ann-index", "inverted-index"),
    applies=rights_matter,
)
def rights_after_the_fact(facts: Facts) -> Iterator[Finding]:
    """Text that a person may not read should not reach the prompt.

    What stands in a prompt can be asked for, in another language if need be. “Do not
    reveal salaries” is a wish; the passage has to be taken away before the model reads
    it, by rights that are looked up for the person who asks.

    Bad:
    ```yaml
    objectives: {freshness: {rights: 5 min}}
    components:
      portal: {kind: client}
      ask: {kind: agent}                           # <- reads everybody's documents
      words: {kind: inverted-index}
      model: {kind: hosted-model}
    flows:
      calls:
        - portal -> ask -> words: request
        - words -> ask: passages
        - ask -> model: prompt
    ```

    Good:
    ```yaml
    objectives: {freshness: {rights: 5 min}}
    components:
      portal: {kind: client}
      ask: {kind: agent}
      words: {kind: inverted-index}
      rights: {kind: online-store, ttl: 5 min}
      allowed: {kind: eligibility-filter, source-freshness: 5 min}
      model: {kind: hosted-model}
    flows:
      calls:
        - portal -> ask -> words: request
        - words -> allowed -> ask: passages
        - ask -> model: prompt
      lookups:
        - rights -> allowed: feature-values
    ```

    Fix: Put an eligibility-filter, fed with the rights of the person who asks, between
    the index and the agent, or let whoever searches ask it before anything is handed
    on; filter in the search as well, or hardly anything is left.

    Source: OWASP 2025, Top 10 for LLM Applications, LLM07 system prompt leakage and
    LLM08 vector and embedding weaknesses.
    """
    finders = [part.id for part in facts.of_kind(*FOUND_BY)]
    filters = {part.id for part in facts.of_kind("eligibility-filter")}
    filters |= {g.id for g in facts.of_kind("guardrail") if stops(g)}
    closed = filters | _asking(facts, filters)
    past = facts.lineage.givers(finders, PASSAGES, closed)
    for agent in facts.of_kind("agent"):
        if agent.id in past:
            given = [id for id in finders if agent.id in _ahead(facts, id)]
            yield Finding(
                ("components", agent.id),
                f"passages of {listed(given)} reach {agent.id} before anything has "
                "asked who may read them",
            )


def _asking(facts: Facts, filters: set[str]) -> set[str]:
    """Return who hands what was found to a filter, and gets back what may be read."""
    given = {flow.ends for flow in facts.design.flows if PASSAGES.may_take(flow)}
    return {asker for asker, to in given if to in filters and (to, asker) in given}


def _ahead(facts: Facts, id: str) -> frozenset[str]:
    return facts.lineage.ahead((id,), PASSAGES)

"""DK648 semantic-cache-without-scope."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import rights_matter
from designkit.analysis.person_bound import WHOSE, bound_to_persons
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed

MEASURED = (
    (
        "false-hit-rate",
        "nobody has measured how often {} answers something else",
        Severity.ERROR,
    ),
    (
        "similarity-min",
        "{} does not say from which similarity on it answers",
        Severity.WARNING,
    ),
)
"""What has to be stated beside the scope, what is told else, and how grave it is."""


@rule("DK648", Severity.ERROR, kinds=("cache",), keys=("components.*.match",))
def semantic_cache_without_scope(facts: Facts) -> Iterator[Finding]:
    """A cache that answers by similarity should say for whom an answer is good.

    A similar question is not the same question. The refund rules of one country are
    near to those of another, and an answer made of what one customer may read is near
    to the question of the next. How often a hit answers something else can be measured,
    and has to be, since nobody complains about a plausible answer.

    Bad:
    ```yaml
    components:
      assist: {kind: agent}
      model: {kind: hosted-model}
      recent: {kind: cache, match: semantic, similarity-min: 95%}  # <- whose answers?
    flows:
      calls:
        - assist -> model: prompt
      streams:
        - assist -> recent: decision
    ```

    Good:
    ```yaml
    components:
      assist: {kind: agent}
      model: {kind: hosted-model}
      recent:
        kind: cache
        match: semantic
        similarity-min: 97%
        scope: [tenant, rights, locale, prompt-version]
        false-hit-rate: 0.5%
    flows:
      calls:
        - assist -> model: prompt
      streams:
        - assist -> recent: decision
    ```

    Fix: State the `scope` of an answer, the `prompt-version` in it, the similarity from
    which it serves (`similarity-min`) and the `false-hit-rate` measured there; where
    answers differ from person to person, `rights`, `tenant` or `user` too.

    Source: reports of operators of semantic caches, 2026 (95 % false hits in one; rules
    of the EU served to the US in another); OWASP 2025, Top 10 for LLM Applications,
    LLM08.
    """
    for cache in facts.of_kind("cache"):
        if cache.texts("match") == ("semantic",):
            yield from _lacks(facts, cache)


def _lacks(facts: Facts, cache: Component) -> Iterator[Finding]:
    path, scope = ("components", cache.id, "scope"), set(cache.texts("scope"))
    if not scope:
        message = f"{cache.id} answers what is similar, and does not say for whom"
        yield Finding(path, message, unstated=facts.state(*path) is State.UNSTATED)
    elif WHOSE.isdisjoint(scope):
        yield from _of_another(facts, cache)
    if scope:
        yield from _unmeasured(facts, cache)


def _of_another(facts: Facts, cache: Component) -> Iterator[Finding]:
    sources = bound_to_persons(facts, cache.id)
    if sources or rights_matter(facts):
        by = f", by {listed(sources)}" if sources else ""
        message = f"{cache.id} answers one with what only another may read{by}"
        yield Finding(("components", cache.id, "scope"), message)


def _unmeasured(facts: Facts, cache: Component) -> Iterator[Finding]:
    for key, message, severity in MEASURED:
        at = ("components", cache.id, key)
        if (state := facts.state(*at)) is not State.PRESENT:
            yield Finding(
                at,
                message.format(cache.id),
                unstated=state is State.UNSTATED,
                severity=severity,
            )

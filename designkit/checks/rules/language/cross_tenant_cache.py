"""DK673 cross-tenant-cache."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State, mentions
from designkit.analysis.person_bound import WHOSE, bound_to_persons
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed

TELLING = (
    *("user", "users", "tenant", "tenants", "customer", "account", "member", "person"),
    *("patient", "employee", "subscriber", "rights", "groups", "session", "prompt"),
)
"""Words of a key by which persons are told apart, or all that the model was given."""


@rule("DK673", Severity.ERROR, kinds=("cache",))
def cross_tenant_cache(facts: Facts) -> Iterator[Finding]:
    """A cache should not answer one person from what another may read.

    The same question of two customers has two answers as soon as the model read their
    orders, their memory or documents that only one of them may see. A cache that knows
    only the question gives the second what was written for the first, and nothing in
    its answer shows it.

    Caches that answer what is similar are asked more by DK648.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      memory: {kind: session-memory, scope: user}
      recent: {kind: cache, match: exact, scope: [locale]}   # <- the first one's answer
    flows:
      calls: [app -> assist: request, assist -> model: prompt]
      lookups: [memory -> assist: passages]
      streams: [assist -> recent: decision]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      assist: {kind: agent}
      model: {kind: hosted-model}
      memory: {kind: session-memory, scope: user}
      recent: {kind: cache, match: exact, scope: [user, locale]}
    flows:
      calls: [app -> assist: request, assist -> model: prompt]
      lookups: [memory -> assist: passages]
      streams: [assist -> recent: decision]
    ```

    Fix: Put `user`, `tenant` or `rights` into the `scope` of the cache, or keep only
    answers that were made of what everybody may read.

    Source: vLLM documentation, prefix caching (a salt that keeps tenants apart); OWASP
    2025, Top 10 for LLM Applications, LLM02 sensitive information disclosure.
    """
    for cache in facts.of_kind("cache"):
        if cache.texts("match") == ("semantic",) or _tells_persons(cache):
            continue
        if sources := bound_to_persons(facts, cache.id):
            path = ("components", cache.id, "scope")
            yield Finding(
                path,
                f"{cache.id} keeps answers that differ from person to person, by "
                f"{listed(sources)}, and its scope does not tell whose they are",
                unstated=facts.state(*path) is State.UNSTATED,
            )


def _tells_persons(cache: Component) -> bool:
    by_scope = not WHOSE.isdisjoint(cache.texts("scope"))
    return by_scope or mentions(TELLING, *cache.texts("key"))

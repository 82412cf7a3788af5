"""DK508 cache-mixes-arms."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State, mentions
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

MADE_BY_MODELS = ("prediction", "candidates", "decision", "completion")
"""What depends on the version of the model that made it."""

TELLING = (
    "arm", "arms", "assignment", "encoder", "experiment", "model", "modelversion",
    "treatment", "variant", "version", "versions",
)  # fmt: skip
"""Words of a key by which two versions are told apart."""


def has_two_versions(facts: Facts) -> bool:
    """Whether two versions of a model can serve side by side."""
    is_released = facts.has("deployer", "experiment-service")
    return is_released or facts.design.experiment is not None


@rule("DK508", Severity.ERROR, applies=has_two_versions)
def cache_mixes_arms(facts: Facts) -> Iterator[Finding]:
    """A cache of what models answer should have the model version in its key.

    During a canary or a test two versions answer at once. If they share the entries of
    a cache, the users of one see the answers of the other: the measured difference
    shrinks towards nothing, the canary looks harmless, and after a rollback the bad
    answers stay until they expire.

    Bad:
    ```yaml
    components:
      rank: {kind: model-server}
      recent: {kind: cache, key: [user-id, page], ttl: 10 min}   # <- whose answer?
      deploy: {kind: deployer, strategy: [canary, ab]}
    flows:
      streams:
        - rank -> recent: prediction
    ```

    Good:
    ```yaml
    components:
      rank: {kind: model-server}
      recent: {kind: cache, key: [user-id, page, model version], ttl: 10 min}
      deploy: {kind: deployer, strategy: [canary, ab]}
    flows:
      streams:
        - rank -> recent: prediction
    ```

    Fix: Put the model version into the key, or the arm where an arm is more than a
    model; count the hit ratio anew, since each version fills its own entries.

    Source: Kohavi, Tang and Xu 2020, Trustworthy Online Controlled Experiments, chapter
    22, on resources that arms share.
    """
    for cache in facts.of_kind("cache"):
        path = ("components", cache.id, "key")
        if _holds_answers(facts, cache) and not _tells_versions(cache):
            unstated = facts.state(*path) is State.UNSTATED
            yield Finding(path, _message(cache, unstated), unstated=unstated)


def _holds_answers(facts: Facts, cache: Component) -> bool:
    inward = facts.flows_to(cache.id, *MADE_BY_MODELS)
    return bool(inward or facts.flows_from(cache.id, *MADE_BY_MODELS))


def _tells_versions(cache: Component) -> bool:
    return mentions(TELLING, *cache.texts("key"), *cache.texts("scope"))


def _message(cache: Component, unstated: bool) -> str:
    if unstated:
        return f"{cache.id} does not say what its key is made of"
    key = ", ".join(cache.texts("key")) or "none"
    return f"the key of {cache.id} ({key}) lacks the model version: arms share answers"

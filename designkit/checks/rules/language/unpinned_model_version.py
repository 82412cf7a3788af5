"""DK642 unpinned-model-version."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import LANGUAGE_MODELS
from designkit.analysis.versions import moves
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component


@rule("DK642", Severity.ERROR, kinds=LANGUAGE_MODELS)
def unpinned_model_version(facts: Facts) -> Iterator[Finding]:
    """A language model should be called by one exact version.

    A name that moves makes answers, costs and evaluations move on a day on which nobody
    released anything: what was measured last month was another model, and there is
    nothing to go back to. A version also ends: vendors announce it some weeks before,
    and then calls fail.

    Bad:
    ```yaml
    components:
      app: {kind: client}
      model:
        kind: hosted-model
        model-version: large-latest                # <- another one tomorrow
    flows:
      calls: [app -> model: request]
    ```

    Good:
    ```yaml
    components:
      app: {kind: client}
      model:
        kind: hosted-model
        model-version: large-2026-09-28
        retired-on: 2027-09-28
    flows:
      calls: [app -> model: request]
    ```

    Fix: State the exact `model-version`, with its date or digest, and change it by a
    release. Whether a name without a date is fixed, the page of its vendor says.

    Source: Anthropic, Model deprecations (notice of at least 60 days before a version
    is retired, after which requests fail).
    """
    for model in facts.of_kind(*LANGUAGE_MODELS):
        if not _is_versioned(facts, model) or moves(_version(model)):
            yield from _asked(facts, model)


def _is_versioned(facts: Facts, model: Component) -> bool:
    """Whether a flow brings its versions, or an entry under `models` says which it is.

    That such a version does not move is asked where it stands; a name by which it is
    called that moves is none, whatever else is said.
    """
    entries = facts.design.models.values()
    said = any(model.id in it.served_by and it.version for it in entries)
    return said or bool(facts.flows_to(model.id, "model"))


def _asked(facts: Facts, model: Component) -> Iterator[Finding]:
    path = ("components", model.id, "model-version")
    version = _version(model)
    if version and moves(version):
        message = f"{model.id} is called as {version}, which moves without a release"
        yield Finding(path, message)
    elif not version:
        unstated = facts.state(*path) is State.UNSTATED
        how = "no stated version" if unstated else "no version"
        yield Finding(path, f"{model.id} is called in {how}", unstated=unstated)


def _version(model: Component) -> str:
    return "".join(model.texts("model-version"))

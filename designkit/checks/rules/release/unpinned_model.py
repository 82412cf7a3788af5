"""DK509 unpinned-model."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.language import LANGUAGE_MODELS
from designkit.analysis.versions import moves
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule(
    "DK509",
    Severity.WARNING,
    keys=("models.*.pretrained",),
    tier_1=Severity.ERROR,
)
def unpinned_model(facts: Facts) -> Iterator[Finding]:
    """A model of others should be taken in one exact version.

    A name that moves makes answers, costs and measurements move on a day on which
    nobody released anything. Nothing can be rolled back then, since nothing was
    changed here; and what was measured last month was another model. A model that is
    fitted here has its version from the registry, and a language model is asked for
    its own (unpinned-model-version).

    Bad:
    ```yaml
    components: {encode: {kind: model-server}}
    models:
      encoder:
        served-by: encode
        pretrained: multilingual sentence encoder
        version: latest          # <- another one tomorrow
        trained-by: none
    ```

    Good:
    ```yaml
    components: {encode: {kind: model-server}}
    models:
      encoder:
        served-by: encode
        pretrained: multilingual sentence encoder
        version: v2, sha256:9f31c04e
        trained-by: none
    ```

    Fix: State the exact `version` of the model, or a digest of its files, and change it
    by a release. A word such as `latest` or `stable` is none.

    Source: Sculley et al. 2015, Hidden Technical Debt in Machine Learning Systems,
    section 3 (unstable data dependencies, versioned copies).
    """
    told = {part.id for part in facts.of_kind(*LANGUAGE_MODELS)}
    for id, model in facts.design.off_the_shelf.items():
        if model.version is None and not told.isdisjoint(model.served_by):
            continue
        yield from _asked(facts, id, model.version)


def _asked(facts: Facts, id: str, version: str | None) -> Iterator[Finding]:
    path = ("models", id, "version")
    state = facts.state(*path)
    if state is State.UNSTATED:
        yield Finding(
            path, f"{id} is taken from others in no stated version", unstated=True
        )
    elif version is None:
        yield Finding(path, f"{id} is taken from others in no version")
    elif moves(version):
        yield Finding(
            path, f"{id} is taken as {version}, which moves without a release"
        )

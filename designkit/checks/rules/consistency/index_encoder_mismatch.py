"""DK309 index-encoder-mismatch."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component
from designkit.quantities.writing import listed

MADE_OF = ("index", "embedding")


@rule(
    "DK309",
    Severity.ERROR,
    kinds=("ann-index",),
)
def index_encoder_mismatch(facts: Facts) -> Iterator[Finding]:
    """An index should hold vectors of the very encoder that encodes the query.

    Two trainings of one network put the same things in different places, so a product
    of vectors from two versions is a random number: retrieval returns nonsense, with
    latency and error rates as usual. It happens when a new encoder goes live while the
    index is still being built, and again when only one of them is rolled back. So both
    carry one version, and are released and taken back together.

    Bad:
    ```yaml
    system: recommendation
    components:
      user-encoder: {kind: model-server, role: encode}
      vectors: {kind: embedding-job, encoder: two-tower@42}
      index-build: {kind: index-builder, encoder: two-tower@42}
      ann: {kind: ann-index, encoder: two-tower@41}       # <- of the day before
    flows:
      calls:
        - user-encoder -> ann: embedding
      batches:
        - vectors -> index-build: embedding
        - index-build -> ann: index
    ```

    Good:
    ```yaml
    system: recommendation
    components:
      user-encoder: {kind: model-server, role: encode}
      vectors: {kind: embedding-job, encoder: two-tower@42}
      index-build: {kind: index-builder, encoder: two-tower@42}
      ann: {kind: ann-index, encoder: two-tower@42}
    flows:
      calls:
        - user-encoder -> ann: embedding
      batches:
        - vectors -> index-build: embedding
        - index-build -> ann: index
    models:
      two-tower: {served-by: [user-encoder, vectors], output: embedding}
    ```

    Fix: Publish encoder and index as one release with one id, refuse a query whose
    vector has another id, and swap or take back both at once.

    Source: Shen et al. 2020, Towards Backward-Compatible Representation Learning
    (CVPR), introduction.
    """
    for ann in facts.of_kind("ann-index"):
        path = ("components", ann.id, "encoder")
        makers = _makers(facts, ann)
        if not any(maker.texts("encoder") for maker in makers):
            message = f"{ann.id} does not say which encoder its vectors come from"
            unstated = facts.state(*path) is State.UNSTATED
            yield Finding(path, message, unstated=unstated)
        elif message := _versions(makers) or _query_side(facts, ann, makers):
            yield Finding(path, message)


def _makers(facts: Facts, ann: Component) -> tuple[Component, ...]:
    """Return the index and what its vectors come through, from the index backwards."""
    before = facts.ancestors((ann.id,), *MADE_OF)
    found = facts.of_kind("index-builder", "embedding-job")
    return (ann, *(c for c in found if c.id in before))


def _versions(makers: tuple[Component, ...]) -> str:
    """Say which versions meet; a description in words is no version."""
    versions: dict[str, list[str]] = {}
    for maker in makers:
        for encoder in maker.texts("encoder"):
            if " " not in encoder:
                versions.setdefault(encoder, []).append(maker.id)
    if len(versions) < 2:
        return ""
    said = (f"{listed(ids)} of {encoder}" for encoder, ids in versions.items())
    return f"encoders differ: {listed(said)}"


def _query_side(facts: Facts, ann: Component, makers: tuple[Component, ...]) -> str:
    """Say which server encodes queries with a model that made no vector in `ann`."""
    named = {text.partition("@")[0] for m in makers for text in m.texts("encoder")}
    items = named.intersection(facts.design.models)
    for flow in facts.flows_to(ann.id, "embedding"):
        models = facts.design.models.items()
        runs = {id for id, model in models if flow.source in model.served_by}
        if flow.mode.is_synchronous and items and runs and runs.isdisjoint(items):
            query = f"{flow.source} runs {listed(sorted(runs))}"
            return f"{ann.id} holds vectors of {listed(sorted(items))}, but {query}"
    return ""

"""DK309 index-encoder-mismatch."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.lineage import VECTORS
from designkit.catalog.kinds import all_kinds
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component, Flow
from designkit.quantities.writing import listed

ENCODERS = tuple(
    item.name
    for item in all_kinds()
    if Role.COMPUTES in item.roles and "embedding" in item.gives
)
"""Kinds that make vectors, where others only carry them on."""

Source = tuple[Component, ...]
"""What may have made some of the vectors: one of these did."""


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

    Vectors are followed through stores, materializers and logs from the encoder to the
    index; where a store holds those of several, one of them has to fit.

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
        sources = _sources(facts, ann)
        if not any(part.texts("encoder") for source in sources for part in source):
            message = f"{ann.id} does not say which encoder its vectors come from"
            unstated = facts.state(*path) is State.UNSTATED
            yield Finding(path, message, unstated=unstated)
        elif message := _versions(sources) or _query_side(facts, ann, sources):
            yield Finding(path, message)


def _sources(facts: Facts, ann: Component) -> tuple[Source, ...]:
    """Return the index and its builders, then what makes the vectors that come in."""
    builders = facts.ancestors((ann.id,), "index")
    held = (ann, *(b for b in facts.of_kind("index-builder") if b.id in builders))
    flows = [flow for part in held for flow in facts.flows_to(part.id, "embedding")]
    return (*((part,) for part in held), *(_encoders(facts, flow) for flow in flows))


def _encoders(facts: Facts, flow: Flow) -> Source:
    """Return what may have made the vectors that `flow` brings, near or far."""
    before = facts.lineage.brought_by(flow, VECTORS)
    return tuple(part for part in facts.of_kind(*ENCODERS) if part.id in before)


def _versions(sources: tuple[Source, ...]) -> str:
    """Say which versions meet, if there is none that may stand behind all of them."""
    known = [source for source in sources if source and all(map(_version, source))]
    choices = [{_version(part) for part in source} for source in known]
    if not choices or set.intersection(*choices):
        return ""
    versions: dict[str, dict[str, None]] = {}
    for part in (part for source in known for part in source):
        versions.setdefault(_version(part), {})[part.id] = None
    said = (f"{listed(ids)} of {encoder}" for encoder, ids in versions.items())
    return f"encoders differ: {listed(said)}"


def _version(part: Component) -> str:
    """Return the encoder that `part` names; a description in words is no version."""
    return next((text for text in part.texts("encoder") if " " not in text), "")


def _query_side(facts: Facts, ann: Component, sources: tuple[Source, ...]) -> str:
    """Say what encodes queries with a model that made no vector in `ann`."""
    texts = {text for s in sources for part in s for text in part.texts("encoder")}
    items = {text.partition("@")[0] for text in texts} & facts.design.models.keys()
    for flow in facts.flows_to(ann.id, "embedding"):
        encoders = _encoders(facts, flow) if flow.mode.is_synchronous else ()
        if message := _rented(ann, encoders, texts):
            return message
        runs = [_models(facts, encoder) for encoder in encoders]
        run = frozenset[str]().union(*runs)
        if items and runs and all(runs) and run.isdisjoint(items):
            names = listed([encoder.id for encoder in encoders])
            query = f"{names} {'run' if runs[1:] else 'runs'} {listed(sorted(run))}"
            return f"{ann.id} holds vectors of {listed(sorted(items))}, but {query}"
    return ""


def _rented(ann: Component, encoders: Source, texts: set[str]) -> str:
    """Say which version of one name encodes queries, where the index has another."""
    for part in encoders if len(encoders) == 1 else ():
        version = "".join(part.texts("model-version"))
        name, _, number = version.partition("@")
        held = {text for text in texts if text.startswith(f"{name}@")}
        if number and held and version not in held:
            had = listed(sorted(held))
            return f"{ann.id} holds vectors of {had}, but {part.id} is {version}"
    return ""


def _models(facts: Facts, part: Component) -> frozenset[str]:
    models = facts.design.models.items()
    return frozenset(id for id, model in models if part.id in model.served_by)

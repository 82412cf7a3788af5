"""DK807 index-older-than-item-slo."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts, State
from designkit.analysis.freshness import VALUES, Age, Ways
from designkit.analysis.lineage import VECTORS
from designkit.analysis.promises import Promise, strictest_about
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component, Mode
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.writing import shown_duration

TYPES = ("index", "embedding")
"""Data types by which a promise may be about every index."""

TEXT = "passages"
"""Data type by which a promise may be about every index of documents."""


@rule(
    "DK807",
    Severity.ERROR,
    kinds=("index-builder",),
    keys=("objectives.freshness",),
)
def index_older_than_item_slo(facts: Facts) -> Iterator[Finding]:
    """An index should be rebuilt faster than new items are promised to be found.

    What is not in the index cannot be retrieved, however good the ranking behind it
    is. The wait is not only the build: an item first waits for its vector, then for
    the next build to start, then for that build to end and to be loaded. Six hours and
    six hours of schedule are half a day in which today's news does not exist. A
    document first waits for its parser, and until then its old text is what answers.

    Bad:
    ```yaml
    objectives: {freshness: {ann: 1 h}}
    components:
      build:
        kind: index-builder
        interval: 6 h                               # <- an item waits 6 h 30 min
        runtime: 30 min
      ann: {kind: ann-index}
    flows:
      batches:
        - build -> ann: index
    ```

    Good:
    ```yaml
    objectives: {freshness: {ann: 1 h}}
    components:
      build: {kind: index-builder, interval: 6 h, runtime: 30 min, incremental: true}
      ann: {kind: ann-index}
    flows:
      batches:
        - build -> ann: index
    ```

    Fix: Add new items to the index as they come (incremental, or a small fresh index
    beside the large one), or shorten the chain until it fits. A promise is about an
    index if it names it, its builder, or `index`; about one of documents also if it
    names `passages`. A parser in front of a builder that is incremental still counts.

    Source: Zinkevich, Rules of Machine Learning, rule 8; Covington, Adams and Sargin
    2016, Deep Neural Networks for YouTube Recommendations, on freshness.
    """
    ways = Ways(facts.graph, types=(*VALUES, TEXT))
    for builder in facts.of_kind("index-builder"):
        if promise := _promise(facts, builder):
            grows, age = _grows(facts, builder), _age(facts, ways, builder)
            if not grows:
                yield from _judged(facts, builder, promise, age)
            elif _reads_text(facts, builder):
                before = _before(builder, age)
                yield from _late(facts, builder, promise, before, _slowest(before))


def _judged(
    facts: Facts, builder: Component, promise: Promise, age: Age
) -> Iterator[Finding]:
    path = ("components", builder.id, "interval")
    late = tuple(_late(facts, builder, promise, age, path))
    yield from late
    if not late and (state := facts.state(*path)) is not State.PRESENT:
        yield Finding(
            path,
            f"{builder.id} does not say how often it builds, but {promise.name} is "
            f"promised within {promise.limit}",
            unstated=state is State.UNSTATED,
        )


def _late(
    facts: Facts, builder: Component, promise: Promise, age: Age, path: Path
) -> Iterator[Finding]:
    if age.worst > promise.limit.high * (1 + ROUNDING):
        sum_of = ", ".join(map(str, age.aging))
        what = "changed document" if _reads_text(facts, builder) else "new item"
        yield Finding(
            path,
            f"a {what} waits {shown_duration(age.worst)} ({sum_of}), but "
            f"{promise.name} is promised within {promise.limit}",
            related=((promise.path, "promised here"),),
        )


def _promise(facts: Facts, builder: Component) -> Promise | None:
    """Return the strictest promise about what `builder` builds."""
    ids = {builder.id, *(flow.target for flow in facts.flows_from(builder.id, "index"))}
    text = {TEXT} if _reads_text(facts, builder) else set[str]()
    return strictest_about(facts.design, {*ids, *TYPES, *text})


def _reads_text(facts: Facts, builder: Component) -> bool:
    """Whether passages of documents are what it builds of."""
    encoders = (flow.source for flow in facts.flows_to(builder.id, "embedding"))
    return any(facts.flows_to(id, TEXT) for id in (builder.id, *encoders))


def _slowest(age: Age) -> Path:
    """Return where the step stands that takes longest."""
    slowest = max(age.steps, key=lambda step: step.worst, default=None)
    return ("components", slowest.id) if slowest else ("components",)


def _before(builder: Component, age: Age) -> Age:
    """Leave out the schedule of a builder that takes in what is new as it comes."""
    return Age(tuple(step for step in age.steps if step.id != builder.id))


def _grows(facts: Facts, builder: Component) -> bool:
    """Whether new items get in without a full build."""
    indexes = [flow.target for flow in facts.flows_from(builder.id, "index")]
    flows = [flow for index in indexes for flow in facts.flows_to(index)]
    streamed = any(flow.mode is Mode.STREAM for flow in flows)
    return streamed or builder.attributes.get("incremental") is True


def _age(facts: Facts, ways: Ways, builder: Component) -> Age:
    """Return the longest wait until an item of `builder` can be found in an index."""
    encoders = tuple(_encoders(facts, ways, builder))
    indexes = {flow.target for flow in facts.flows_from(builder.id, "index")}
    ages = [ways.age_at(id, encoders) for id in (builder.id, *sorted(indexes))]
    return max(ages, key=lambda age: age.worst)


def _encoders(facts: Facts, ways: Ways, builder: Component) -> Iterator[str]:
    """Give what makes the vectors of `builder`.

    Of several that share a store any may be meant; the fastest is taken.
    """
    for flow in facts.flows_to(builder.id, "embedding"):
        before = facts.lineage.brought_by(flow, VECTORS)
        makers = [id for id in before if facts.kind_of(id).name in VECTORS.ends_at]
        if makers:
            yield min(makers, key=lambda id: (ways.age_at(id).worst, id))

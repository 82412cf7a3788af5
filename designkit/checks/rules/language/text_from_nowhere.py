"""DK663 text-from-nowhere."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from designkit.analysis.facts import Facts
from designkit.analysis.language import LANGUAGE_MODELS
from designkit.analysis.lineage import Trail
from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Mode

ANYTHING = kinds_with(Role.GENERAL)
MAKERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "passages": ("document-parser", "session-memory", "tool"),
        "completion": (),
        "trace": (),
    }
)
"""Kinds that make text of a type where no language model writes."""

KEEPERS = ("inverted-index", "vector-index", "lake", "cache")
"""Kinds that hold text for others; what is in one that nothing fills is not said."""

EVERYTHING = Trail()


@rule("DK663", Severity.WARNING)
def text_from_nowhere(facts: Facts) -> Iterator[Finding]:
    """Passages, completions and traces need somebody who makes them.

    A completion is written by a language model, a trace by the program around one, and
    passages are cut from documents by a parser. Where a ranking stage hands on
    `passages` and nothing before it has any text, the type is wrong: what moves are
    candidates or predictions, and rules and sizes that go by the type go wrong with it.

    A part before which nothing is drawn may have anything.

    Bad:
    ```yaml
    components:
      collect: {kind: event-collector}
      build: {kind: index-builder}
      index: {kind: inverted-index}
      find: {kind: candidate-generator}
    flows:
      streams: [collect -> build: event]
      batches: [build -> index: index]
      lookups:
        - index -> find: passages                  # <- events are no text to be read
    ```

    Good:
    ```yaml
    components:
      docs: {kind: source-db}
      cut: {kind: document-parser}
      build: {kind: index-builder}
      index: {kind: inverted-index}
      find: {kind: candidate-generator}
    flows:
      batches:
        - docs -> cut: raw-table
        - cut -> build: passages
        - build -> index: index
      lookups:
        - index -> find: passages
    ```

    Fix: Name the type that moves, as `candidates` or `prediction`; or draw what cuts
    the documents, or the model that writes.

    Source: Lewis et al. 2020, Retrieval-Augmented Generation, arXiv 2005.11401, on
    passages; OpenTelemetry, semantic conventions for generative AI, on traces.
    """
    if facts.has(*LANGUAGE_MODELS, "agent"):
        return
    for type, makers in MAKERS.items():
        flows = facts.design.flows
        of_type = [(n, flow) for n, flow in enumerate(flows) if flow.carries == type]
        had = _have_it(facts, makers, {flow.source for _, flow in of_type})
        for number, flow in of_type:
            if flow.source not in had:
                yield Finding(
                    ("flows", number),
                    f"{flow.source} gives {type}, and nothing before it makes any",
                )


def _have_it(facts: Facts, makers: tuple[str, ...], givers: set[str]) -> frozenset[str]:
    """Return what makes such text or may have got it from somebody.

    A part of a general kind makes it where it gives it.
    """
    flows = facts.design.flows
    fed = {f.target for f in flows if f.mode is not Mode.CALL}
    unsaid = {f.target for f in flows if f.carries is None}
    starts = frozenset(
        part.id
        for part in facts.design.components.values()
        if part.kind in makers
        or (part.kind in ANYTHING and part.id in givers)
        or part.id in unsaid
        or (part.kind in KEEPERS and part.id not in fed)
    )
    return starts | facts.lineage.ahead(starts, EVERYTHING)

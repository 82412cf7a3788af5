"""DK667 passage-longer-than-encoder."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.language import LANGUAGE_MODELS, of_ids
from designkit.analysis.lineage import Trail
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.model.component import Component

CUT = Trail(("passages",), ends_at=LANGUAGE_MODELS)
"""Passages, on their way from the parser to what makes vectors of them."""


@rule(
    "DK667",
    Severity.WARNING,
    kinds=("document-parser",),
    keys=("components.*.passage-tokens",),
)
def passage_longer_than_encoder(facts: Facts) -> Iterator[Finding]:
    """A passage should be no longer than what its encoder reads.

    An encoder reads the first tokens of a text, 512 of them in many, and says nothing
    about the rest. The vector then stands for the beginning of the passage; what is
    said further down can be searched for and never found, and no error tells.

    Bad:
    ```yaml
    components:
      docs: {kind: source-db}
      parse:
        kind: document-parser
        passage-tokens: 1 k                        # <- one half is never read
      encode: {kind: embedding-job, context-window: 512}
    flows:
      batches:
        - docs -> parse: raw-table
        - parse -> encode: passages
    ```

    Good:
    ```yaml
    components:
      docs: {kind: source-db}
      parse: {kind: document-parser, passage-tokens: 400}
      encode: {kind: embedding-job, context-window: 512}
    flows:
      batches:
        - docs -> parse: raw-table
        - parse -> encode: passages
    ```

    Fix: Cut shorter passages, or take an encoder that reads as much as they hold and is
    measured at that length.

    Source: Reimers and Gurevych 2019, Sentence-BERT, and the documentation of Sentence
    Transformers on the greatest length of a sequence.
    """
    for parser in facts.of_kind("document-parser"):
        size = parser.quantity("passage-tokens")
        ahead = facts.lineage.ahead((parser.id,), CUT)
        for encoder in of_ids(facts, ahead if size else (), _encodes):
            window = encoder.quantity("context-window")
            if size and window and size.low > window.high:
                yield Finding(
                    ("components", parser.id, "passage-tokens"),
                    f"{parser.id} cuts passages of {size} tokens, of which "
                    f"{encoder.id} reads {window}",
                    rests_on=(size, window),
                )


def _encodes(part: Component) -> bool:
    """Whether it makes vectors."""
    return part.kind == "embedding-job" or part.texts("role") == ("embed",)

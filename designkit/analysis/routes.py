"""Routes to language models: which may answer in the place of which."""

from designkit.analysis.facts import Facts
from designkit.analysis.language import LANGUAGE_MODELS
from designkit.model.component import Component

ASKED = ("prompt", "request", "passages")
"""What a language model is asked with."""


def stand_ins(facts: Facts, model: Component) -> tuple[Component, ...]:
    """Return the models that somebody who calls `model` may call in its place.

    They do the same work: one that embeds is no second route for one that writes.
    """
    callers = {flow.source for flow in facts.flows_to(model.id, *ASKED)}
    called = {f.target for id in callers for f in facts.flows_from(id, *ASKED)}
    return tuple(
        part
        for part in facts.of_kind(*LANGUAGE_MODELS)
        if part.id in called and part.id != model.id and work(part) == work(model)
    )


def work(model: Component) -> str:
    """Return what a language model is used for; what does not say so writes."""
    return "".join(model.texts("role")) or "generate"

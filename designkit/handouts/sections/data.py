"""Step 2: where data and labels come from, how late, and what they do not see."""

from collections.abc import Iterator

from designkit.analysis.facts import ORIGINS
from designkit.documents.paper import Block, Callout, Paragraph, Table
from designkit.handouts.section import Study, section
from designkit.text.sentences import sentence


def _ask(study: Study) -> Iterator[Block]:
    del study
    yield Paragraph(
        "Where does the data come from, and who owns it? Where do labels come from, "
        "how late, and what do they not see?"
    )


@section(50, "2 Data collection", room=8, ask=_ask)
def data(study: Study) -> Iterator[Block]:
    """Tell the sources, the label with its delay and bias, and the training sets."""
    sources = study.case.of_kind(*ORIGINS, "event-log", "label-joiner")
    named = (f"**{part.title}**{_on(part.technology)}" for part in sources)
    if sources:
        yield Paragraph(f"From {'; '.join(named)}.")
    yield from _label(study)
    yield from _sets(study)


def _on(technology: str | None) -> str:
    return f" ({technology})" if technology else ""


def _label(study: Study) -> Iterator[Block]:
    """Say what the label is, when it comes, and what it does not see."""
    label = study.design.problem.label if study.design.problem else None
    if label is None:
        return
    said = [f"**Label.** {label.name or 'The outcome'}{_given(label.method)}"]
    delay = label.delay
    if delay and delay.p50 and delay.p95:
        said.append(f"half are known after {delay.p50}, 95% after {delay.p95}")
    share = study.number("labels.mature-share")
    if share:
        said.append(f"{share} when the youngest example is used")
    yield Paragraph(f"{'; '.join(said)}.")
    if label.bias:
        yield Callout("What the label does not see", sentence(label.bias), "trap")


def _given(method: str | None) -> str:
    ways = {"natural": "what happens", "human": "people", "weak": "heuristics"}
    return f", given by {ways[method]}" if method in ways else ""


def _sets(study: Study) -> Iterator[Block]:
    rows = tuple(
        (
            f"**{item.name or id}**",
            str(item.join or ""),
            ", ".join(item.split),
            study.cited(item.examples),
            study.cited(item.positive_rate),
            study.cited(item.negative_rate),
        )
        for id, item in study.design.datasets.items()
    )
    if rows:
        heads = (
            "Examples",
            "Join",
            "Split by",
            "How many",
            "Positive",
            "Negatives kept",
        )
        yield Table(heads, rows)

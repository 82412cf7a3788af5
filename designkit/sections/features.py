"""Step 3: features in groups, with how fresh they must be and how old they get."""

from collections.abc import Iterator

from designkit.model.learning import Feature
from designkit.paper import Block, Paragraph, Table
from designkit.section import Study, section

GROUPS = {
    "user": "Who asks",
    "item": "What is judged",
    "context": "Where and when",
    "cross": "Crosses",
    None: "Others",
}
"""The groups of features, in the order in which they are told."""


def _ask(study: Study) -> Iterator[Block]:
    del study
    heads = ("Group", "Features", "How fresh", "Made by")
    rows = tuple((f"**{title}**", "", "", "") for title in list(GROUPS.values())[:4])
    yield Table(heads, rows, (1, 3, 1, 1))
    yield Paragraph("Which of them would you not have at the time of the request?")


@section(60, "3 Feature engineering", room=3, ask=_ask)
def features(study: Study) -> Iterator[Block]:
    """List the features by group, with promise and worst age."""
    rows = [
        _row(study, id, item, title)
        for group, title in GROUPS.items()
        for id, item in study.design.features.items()
        if item.group == group
    ]
    if rows:
        heads = (
            "Group",
            "Feature",
            "Why it helps",
            "Online by",
            "Promised",
            "At worst",
        )
        yield Table(heads, tuple(rows), (0.9, 1.3, 3.4, 1, 0.7, 0.7))


def _row(study: Study, id: str, item: Feature, group: str) -> tuple[str, ...]:
    count = f" ({item.count})" if item.count else ""
    return (
        group,
        f"**{item.name or id}**{count}",
        item.why or item.definition or "",
        study.title(item.online_by) if item.online_by else "",
        str(item.freshness or ""),
        study.number(f"freshness.{id}.worst"),
    )

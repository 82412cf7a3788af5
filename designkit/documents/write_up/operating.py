"""How the system is run: release and rollback, monitoring, retraining, privacy."""

import re
from collections.abc import Iterable, Iterator

from designkit.analysis.roles import with_role
from designkit.catalog.role import Role
from designkit.documents.paper import Block, Items, Paragraph
from designkit.documents.write_up.blocks import facts, listed, present, shown, table
from designkit.documents.write_up.figures import (
    figure,
    name_of,
    said,
    setting,
    title_of,
    words,
)
from designkit.documents.write_up.learning import retraining as retrained
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.source.kind_of import kind_of

RETURN = re.compile(r"\b(?:release|rollback|roll(?:s|ed|ing)? back)", re.IGNORECASE)
"""What the name of a scenario says if it shows a release or the way back."""

WATCHED = (
    "Monitor",
    "Watches",
    "Window",
    "Threshold",
    "Compared with",
    "Method",
    "Slices",
    "Owner",
    "Runbook",
)


def release(design: Design) -> Iterator[Block]:
    """Say how a model gets out and how it is taken back."""
    found = with_role(design, Role.RELEASES)
    yield from _described(design, found)
    walks = ", ".join(_release_walks(design))
    if found and walks:
        yield Paragraph(f"Step by step: {walks}.")


def _release_walks(design: Design) -> Iterator[str]:
    for number, scenario in enumerate(design.scenarios, 1):
        if RETURN.search(scenario.name):
            yield f"[{scenario.name}](#walk-{number})"


def _described(design: Design, found: Iterable[Component]) -> Iterator[Block]:
    for component in found:
        yield Paragraph(f"**{component.title}** ({component.kind_name})")
        yield from present(said_of(design, component))


def said_of(design: Design, component: Component) -> Items | None:
    """Say what a component states, in the order its kind asks for it."""
    of = kind_of(component)
    asked = tuple(item.name for item in of.attributes) if of else ()
    at = f"components.{component.id}"
    stated = (
        (words(name), said(design, f"{at}.{name}", _stated(design, component, name)))
        for name in asked
    )
    owner, why = shown(component.owner), shown(component.why)
    return facts(*stated, ("Owner", owner), ("Why", why))


def _stated(design: Design, component: Component, name: str) -> str:
    """Write an attribute; the stores that a service covers by their names."""
    if name == "covers":
        known = design.components
        texts = component.texts(name)
        return ", ".join(
            title_of(design, text) if text in known else shown(text) for text in texts
        )
    return figure(design, component.quantity(name)) or setting(
        component.attributes.get(name)
    )


def monitoring(design: Design) -> Iterator[Block]:
    """List what is watched, and who is told."""
    rows = [_monitor(design, component) for component in design.of_kind("monitor")]
    yield from present(table(WATCHED, rows))
    yield from _described(design, design.of_kind("alert-manager"))


def _monitor(design: Design, component: Component) -> tuple[str, ...]:
    names = ("watch", "window", "threshold", "reference", "method", "slices")
    return (
        f"**{component.title}**",
        *_cells(design, component, names),
        said(design, f"components.{component.id}.owner", shown(component.owner)),
        *_cells(design, component, ("runbook",)),
    )


def _cells(
    design: Design, component: Component, names: Iterable[str]
) -> tuple[str, ...]:
    at = f"components.{component.id}"
    return tuple(
        said(design, f"{at}.{name}", setting(component.attributes.get(name)))
        for name in names
    )


def retraining(design: Design) -> Iterator[Block]:
    """Say what starts a training, and how old a model may get."""
    names = ("triggers", "interval", "cooldown", "max-model-age")
    triggers = [
        (f"**{c.title}**", *_cells(design, c, names), shown(c.why))
        for c in design.of_kind("retrain-trigger")
    ]
    models = [
        (name_of(model.name, id), text)
        for id, model in design.models.items()
        if (text := said(design, f"models.{id}.retrain", retrained(model.retrain)))
    ]
    headings = ("Started by", "On", "Every", "Pause", "Oldest model", "Why")
    yield from present(table(headings, triggers), table(("Model", "Retrained"), models))


def privacy(design: Design) -> Iterator[Block]:
    """Say what personal data there is, and what is done about it."""
    yield from present(_protected(design))
    yield from _described(design, with_role(design, Role.PROTECTS))


def _protected(design: Design) -> Items | None:
    stated = design.privacy
    if stated is None:
        return facts(("Personal data", said(design, "privacy", "")))
    at = "privacy"
    return facts(
        ("Data", said(design, f"{at}.data", listed(stated.data))),
        ("Basis", said(design, f"{at}.basis", shown(stated.basis))),
        ("Kept", said(design, f"{at}.retention", figure(design, stated.retention))),
        ("Deletion", said(design, f"{at}.deletion", shown(stated.deletion))),
        ("Access", said(design, f"{at}.access", shown(stated.access))),
        ("Fairness", said(design, f"{at}.fairness", shown(stated.fairness))),
        ("Recourse", said(design, f"{at}.recourse", shown(stated.recourse))),
    )

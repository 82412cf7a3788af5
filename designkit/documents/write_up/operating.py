"""How the system is run: release and rollback, monitoring, retraining, privacy."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from designkit.catalog.kinds import kind
from designkit.documents.write_up.figures import (
    figure,
    name_of,
    said,
    setting,
    title_of,
    words,
)
from designkit.documents.write_up.learning import retraining as retrained
from designkit.documents.write_up.parts import (
    Fact,
    Section,
    Table,
    anchor,
    cell,
    facts,
    line,
    lines,
    table,
)
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.text.escape import markdown

RETURN = re.compile(r"\b(?:release|rollback|roll(?:s|ed|ing)? back)", re.IGNORECASE)
"""What the name of a scenario says if it shows a release or the way back."""

RELEASING = ("model-registry", "deployer")
GUARDING = ("consent-service", "privacy-service", "audit-log", "appeal-process")


@dataclass(frozen=True)
class Described:
    """A component, what it states and why it is there."""

    name: str
    kind: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Release:
    """Who lets a model out, how, and where the way back is shown."""

    components: tuple[Described, ...]
    walks: tuple[str, ...]


@dataclass(frozen=True)
class Watching:
    """What is watched, and who is told."""

    monitors: Table | None
    alerts: tuple[Described, ...]


@dataclass(frozen=True)
class Again:
    """What starts a training, and how old each model may get."""

    triggers: Table | None
    models: Table | None


@dataclass(frozen=True)
class Protection:
    """What personal data there is, and what guards it."""

    facts: tuple[Fact, ...]
    components: tuple[Described, ...]


def release(design: Design) -> Section | None:
    """Say how a model gets out and how it is taken back."""
    found = tuple(_described(design, c) for c in design.of_kind(*RELEASING))
    body = Release(found, tuple(_release_walks(design)))
    return Section("Release and rollback", "_release.md.j2", body) if found else None


def _release_walks(design: Design) -> Iterator[str]:
    for scenario in design.scenarios:
        if RETURN.search(scenario.name):
            title = " ".join(f"Walk: {scenario.name}".split())
            yield f"[{markdown(scenario.name)}](#{anchor(title)})"


def _described(design: Design, component: Component) -> Described:
    """Describe a component by what it states, in the order its kind asks for it."""
    of = kind(component.kind)
    asked = tuple(item.name for item in of.attributes) if of else ()
    at = f"components.{component.id}"
    stated = (
        (words(name), said(design, f"{at}.{name}", _stated(design, component, name)))
        for name in asked
    )
    return Described(
        markdown(component.title),
        component.kind,
        facts(*stated, ("Owner", line(component.owner)), ("Why", line(component.why))),
    )


def _stated(design: Design, component: Component, name: str) -> str:
    """Write an attribute; the stores that a service covers by their names."""
    if name == "covers":
        known = design.components
        texts = component.texts(name)
        return ", ".join(
            title_of(design, text) if text in known else line(text) for text in texts
        )
    return figure(design, component.quantity(name)) or setting(
        component.attributes.get(name)
    )


def monitoring(design: Design) -> Section | None:
    """List what is watched, and who is told."""
    rows = [_monitor(design, component) for component in design.of_kind("monitor")]
    headings = (
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
    body = Watching(
        table(headings, rows),
        tuple(_described(design, c) for c in design.of_kind("alert-manager")),
    )
    has = body.monitors or body.alerts
    return Section("Monitoring and alerts", "_monitoring.md.j2", body) if has else None


def _monitor(design: Design, component: Component) -> tuple[str, ...]:
    names = ("watch", "window", "threshold", "reference", "method", "slices")
    return (
        f"**{markdown(component.title)}**",
        *_cells(design, component, names),
        said(design, f"components.{component.id}.owner", cell(component.owner)),
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


def retraining(design: Design) -> Section | None:
    """Say what starts a training, and how old a model may get."""
    names = ("triggers", "interval", "cooldown", "max-model-age")
    triggers = [
        (f"**{markdown(c.title)}**", *_cells(design, c, names), cell(c.why))
        for c in design.of_kind("retrain-trigger")
    ]
    models = [
        (name_of(model.name, id), text)
        for id, model in design.models.items()
        if (text := said(design, f"models.{id}.retrain", retrained(model.retrain)))
    ]
    headings = ("Started by", "On", "Every", "Pause", "Oldest model", "Why")
    body = Again(table(headings, triggers), table(("Model", "Retrained"), models))
    has = body.triggers or body.models
    return Section("Retraining", "_retraining.md.j2", body) if has else None


def privacy(design: Design) -> Section | None:
    """Say what personal data there is, and what is done about it."""
    body = Protection(
        _protected(design),
        tuple(_described(design, c) for c in design.of_kind(*GUARDING)),
    )
    has = body.facts or body.components
    return Section("Privacy", "_privacy.md.j2", body) if has else None


def _protected(design: Design) -> tuple[Fact, ...]:
    stated = design.privacy
    if stated is None:
        return facts(("Personal data", said(design, "privacy", "")))
    at = "privacy"
    return facts(
        ("Data", said(design, f"{at}.data", ", ".join(lines(stated.data)))),
        ("Basis", said(design, f"{at}.basis", line(stated.basis))),
        ("Kept", said(design, f"{at}.retention", figure(design, stated.retention))),
        ("Deletion", said(design, f"{at}.deletion", line(stated.deletion))),
        ("Access", said(design, f"{at}.access", line(stated.access))),
        ("Fairness", said(design, f"{at}.fairness", line(stated.fairness))),
        ("Recourse", said(design, f"{at}.recourse", line(stated.recourse))),
    )

"""What stands at the end: settings, assumptions, and the full picture."""

from collections.abc import Mapping
from dataclasses import dataclass

from designkit.documents.write_up.architecture import remaining_pictures
from designkit.documents.write_up.figures import (
    figure,
    in_words,
    phrase,
    said,
    settings,
)
from designkit.documents.write_up.numbers import defaults
from designkit.documents.write_up.parts import Section, Table, cell, cells, table
from designkit.estimates.figure import Estimate
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.model.figures import stated_quantities
from designkit.quantities.quantity import Origin
from designkit.text.escape import markdown


def component_settings(design: Design) -> Section | None:
    """List what each component states about itself."""
    headings = (
        "Component",
        "Owner",
        "Timeout",
        "Availability",
        "Replicas",
        "Cost",
        "Region",
        "Personal data",
        "Settings",
    )
    rows = [
        row
        for component in design.components.values()
        if any((row := _settings(design, component))[1:])
    ]
    body = table(headings, rows)
    return Section("Component settings", "_table.md.j2", body) if body else None


def _settings(design: Design, component: Component) -> tuple[str, ...]:
    at = f"components.{component.id}"
    absent = sorted(
        path.removeprefix(f"{at}.")
        for path in design.absent
        if path.startswith(f"{at}.")
    )
    common = {
        "owner": cell(component.owner),
        "timeout": figure(design, component.timeout),
        "availability": figure(design, component.availability),
        "replicas": figure(design, component.replicas),
        "cost": figure(design, component.cost),
        "region": cells(component.region),
        "pii": cell(component.pii),
    }
    own = [f"{phrase(n)}: none" for n in absent if n not in common]
    return (
        markdown(component.title),
        *(said(design, f"{at}.{name}", text) for name, text in common.items()),
        "; ".join(part for part in (settings(component), *own) if part),
    )


@dataclass(frozen=True)
class Register:
    """What the design assumes or derives, and what the numbers assume besides."""

    stated: Table | None
    defaults: Table | None


def assumptions(design: Design, found: Estimate) -> Section | None:
    """List every figure that was assumed or derived, with the reason."""
    rows = [
        (in_words(design, path), cell(value), value.origin.value, cell(value.note))
        for path, value in stated_quantities(design)
        if value.origin in (Origin.ASSUMED, Origin.DERIVED)
    ]
    stated = table(("Figure", "Value", "Origin", "Reason"), rows)
    body = Register(stated, defaults(found))
    has = body.stated or body.defaults
    return Section("Assumptions register", "_register.md.j2", body) if has else None


def full_picture(design: Design, pictures: Mapping[str, str]) -> Section | None:
    """Show the pictures with more in them than a paragraph can hold."""
    found = remaining_pictures(design, pictures)
    return Section("Full picture", "_pictures.md.j2", found) if found else None

"""What stands at the end: settings, assumptions, and the full picture."""

from collections.abc import Iterator

from designkit.documents.paper import Block, Paragraph
from designkit.documents.write_up.blocks import listed, present, shown, table
from designkit.documents.write_up.figures import (
    figure,
    in_words,
    phrase,
    said,
    settings,
)
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.documents.write_up.numbers import defaults
from designkit.model.component import Component
from designkit.model.design import Design
from designkit.model.figures import stated_quantities
from designkit.quantities.quantity import Origin


def component_settings(design: Design) -> Iterator[Block]:
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
    yield from present(table(headings, rows))


def _settings(design: Design, component: Component) -> tuple[str, ...]:
    at = f"components.{component.id}"
    absent = sorted(
        path.removeprefix(f"{at}.")
        for path in design.absent
        if path.startswith(f"{at}.")
    )
    common = {
        "owner": shown(component.owner),
        "timeout": figure(design, component.timeout),
        "availability": figure(design, component.availability),
        "replicas": figure(design, component.replicas),
        "cost": figure(design, component.cost),
        "region": listed(component.region),
        "pii": shown(component.pii),
    }
    own = [f"{phrase(n)}: none" for n in absent if n not in common]
    return (
        component.title,
        *(said(design, f"{at}.{name}", text) for name, text in common.items()),
        "; ".join(part for part in (settings(component), *own) if part),
    )


def assumptions(of: WriteUpInputs) -> Iterator[Block]:
    """List every figure that was assumed or derived, with the reason."""
    design = of.design
    rows = [
        (in_words(design, path), shown(value), value.origin.value, shown(value.note))
        for path, value in stated_quantities(design)
        if value.origin in (Origin.ASSUMED, Origin.DERIVED)
    ]
    yield from present(table(("Figure", "Value", "Origin", "Reason"), rows))
    if assumed := defaults(of.estimate):
        yield Paragraph(
            "The numbers above assume besides, where the design says nothing:"
        )
        yield assumed

"""What of a component may be said in a masked picture: its id, its name, a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from designkit.handouts.masking.mask import Mask, MaskPlan
from designkit.handouts.masking.numerals import Span, joined, quantities_in
from designkit.handouts.masking.redaction import (
    Secrets,
    blanked,
    found,
    normal,
    printable,
)
from designkit.model.component import Component
from designkit.pictures.drawing import Node


@dataclass(frozen=True, slots=True)
class Hiding:
    """What is hidden in one picture, and the numbers of its lines of figures."""

    plan: MaskPlan
    secrets: Secrets
    numbers: Mapping[tuple[str, int], int]

    def hides_name(self, component: Component) -> bool:
        """Whether the name of `component` is left out."""
        return component.id in self.plan.names

    def hides_technology(self, component: Component) -> bool:
        """Whether the technology of `component` is left out."""
        return component.id in self.plan.technologies

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return where `text` tells a secret; a number with a unit is always one.

        It may be the figure of another picture.
        """
        numbers = quantities_in(text) if Mask.NUMBERS in self.plan.masks else ()
        return joined((*found(text, self.secrets.in_pictures), *numbers))

    def told(self, text: str) -> str:
        """Return `text` with ``……`` in place of each secret."""
        return blanked(printable(text), self.spans(printable(text)))

    def tells(self, text: str) -> bool:
        """Whether `text` tells a secret."""
        return bool(self.spans(normal(text)))

    def id(self, component: Component) -> str:
        """Return the id of `component`, or its number where the id tells too much.

        No id begins with a digit, so that none is given twice.
        """
        words = component.id.replace("-", " ")
        if self.hides_name(component) or self.tells(words) or self.tells(component.id):
            return str(self.plan.numbers[component.id])
        return component.id

    def name(self, component: Component) -> str:
        """Return what `component` is called in a sentence."""
        if self.hides_name(component):
            return f"box {self.plan.numbers[component.id]}"
        return self.told(component.title)

    def kind(self, component: Component) -> str:
        """Return the kind of `component` if it may be known."""
        words = component.kind_name.replace("-", " ")
        if self.hides_name(component) or self.tells(words):
            return ""
        return component.kind_name

    def sentence(self, component: Component) -> str:
        """Say what may be known of `component`, for whoever cannot see its card."""
        said = self.name(component)
        said += f": {kind}" if (kind := self.kind(component)) else ""
        if component.technology and not self.hides_technology(component):
            said += f" on {self.told(component.technology)}"
        return said

    def id_of(self, node: Node, component: Component) -> str:
        """Return the id of a card of `component`; a ghost stays another one."""
        return node.id.replace(component.id, self.id(component), 1)

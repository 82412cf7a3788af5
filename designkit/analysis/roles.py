"""The components of a design by what their kinds do: its roles."""

from designkit.catalog.kinds import kinds_with
from designkit.catalog.role import Role
from designkit.model.component import Component
from designkit.model.design import Design


def with_role(design: Design, role: Role) -> tuple[Component, ...]:
    """Return the components whose kind has `role`, in the order of the file."""
    return design.of_kind(*kinds_with(role))


def has_role(component: Component, role: Role) -> bool:
    """Whether the kind of `component` has `role`."""
    return component.kind in kinds_with(role)

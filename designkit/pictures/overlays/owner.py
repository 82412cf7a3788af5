"""The overlay of owners: which team answers for what."""

from collections.abc import Sequence

from designkit.pictures.drawing import BadgeShape
from designkit.pictures.overlay import BadgeText, OverlayContent, OverlayInputs, overlay

MOST = 2
"""Teams that are named on one card."""


@overlay(order=50)
def owner(inputs: OverlayInputs) -> OverlayContent:
    """The team that answers for a component."""
    parts = inputs.design.components
    owners = {id: part.owner for id, part in parts.items() if part.owner}
    whole = inputs.design.owner
    rest = (
        f" What has no badge is with {whole}, who answers for the whole."
        if whole and len(owners) < len(parts)
        else ""
    )

    def of_card(ids: Sequence[str]) -> BadgeText | None:
        teams = list(dict.fromkeys(owners[id] for id in ids if id in owners))
        if not teams:
            return None
        more = f" +{len(teams) - MOST}" if len(teams) > MOST else ""
        return BadgeText(", ".join(teams[:MOST]) + more, f"Owner: {', '.join(teams)}.")

    said = f"{len(owners)} of {len(parts)} components name a team"
    return OverlayContent(
        legend=f"Overlay of owners: {said}.{rest}",
        empty=f"Overlay of owners: {said}, none of them here.{rest}",
        shape=BadgeShape.TAG,
        of_card=of_card,
    )

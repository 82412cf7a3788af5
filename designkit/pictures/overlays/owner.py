"""The overlay of owners: which team answers for what."""

from collections import Counter
from collections.abc import Sequence

from designkit.pictures.drawing import BadgeShape, Style
from designkit.pictures.lettering import width_of
from designkit.pictures.overlay import BadgeText, OverlayContent, OverlayInputs, overlay

MOST, WIDEST = 2, 150.0
"""Teams that are named on one card, and the pixels that more than one may take."""


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
        owning = Counter(owners[id] for id in ids if id in owners)
        teams = [team for team, _ in owning.most_common()]
        named = f"Owner: {', '.join(teams)}."
        return BadgeText(_shown(teams), named) if teams else None

    said = f"{len(owners)} of {len(parts)} components name a team"
    return OverlayContent(
        legend=f"Overlay of owners: {said}.{rest}",
        empty=f"Overlay of owners: {said}, none of them here.{rest}",
        shape=BadgeShape.TAG,
        of_card=of_card,
    )


def _shown(teams: Sequence[str]) -> str:
    """Name as many of `teams` as there is room for, and say how many more there are."""
    texts = (_first(teams, count) for count in range(MOST, 1, -1))
    fitting = (text for text in texts if width_of(text, Style.LABEL) <= WIDEST)
    return next(fitting, _first(teams, 1))


def _first(teams: Sequence[str], count: int) -> str:
    more = f" +{len(teams) - count}" if len(teams) > count else ""
    return ", ".join(teams[:count]) + more

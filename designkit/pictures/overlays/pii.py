"""The overlay of personal data: where it is tagged, and where its rows travel."""

from collections.abc import Sequence

from designkit.analysis.personal import ROWS, personal_rows
from designkit.model.component import Flow
from designkit.pictures.drawing import BadgeShape
from designkit.pictures.overlay import BadgeText, OverlayContent, OverlayInputs, overlay

SENSITIVE = "sensitive"


@overlay(order=60)
def pii(inputs: OverlayInputs) -> OverlayContent:
    """Where personal data is tagged, and what its rows reach from there."""
    rows = personal_rows(inputs.facts)
    titles = {id: part.title for id, part in inputs.design.components.items()}

    def of_card(ids: Sequence[str]) -> BadgeText | None:
        found = [id for id in ids if id in rows]
        if not found:
            return None
        is_sensitive = any(rows[id][0] == SENSITIVE for id in found)
        tagged = any(rows[id][1] == id for id in found)
        text = (
            f"{SENSITIVE if is_sensitive else 'personal'}{', tagged' if tagged else ''}"
        )
        told = (f"{titles[id]}: rows of {titles[rows[id][1]]}." for id in found)
        return BadgeText(text, " ".join(told), strong=is_sensitive)

    def carries(flow: Flow) -> bool:
        return {*flow.ends} <= rows.keys() and ROWS.may_take(flow)

    return OverlayContent(
        legend="Overlay of personal data: what is tagged, and what its rows reach from "
        "there; a thick line for sensitive data.",
        empty="Overlay of personal data: nothing shown here is tagged or reached.",
        shape=BadgeShape.FLAG,
        of_card=of_card,
        on_flows=tuple(
            (flow.ends, _mark(rows[flow.source][0], flow))
            for flow in inputs.design.flows
            if carries(flow)
        ),
    )


def _mark(tag: str, flow: Flow) -> BadgeText:
    is_sensitive = tag == SENSITIVE
    told = f"Rows of {tag} data."
    return BadgeText("PII", told, strong=is_sensitive, answers=flow.answer)

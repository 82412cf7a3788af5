"""The overlay of findings: the code of the worst one at each card and each flow."""

from collections.abc import Iterator, Mapping, Sequence

from designkit.diagnostics import Diagnostic, Severity
from designkit.pictures.drawing import BadgeShape
from designkit.pictures.overlay import (
    BadgeText,
    Ends,
    OverlayContent,
    OverlayInputs,
    overlay,
)
from designkit.text.counts import counted


@overlay(order=10)
def findings(inputs: OverlayInputs) -> OverlayContent:
    """What the checker found at a card or a flow: the worst code, and how many more."""
    found = [finding for finding in inputs.found if not finding.waived]
    by_card = _gathered(found, inputs.design.components)
    back = {flow.ends: flow.answer for flow in inputs.design.flows}
    by_flow = {ends: some for ends in back if (some := _at_flow(found, ends))}
    marks = ((it, _mark(some, answers=back[it])) for it, some in by_flow.items())
    placed = sum(map(len, by_card.values())) + sum(map(len, by_flow.values()))
    return OverlayContent(
        legend=f"Overlay of findings: the worst code first, a thick line for an error"
        f"{_elsewhere(len(found) - placed)}.",
        empty=f"Overlay of findings: none at what is shown here"
        f"{_elsewhere(len(found) - placed)}.",
        shape=BadgeShape.OCTAGON,
        of_card=lambda ids: _mark([it for id in ids for it in by_card.get(id, ())]),
        on_flows=tuple((ends, mark) for ends, mark in marks if mark),
    )


def _elsewhere(count: int) -> str:
    """Say how many findings are about no card and no flow."""
    return f"; {counted(count, 'finding')} about the design as a whole" if count else ""


def _gathered(
    found: Sequence[Diagnostic], ids: Mapping[str, object]
) -> dict[str, list[Diagnostic]]:
    gathered: dict[str, list[Diagnostic]] = {}
    for finding in found:
        section, _, rest = finding.element.partition(".")
        id = rest.partition(".")[0]
        if section == "components" and id in ids:
            gathered.setdefault(id, []).append(finding)
    return gathered


def _at_flow(found: Sequence[Diagnostic], ends: Ends) -> list[Diagnostic]:
    name = f"flows.{ends[0]}->{ends[1]}:"
    return [finding for finding in found if finding.element.startswith(name)]


def _mark(found: Sequence[Diagnostic], *, answers: bool = False) -> BadgeText | None:
    """Return the worst of `found` by its code, and the number of the others."""
    if not found:
        return None
    ranked = sorted(found, key=lambda finding: -finding.severity.rank)
    worst = ranked[0]
    more = f" +{len(found) - 1}" if len(found) > 1 else ""
    is_error = worst.severity is Severity.ERROR
    text, title = f"{worst.code}{more}", " ".join(_told(ranked))
    return BadgeText(text, title, strong=is_error, answers=answers)


def _told(found: Sequence[Diagnostic]) -> Iterator[str]:
    for finding in found:
        yield f"{finding.severity} {finding.code} {finding.name}: {finding.message}."

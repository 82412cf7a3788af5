"""The overview: one card a stage, the same composition for every design.

Two planes, the stages of an ML system in reading order, minor stages folded into the
major ones, at most nine cards and sixteen arrows. Who knows one overview knows all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.request_path import waiting
from designkit.analysis.run_path import scores_in_batches
from designkit.catalog.kind import Stage
from designkit.model.component import Component, Flow
from designkit.model.design import Design
from designkit.pictures.cards import stage_card, stage_of
from designkit.pictures.drawing import (
    Arrow,
    Box,
    Drawing,
    Group,
    LegendEntry,
    LineStyle,
    Node,
    Style,
)
from designkit.pictures.lettering import width_of
from designkit.pictures.phrases import carried, type_label
from designkit.pictures.view import view
from designkit.pictures.views.overview_figures import figure_of

PLANES = ("Offline: learns", "Online: answers", "Across both planes")
BATCH = "Batch: predicts"
"""What the second plane is called where nobody asks and nothing streams in."""

MOST_ARROWS = 16
COLUMN_GAP, ROW_GAP, LAST_GAP = 124.0, 128.0, 92.0
MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class Seat:
    """A place of the composition: the stages that share a card."""

    id: str
    title: str
    stages: tuple[Stage, ...]


INGESTION = Seat("ingestion", "1 Data ingestion", (Stage.INGESTION,))
FEATURES = Seat("features", "2 Feature store", (Stage.FEATURES,))
TRAINING = Seat("training", "3 Labels and training", (Stage.LABELS, Stage.TRAINING))
REGISTRY = Seat("registry", "4 Registry and release", (Stage.REGISTRY,))
CLIENTS = Seat("problem", "Clients", (Stage.PROBLEM,))
SERVING = Seat("serving", "5 Serving", (Stage.SERVING,))
MONITORING = Seat(
    "monitoring", "6 Monitoring and retraining", (Stage.MONITORING, Stage.RETRAINING)
)
EXPERIMENTS = Seat("experimentation", "Experimentation", (Stage.EXPERIMENTATION,))
GOVERNANCE = Seat("governance", "Governance", (Stage.GOVERNANCE,))

OFFLINE = (INGESTION, FEATURES, TRAINING, REGISTRY)
ONLINE = (CLIENTS, SERVING, MONITORING)
ACROSS = (GOVERNANCE, EXPERIMENTS)
LIFE_CYCLE = (CLIENTS, *OFFLINE, SERVING, MONITORING, *ACROSS)

WANTED: tuple[tuple[Seat, Seat], ...] = (
    (CLIENTS, SERVING),
    (SERVING, CLIENTS),
    (CLIENTS, INGESTION),
    (INGESTION, FEATURES),
    (FEATURES, TRAINING),
    (TRAINING, REGISTRY),
    (REGISTRY, SERVING),
    (FEATURES, SERVING),
    (SERVING, MONITORING),
    (MONITORING, TRAINING),
    (SERVING, TRAINING),
    (SERVING, INGESTION),
    (EXPERIMENTS, SERVING),
    (SERVING, GOVERNANCE),
    (MONITORING, REGISTRY),
    (INGESTION, TRAINING),
    (SERVING, FEATURES),
)
"""The arrows that tell the story of a design, the most important first."""


@view(order=10)
def overview(design: Design) -> Drawing:
    """The whole system at a glance: a card a stage, in two planes."""
    cards = _placed(design)
    arrows = tuple(_arrows(design))
    return Drawing(
        name="overview",
        title=design.name,
        subtitle=design.summary or "",
        description=_describe(design, arrows),
        nodes=tuple(cards[seat] for seat in LIFE_CYCLE if seat in cards),
        arrows=arrows,
        groups=tuple(_planes(cards, _planes_of(design))),
        legend=tuple(_legend(arrows)),
    )


def _members(design: Design, seat: Seat) -> tuple[Component, ...]:
    return tuple(
        component
        for stage in seat.stages
        for component in design.components.values()
        if stage_of(component) is stage
    )


def _card(
    design: Design, seat: Seat, width: float = 0.0, height: float = 0.0
) -> Node | None:
    components = _members(design, seat)
    if not components:
        return None
    return stage_card(
        seat.id,
        seat.title,
        seat.stages[0],
        components,
        figure_of(design, seat.id),
        columns=_columns(seat, len(components)),
        width=width,
        height=height,
    )


def _columns(seat: Seat, count: int) -> int:
    """Serving has the width of two cards, the cards across that of half a page."""
    if seat is SERVING:
        return min(3 if count > 2 * MOST_ROWS else 2, count)
    if seat in ACROSS:
        return min(2, count)
    return -(-count // (2 * MOST_ROWS))


def _placed(design: Design) -> dict[Seat, Node]:
    """Set the cards on the grid: offline above, online below it, then what is across.

    A stage that the design lacks leaves its place empty, where it is missed.
    """
    cards = {seat: _card(design, seat) for seat in LIFE_CYCLE}
    widths = _column_widths(cards)
    lefts = [sum(widths[:i]) + COLUMN_GAP * i for i in range(len(widths))]
    middle = widths[1] + widths[2] + COLUMN_GAP
    online = [(lefts[0], widths[0]), (lefts[1], middle), (lefts[3], widths[3])]
    placed: dict[Seat, Node] = {}
    y = 0.0
    for row, spots, gap in (
        (OFFLINE, list(zip(lefts, widths, strict=True)), ROW_GAP),
        (ONLINE, online, LAST_GAP),
        (ACROSS, _halves(lefts[-1] + widths[-1]), 0.0),
    ):
        height = max((card.height for seat in row if (card := cards[seat])), default=0)
        for seat, (x, width) in zip(row, spots, strict=True):
            card = _card(design, seat, width, height)
            if card is not None:
                placed[seat] = card.at(x, y)
        y += height + gap if height else 0.0
    return placed


def _halves(total: float) -> list[tuple[float, float]]:
    half = (total - COLUMN_GAP) / 2
    return [(0.0, half), (half + COLUMN_GAP, half)]


def _column_widths(cards: Mapping[Seat, Node | None]) -> list[float]:
    pairs = ((INGESTION, CLIENTS), (FEATURES,), (TRAINING,), (REGISTRY, MONITORING))
    widths = [
        max(card.width if (card := cards[seat]) else 200.0 for seat in pair)
        for pair in pairs
    ]
    serving = cards[SERVING]
    lacking = (serving.width if serving else 0) - widths[1] - widths[2] - COLUMN_GAP
    extra = max(0.0, lacking / 2)
    return [widths[0], widths[1] + extra, widths[2] + extra, widths[3]]


def _planes_of(design: Design) -> tuple[str, ...]:
    """Return the names of the planes; what is scored in batches answers nobody."""
    in_batches = scores_in_batches(Facts(design))
    return (PLANES[0], BATCH, PLANES[2]) if in_batches else PLANES


def _planes(cards: Mapping[Seat, Node], titles: tuple[str, ...]) -> Iterator[Group]:
    """Name each plane above its first card."""
    for row, title in zip((OFFLINE, ONLINE, ACROSS), titles, strict=True):
        boxes = [cards[seat].box for seat in row if seat in cards]
        if boxes:
            box = Box(boxes[0].x - 14, boxes[0].y - 34, 0, 0)
            yield Group(title, title, "", box, width_of(title, Style.BAND), False)


def _arrows(design: Design) -> Iterator[Arrow]:
    """Bundle the flows between two cards into one arrow, the most telling first.

    Where there are too many, none is left out that a request waits for.
    """
    bundles, asked = _bundles(design), waiting(Facts(design))
    rest = sorted(
        (pair for pair in bundles if pair not in WANTED and not _is_told(*pair)),
        key=lambda pair: (-len(bundles[pair]), pair[0].id, pair[1].id),
    )
    chosen = [pair for pair in (*WANTED, *rest) if pair in bundles]
    arrows = [_arrow(*pair, bundles[pair], asked) for pair in chosen]
    kept = sorted(arrows, key=lambda arrow: not arrow.strong)[:MOST_ARROWS]
    yield from (arrow for arrow in arrows if arrow in kept)


def _is_told(source: Seat, target: Seat) -> bool:
    """Whether cards say enough of what flows: how much is watched, what is across."""
    is_across = source in ACROSS or target in ACROSS
    return target is MONITORING or (
        is_across and (source in OFFLINE or target in OFFLINE)
    )


def _bundles(design: Design) -> dict[tuple[Seat, Seat], list[Flow]]:
    seats = {
        component.id: seat
        for seat in LIFE_CYCLE
        for component in _members(design, seat)
    }
    found: dict[tuple[Seat, Seat], list[Flow]] = {}
    for flow in design.flows:
        pair = seats[flow.source], seats[flow.target]
        if pair[0] is not pair[1]:
            found.setdefault(pair, []).append(flow)
    return found


def _arrow(
    source: Seat, target: Seat, flows: Sequence[Flow], asked: frozenset[str]
) -> Arrow:
    """Bundle `flows`; a request waits for them only where somebody is asked."""
    on_path = (source, target) in ((CLIENTS, SERVING), (SERVING, CLIENTS))
    back = LIFE_CYCLE.index(source) > LIFE_CYCLE.index(target)
    late = [flow for flow in flows if not flow.mode.is_synchronous]
    waited = any(f.mode.is_synchronous and asked.issuperset(f.ends) for f in flows)
    feedback = bool(back and late and not on_path and source not in ACROSS)
    names = sorted({flow.type_name for flow in flows if flow.type_name})
    described = ", ".join(f"{f.source} to {f.target}" for f in flows)
    return Arrow(
        source=source.id,
        target=target.id,
        carries=" ".join(names),
        mode="feedback" if feedback else "bundle",
        line=LineStyle.DASHED if feedback else LineStyle.SOLID,
        text=carried(_telling(late if feedback else flows, on_path=on_path)),
        strong=waited
        and (on_path or (source, target) == (FEATURES, SERVING) or (back and not late)),
        feedback=feedback,
        description=f"{source.title.strip('123456 ')} to "
        f"{target.title.strip('123456 ')}: {', '.join(map(type_label, names))} "
        f"({described})",
    )


def _telling(flows: Sequence[Flow], *, on_path: bool) -> Sequence[Flow]:
    """Leave bookkeeping out of a label that has something better to say."""
    plain = [f for f in flows if f.carries not in ("metric", "audit-record")]
    waited = [f for f in plain if f.mode.is_synchronous]
    return (waited if on_path and waited else plain) or flows


def _legend(arrows: Sequence[Arrow]) -> Iterator[LegendEntry]:
    if any(arrow.strong for arrow in arrows):
        yield LegendEntry(LineStyle.SOLID, "a request waits for this", strong=True)
    if any(arrow.line is LineStyle.SOLID and not arrow.strong for arrow in arrows):
        yield LegendEntry(LineStyle.SOLID, "data and models, forward")
    if any(arrow.feedback for arrow in arrows):
        yield LegendEntry(
            LineStyle.DASHED, "feedback: what was served becomes what is learnt"
        )


def _describe(design: Design, arrows: Sequence[Arrow]) -> str:
    return f"Overview of {design.name}. " + "; ".join(a.description for a in arrows)

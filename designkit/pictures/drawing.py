"""A picture: what is in it, and, once it is placed, where everything stands.

Coordinates are pixels, x to the right, y downwards; a part of a node is placed
relative to the upper left corner of its node.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

Point = tuple[float, float]
"""x and y in pixels."""

BACK = "/"
"""What ends a line of a label before that which comes back, as it does in a design."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its upper left corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> "Box":
        """Return the same box, `dx` to the right and `dy` down."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, margin: float) -> "Box":
        """Return the box with `margin` more on each side."""
        return Box(
            self.x - margin,
            self.y - margin,
            self.width + 2 * margin,
            self.height + 2 * margin,
        )

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def contains(self, other: "Box", slack: float = 0.5) -> bool:
        """Whether `other` lies inside, give or take `slack`."""
        return (
            self.x - slack <= other.x
            and self.y - slack <= other.y
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


class Style(StrEnum):
    """The role of a text, which decides its size, weight and colour."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    NAME = "name"
    TECHNOLOGY = "technology"
    ITEM = "item"
    FIGURE = "figure"
    LABEL = "label"
    CAPTION = "caption"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class TextPart:
    """A line of text; `x` is its left end, `y` its baseline.

    `full` is the text that it was cut from, if it was.
    """

    x: float
    y: float
    text: str
    style: Style
    width: float
    full: str = ""


@dataclass(frozen=True, slots=True)
class IconPart:
    """An icon of a technology, else the glyph so called; `x`, `y` its upper left.

    `own` is a PNG that the project gives for the technology; it wins.
    """

    x: float
    y: float
    size: float
    technology: str
    glyph: str
    own: bytes = b""


@dataclass(frozen=True, slots=True)
class RulePart:
    """A thin line across a card."""

    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class BlankPart:
    """Room to write on: a thin rule below the baseline `y`."""

    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class SlotPart:
    """An empty box with round corners, in place of an icon that would tell too much."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LoopPart:
    """A line round a text that ends in a head: what is done again and again."""

    x: float
    y: float
    width: float
    height: float


class BarLook(StrEnum):
    """How a piece of a bar looks; what it is, its text says."""

    HOP = "hop"
    REST = "rest"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class BarPart:
    """A piece of a bar, as wide as what it stands for is long."""

    x: float
    y: float
    width: float
    height: float
    look: BarLook


@dataclass(frozen=True, slots=True)
class StepPart:
    """The number of a step in a filled circle; `x` and `y` are its middle."""

    x: float
    y: float
    number: int


Part = (
    TextPart
    | IconPart
    | RulePart
    | BlankPart
    | SlotPart
    | LoopPart
    | BarPart
    | StepPart
)


@dataclass(frozen=True, slots=True)
class Member:
    """A component that is a line of a stage's card; it may lead to a `url`."""

    id: str
    kind: str
    stage: str
    title: str
    parts: tuple[Part, ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """A flow, or several, that a line of its giver's card stands for, not an arrow."""

    target: str
    mode: str
    carries: str
    description: str
    parts: tuple[TextPart, ...]


class NodeRole(StrEnum):
    """What a node stands for."""

    COMPONENT = "component"
    STAGE = "stage"
    GHOST = "ghost"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Node:
    """A card. `place` is its upper left corner, once the view has decided it.

    It may lead to a `url`, which is a web page or a mail address.
    """

    id: str
    title: str
    role: NodeRole
    stage: str
    width: float
    height: float
    parts: tuple[Part, ...] = ()
    members: tuple[Member, ...] = ()
    tellings: tuple[Telling, ...] = ()
    kind: str = ""
    description: str = ""
    strong: bool = False
    place: Point | None = None
    url: str = ""

    def at(self, x: float, y: float) -> "Node":
        """Return the node with its upper left corner at `x`, `y`."""
        return replace(self, place=(x, y))

    @property
    def component(self) -> str:
        """The component that is shown; a ghost shows one that is elsewhere as well."""
        return self.id.partition("@")[0]

    @property
    def box(self) -> Box:
        """Where the node stands; the origin as long as it has no place."""
        x, y = self.place or (0.0, 0.0)
        return Box(x, y, self.width, self.height)


class LineStyle(StrEnum):
    """How an arrow is drawn: the code that does not need colour."""

    SOLID = "solid"
    LOOKUP = "lookup"
    DASHED = "dashed"
    DOUBLE = "double"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True)
class ArrowLabel:
    """A text at an arrow and a `note` below it, placed: `box` is what both cover.

    `parts`, in coordinates of the page, are shown in place of the text where there are
    any.
    """

    text: str
    box: Box
    on_line: bool = False
    parts: tuple[Part, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A flow, or several flows that one arrow stands for.

    A `note` is shown below the text where there is room for it. Where it runs as one
    line with another, it `is_mate` of the one that shows the text of both.
    """

    source: str
    target: str
    carries: str
    mode: str
    line: LineStyle
    text: str = ""
    strong: bool = False
    feedback: bool = False
    description: str = ""
    note: str = ""
    route: tuple[Point, ...] = ()
    label: ArrowLabel | None = None
    is_mate: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A tinted band behind the nodes of a stage or a plane, or a frame around some."""

    id: str
    title: str
    stage: str
    box: Box
    title_width: float = 0.0
    is_tinted: bool = True
    is_frame: bool = False
    title_shift: float = 0.0
    """How far the title of a frame is from its usual place, to the right."""

    @property
    def title_box(self) -> Box:
        """What the title covers: the upper left corner, of a frame the lower left."""
        if self.is_frame:
            x, y = self.box.x + 11 + self.title_shift, self.box.bottom - 19
            return Box(x, y, self.title_width, 16)
        return Box(self.box.x + 14, self.box.y + 8, self.title_width, 20)


class BadgeShape(StrEnum):
    """The outline of a badge, which says what it is about without any colour."""

    PILL = "pill"
    SQUARE = "square"
    TAG = "tag"
    HEXAGON = "hexagon"
    OCTAGON = "octagon"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Badge:
    """What an overlay says at a card or at an arrow, in a small outline.

    It is at the card `node`, or at the arrow with the index `arrow`. `title` is said
    in full; `share` draws a bar beside the text, full at 1. It has its `box` when the
    picture is placed.
    """

    text: str
    title: str
    shape: BadgeShape
    node: str = ""
    arrow: int = -1
    share: float | None = None
    strong: bool = False
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A line of the legend: how an arrow looks and what that means."""

    line: LineStyle
    text: str
    strong: bool = False
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture. Its view places the nodes; layout gives the arrows their routes."""

    name: str
    title: str
    subtitle: str
    description: str
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    groups: tuple[Group, ...] = ()
    caption: tuple[str, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    width: float = 0.0
    height: float = 0.0
    texts: tuple[TextPart, ...] = ()
    blanks: tuple[BlankPart, ...] = ()
    badges: tuple[Badge, ...] = ()

"""Draws views, judges them, and gives up on a picture that takes too long."""

import signal
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import FrameType

from benchmarks.pictured.corpus import Drawn
from designkit.pictures.drawing import Drawing
from designkit.pictures.gates.completeness import undrawn
from designkit.pictures.gates.gate import PictureFault
from designkit.pictures.gates.ink_gates import ink_faults
from designkit.pictures.gates.judging import judge
from designkit.pictures.gates.sizes import Sizes
from designkit.pictures.layout.geometry import foreign_parts, measure
from designkit.pictures.layout.placement import Engine, place_all
from designkit.pictures.renderer import Theme
from designkit.pictures.renderers.svg import svg_text
from designkit.pictures.view import View
from designkit.pictures.views import all_views, find_view

PATIENCE = 30
"""Seconds of a processor that a picture may take."""

PASSED = 5
"""How much longer than that it may take by the clock."""

GATES_OF_PAGE = {
    "cards": "card_on_card",
    "text-out": "text_outside_card",
    "off-page": "outside_page",
}
"""What is counted of cards, texts and the page, and how its column is called."""


class TooSlowError(Exception):
    """A picture took longer than we wait."""


@dataclass(frozen=True)
class Picture:
    """A view of a design, judged; nothing is measured of one that took too long.

    It is `slow` where another machine may take too long for it, by what it takes of a
    processor itself, however busy that is with other work.
    """

    design: str
    view: str
    counts: dict[str, int]
    sizes: Sizes | None = None
    over: tuple[str, ...] = ()
    faults: tuple[PictureFault, ...] = ()
    slow: bool = False

    @property
    def name(self) -> str:
        """The design and the view."""
        return f"{self.design} {self.view}"

    @property
    def hard(self) -> int:
        """How many faults there are."""
        return sum(self.counts.values())


def pictures(
    designs: Iterable[Drawn], engine: Engine = Engine.DESIGNKIT
) -> Iterator[Picture]:
    """Draw and judge every view of some designs, and some details."""
    for drawn in designs:
        details = map(find_view, drawn.details())
        for view in (*all_views(), *details):
            yield picture(drawn, view, engine)


def picture(drawn: Drawn, view: View, engine: Engine) -> Picture:
    """Draw and judge one view."""
    start = time.process_time()
    try:
        with patience(PATIENCE):
            (placed,) = place_all([view.draw(drawn.design)], engine)
    except TooSlowError:
        return Picture(drawn.name, view.name, {}, slow=True)
    slow = time.process_time() - start > PATIENCE / 3
    return replace(judged(drawn, placed), view=view.name, slow=slow)


def judged(drawn: Drawn, placed: Drawing) -> Picture:
    """Judge a placed view of a design."""
    found, page = judge(placed), measure(placed)
    svg = svg_text(placed, Theme.AUTO)
    more = (*undrawn(drawn.design, placed), *ink_faults(placed, svg))
    every = Counter(found.counts) + Counter(fault.gate for fault in more)
    counts = {gate.value: every[gate] for gate in found.counts}
    counts["foreign"] = foreign_parts(svg)
    counts |= {name: getattr(page, field) for name, field in GATES_OF_PAGE.items()}
    faults = (*found.faults, *more)
    return Picture(drawn.name, placed.name, counts, found.sizes, found.over, faults)


@contextmanager
def patience(seconds: int) -> Iterator[None]:
    """Stop what takes longer than so many `seconds`, where the system can.

    Those of this process count, so that a busy machine makes no picture too slow. Who
    waits for another process gives up by the clock.

    Raises:
        TooSlowError: it took longer.
    """

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    if not hasattr(signal, "SIGPROF"):
        yield
        return
    clocks = {signal.SIGPROF: signal.ITIMER_PROF, signal.SIGALRM: signal.ITIMER_REAL}
    before = {number: signal.signal(number, stop) for number in clocks}
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, PASSED * seconds)
    try:
        yield
    finally:
        for number, clock in clocks.items():
            signal.setitimer(clock, 0)
            signal.signal(number, before[number])

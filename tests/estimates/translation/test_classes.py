"""A frozen class of data, as the page makes it."""

from inline_snapshot import snapshot

from designkit.estimates.translation.table import entry
from tests.estimates.translation.sketched import Sketch, sketch

__all__ = ("sketch",)

QUEUE = '''
from dataclasses import dataclass
from functools import cached_property
from math import exp
from typing import Self


@dataclass(frozen=True)
class Queue:
    """A queue."""

    rate: float
    servers: int = 1

    def __post_init__(self) -> None:
        """Refuse what only grows."""
        if self.busy >= 1:
            raise ValueError("it only grows")

    @classmethod
    def of(cls, rate: float) -> Self:
        return cls(rate, 2)

    @property
    def busy(self) -> float:
        return self.rate / self.servers

    @cached_property
    def waits(self) -> float:
        waits = exp(self.busy)
        return waits

    def split(self) -> Self:
        return type(self)(self.rate / self.servers)

    def later(self, time: float) -> float:
        return found(self._tail, time)

    def _tail(self, time: float) -> float:
        return Queue.of(time).waits


def found(tail, time):
    return tail(time)
'''


def test_a_class_has_its_fields_properties_and_methods(sketch: Sketch) -> None:
    sketch(QUEUE)

    found = entry("sketch:Queue")

    assert found.js.replace("} ", "}\n") == snapshot("""\
class { constructor(rate, servers = 1) { this.rate = rate; this.servers = servers; this.__post_init__(); }
__post_init__() { if (this.busy >= 1) { R.refuse("it only grows"); }
}
static of(rate) { return new this(rate, 2); }
get busy() { return R.div(this.rate, this.servers); }
get waits() { return R.cached(this, "waits", (() => { const waits = R.exp(this.busy); return waits; })()); }
split() { return new this.constructor(R.div(this.rate, this.servers)); }
later(time) { return sketch$found((...given) => this._tail(...given), time); }
_tail(time) { return sketch$Queue.of(time).waits; }
}\
""")
    assert found.needs == ("sketch:found",)

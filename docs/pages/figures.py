"""The page of figures: every topic of an estimate, and every default."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from designkit.catalog.defaults import DEFAULTS
from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Estimate, Figure
from designkit.estimates.topic import Topic
from designkit.estimates.topics import all_topics
from designkit.model.design import Design
from pages.markdown import anchor, bullets, code, codes, link, page, section, table
from pages.shipped import designs
from pages.sketch import sketch

SOURCE = "designkit/estimates/topics and designkit/catalog/defaults.py"
HEAD = ("Figure", "Id", "In", "Formula")
OWNERS = ("component", "feature", "model", "dataset")
"""What a figure may be of; the sections of a design have these names in the plural."""

INTRODUCTION = """\
`designkit estimate` computes these, as far as a design states what they come from;
[Estimating](estimating.md) tells how to read them. `<component>`, `<feature>`,
`<model>` and `<dataset>` stand for an id of the design. *In* is the base unit, in which
JSON has the value; money is in the currency of the design, dollars here. Where a
formula names parts, they are those of a shipped design, most often of
[Card payment fraud](../designs/fraud.yaml). `--simulate` adds figures of its own."""

DEFAULTS_TEXT = """\
What a design does not state is assumed where there is a usual or a harmless number, and
never in silence: the working marks it, and a list at the end names the place for your
own. The checker uses none of these; it counts only what is stated. One assumption is
taken from the design itself: a model server without a `service-time` is taken to work
for the p50 of its latency on each call."""

FIRST = "Card payment fraud"
"""The design whose parts stand in formulas."""


@dataclass(frozen=True)
class Known:
    """A design with its estimate, and what its parts are called."""

    design: Design
    estimate: Estimate

    def owner(self, id: str) -> str:
        """Return what `id` is the id of, in angle brackets; else the id."""
        owners = (it for it in OWNERS if id in getattr(self.design, f"{it}s"))
        return next((f"<{owner}>" for owner in owners), id)

    def general(self, path: str) -> str:
        """Write the ids inside a path or the id of a figure as what they are ids of."""
        first, *rest = path.split(".")
        steps = ("->".join(map(self.owner, step.split("->"))) for step in rest)
        return ".".join((first, *steps))

    def title(self, figure: Figure) -> str:
        """Return the title of `figure` without the name of the part that it is of."""
        name, _, rest = figure.title.partition(": ")
        title = rest if name in self._names else figure.title
        return title if re.match(r"p\d", title) else f"{title[:1].upper()}{title[1:]}"

    @property
    def _names(self) -> frozenset[str]:
        parts = [p for it in OWNERS for p in getattr(self.design, f"{it}s").items()]
        titles = (part.title for part in self.design.components.values())
        return frozenset((*titles, *(part.name or id for id, part in parts)))

    def has_parts(self, figure: Figure) -> bool:
        """Whether the formula of `figure` names parts of the design."""
        words = re.findall(r"[\w-]+", figure.formula)
        labels = {label for item in figure.inputs for label in item.label.split()}
        return any(id in labels for id in words if id in self.design.components)


def pages() -> Iterator[tuple[str, bytes]]:
    """Give the path, below docs, and the content of the page."""
    topics = [section(topic.title, _topic(topic)) for topic in all_topics()]
    contents = (link(it.title, f"#{anchor(it.title)}") for it in all_topics())
    yield (
        "figures.md",
        page(
            "Figures of an estimate",
            SOURCE,
            INTRODUCTION,
            " · ".join([*contents, link("Defaults", "#defaults")]),
            *topics,
            section("Defaults", f"{DEFAULTS_TEXT}\n\n{_defaults()}"),
        ),
    )


@cache
def _known() -> tuple[Known, ...]:
    found = sorted((it.design for it in designs()), key=lambda it: it.name != FIRST)
    return tuple(Known(design, estimate(design)) for design in (*found, sketch()))


def _topic(topic: Topic) -> str:
    summary = (sys.modules[topic.compute.__module__].__doc__ or "").splitlines()[0]
    place = f"In the write-up under *{topic.heading.value}*."
    found = _figures(topic.name)
    rows = [_row(id, same) for id, same in found.items()]
    parts = (f"{summary} {place}", table(HEAD, rows), bullets(_notes(found)))
    return "\n\n".join(parts)


Same = Sequence[tuple[Known, Figure]]
"""A figure as several designs have it."""


def _figures(topic: str) -> Mapping[str, Same]:
    """Return the figures of a topic, by their ids without those of a design."""
    found: dict[str, list[tuple[Known, Figure]]] = {}
    for known in _known():
        part = known.estimate.part(topic)
        for figure in part.figures if part else ():
            found.setdefault(known.general(figure.id), []).append((known, figure))
    return found


def _row(id: str, same: Same) -> tuple[str, ...]:
    known, figure = same[0]
    return known.title(figure), code(id), code(figure.unit.symbol), _formulas(same)


def _formulas(same: Same) -> str:
    """Give every formula of a figure; of those that name parts a telling one."""
    named = [figure.formula for known, figure in same if known.has_parts(figure)]
    plain = [figure.formula for known, figure in same if not known.has_parts(figure)]
    telling = [formula for formula in named if " " in formula]
    return " or ".join(map(code, dict.fromkeys((*plain, *(telling or named)[:1]))))


def _notes(found: Mapping[str, Same]) -> Iterator[str]:
    """Give the notes that say the same for every design, each once."""
    ids: dict[str, list[str]] = {}
    for id, same in found.items():
        notes = {figure.note for _, figure in same}
        if len(notes) == 1 and (note := notes.pop()):
            ids.setdefault(note, []).append(id)
    return (f"{codes(same)}: {note}" for note, same in ids.items())


def _defaults() -> str:
    places = _places()
    rows = (
        (name, it.value, it.why, it.source, codes(places[name]))
        for name, it in DEFAULTS.items()
    )
    return table(("Number", "Assumed", "Because", "Source", "State your own at"), rows)


def _places() -> Mapping[str, Iterable[str]]:
    """Return where a design states its own number, for every default."""
    places: dict[str, dict[str, None]] = {name: {} for name in DEFAULTS}
    for known in _known():
        for item in known.estimate.defaults:
            name = item.name.removeprefix("default.")
            if name in places:
                places[name][known.general(item.place)] = None
    if silent := [name for name, found in places.items() if not found]:
        raise SystemExit(f"docs/pages/sketch.py uses no default of {', '.join(silent)}")
    return places

"""Terms of estimates: every figure that the shipped designs come to have."""

from collections.abc import Mapping
from functools import cache

from designkit.checks.glossary.term import Term, fact
from designkit.estimates.estimator import estimate
from designkit.estimates.figure import Figure
from designkit.model.design import Design
from designkit.source.inputs import shipped
from designkit.source.loader import load_file

OWNERS = ("component", "feature", "model", "dataset")
PAGE = "docs/figures.md"


def find_figure(word: str) -> Term | None:
    """Return the figure called `word`, in which any id stands for ``<component>``."""
    known = figure_terms()
    first, *rest = word.split(".")
    tries = (word, *(".".join((first, f"<{it}>", *rest[1:])) for it in OWNERS))
    return next((known[id] for id in tries if id in known), None)


@cache
def figure_terms() -> Mapping[str, Term]:
    """Return the figures of the shipped designs, by ids without those of a design."""
    found = dict[str, Term]()
    for path in shipped().values():
        design = load_file(path).design
        for figure in estimate(design).figures if design else ():
            id = _general(figure.id, design) if design else ""
            found.setdefault(id, _term(id, figure))
    return found


def _general(id: str, design: Design) -> str:
    steps = id.split(".")
    return ".".join([steps[0], *(_owner(step, design) for step in steps[1:])])


def _owner(step: str, design: Design) -> str:
    owners = (it for it in OWNERS if step in getattr(design, f"{it}s"))
    return next((f"<{owner}>" for owner in owners), step)


def _term(id: str, figure: Figure) -> Term:
    of_part = figure.title.partition(": ")[2] if "<" in id else ""
    title = of_part or figure.title
    return Term(
        id,
        "figure",
        f"{title[:1].upper()}{title[1:]}.",
        (
            ("Formula", figure.formula),
            *fact("In", figure.unit.symbol),
            *fact("Note", figure.note),
        ),
        PAGE,
    )

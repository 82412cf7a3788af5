"""The ML Test Score as a worksheet: what a design shows, and what is left to ask."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from designkit.analysis.facts import Facts, State
from designkit.catalog.test_score import SOURCE, TESTS, ReadinessTest
from designkit.catalog.test_score import ReadinessArea as Part
from designkit.diagnostics import Diagnostic
from designkit.documents.paper import Block, Items, Paragraph, Table
from designkit.documents.write_up.blocks import present, shown, table, under
from designkit.documents.write_up.inputs import WriteUpInputs
from designkit.documents.write_up.proof import Proof, Status, sentences
from designkit.documents.write_up.proofs import data, infrastructure, model, monitoring
from designkit.text.escape import markdown_link

ABOUT = (
    "How ready is this system for production? Here are the 28 questions of {source} "
    "(Breck and others, 2017), answered as far as the design can. **It is a worksheet "
    "and an upper bound, not a score:** a design says what is meant, and the score "
    "counts what is done. A test that people carry out and write down is half a point, "
    "one that runs by itself a whole point; the lowest sum of the four sections is the "
    "score."
)
MEANINGS = (
    "**shown:** the design says all that a design can say of it",
    "**partly:** it says some of it, or needs a person each time, or no design can "
    "show the whole",
    "**ask:** it says nothing; the question is for the people who run the system",
    "**contradicted:** the checker found otherwise",
)
"""How far a design shows a test, in words."""

PROOFS: Mapping[str, Proof] = {
    **data.PROOFS,
    **model.PROOFS,
    **infrastructure.PROOFS,
    **monitoring.PROOFS,
}
"""What a design must say to show a test; a test without a proof is always asked."""

POINTS: Mapping[Status, float] = {
    Status.SHOWN: 1,
    Status.PARTLY: 0.5,
    Status.ASK: 0,
    Status.CONTRADICTED: 0,
}

GAP = "monitor-gap"
"""The rule that speaks for several tests, each of which one of its words belongs to."""


@dataclass(frozen=True)
class ScoreLine:
    """One test: how far the design shows it, and by what."""

    test: ReadinessTest
    status: Status
    text: str


def worksheet(of: WriteUpInputs) -> Iterator[Block]:
    """Fill the worksheet from a design, and from what the checker found in it."""
    lines = fill_in(of.facts, of.found)
    parts = {part: [it for it in lines if it.test.section is part] for part in Part}
    yield Paragraph(ABOUT.format(source=markdown_link("The ML Test Score", SOURCE)))
    yield from present(_scores(parts), Paragraph(_claim(parts)), Items(MEANINGS))
    for part, tests in parts.items():
        yield from under(f"{part.heading} tests", _tests(tests))


def fill_in(facts: Facts, found: Sequence[Diagnostic] = ()) -> tuple[ScoreLine, ...]:
    """Say for each of the 28 tests how far a design shows it."""
    return tuple(_line(facts, test, found) for test in TESTS)


def _line(facts: Facts, test: ReadinessTest, found: Sequence[Diagnostic]) -> ScoreLine:
    """Let findings overrule what the design says of itself."""
    about = [item for item in found if _speaks_for(item, test)]
    faults = [f for f in about if not f.waived and not _is_silence(facts, f)]
    if faults:
        return ScoreLine(test, Status.CONTRADICTED, sentences(map(_fault, faults)))
    proof = PROOFS.get(test.id)
    status, text = proof.weigh(facts) if proof else (Status.ASK, "")
    if about and status is Status.SHOWN:
        status = Status.PARTLY
    accepted = sentences(f"Accepted: {shown(f.waived)}" for f in about if f.waived)
    question = "" if status is Status.SHOWN else f"*{shown(test.question)}*"
    return ScoreLine(test, status, " ".join(filter(None, (text, accepted, question))))


def _speaks_for(found: Diagnostic, test: ReadinessTest) -> bool:
    if found.name == GAP:
        return any(gap in found.message for gap in test.gaps)
    return found.name in test.rules


def _is_silence(facts: Facts, found: Diagnostic) -> bool:
    """Whether the finding is that nothing is said; then there is still one to ask."""
    path = found.element.split(".")
    if path[0] in ("", "flows") or path[-1].isdecimal():
        return False
    return facts.state(*path) is State.UNSTATED


def _fault(found: Diagnostic) -> str:
    rule = f"{found.code} {found.name}"
    return f"{rule}, line {found.span.line}: {shown(found.message)}"


def _tests(tests: Iterable[ScoreLine]) -> Table | None:
    rows = [
        (item.test.id, item.test.claim, _shown(item.status), item.text)
        for item in tests
    ]
    headings = ("No.", "Test", "Status", "What the design shows, or *what to ask*")
    return table(headings, rows)


def _shown(status: Status) -> str:
    return f"**{status}**" if status is Status.CONTRADICTED else status.value


def _scores(lines: Mapping[Part, Sequence[ScoreLine]]) -> Table | None:
    headings = ("Section", *(status.capitalize() for status in Status), "At most")
    rows = [
        (part.heading, *_counts(tests), f"{_points(tests):g} of {len(tests)}")
        for part, tests in lines.items()
    ]
    everything = tuple(chain.from_iterable(lines.values()))
    least = f"**{_least(lines):g} of 7**, the lowest"
    rows.append(("**All**", *_counts(everything), least))
    return table(headings, rows)


def _counts(tests: Iterable[ScoreLine]) -> Iterator[str]:
    found = [item.status for item in tests]
    return (str(found.count(status)) for status in Status)


def _points(tests: Iterable[ScoreLine]) -> float:
    return sum(POINTS[item.status] for item in tests)


def _least(lines: Mapping[Part, Sequence[ScoreLine]]) -> float:
    return min(_points(tests) for tests in lines.values())


def _claim(lines: Mapping[Part, Sequence[ScoreLine]]) -> str:
    return (
        f"**As it stands, this design can claim at most {_least(lines):g} of 7 "
        "points**, those of its lowest section. A test that is shown counts 1, one "
        "that is partly shown 0.5, any other 0 until somebody answers."
    )

"""Instruments: what judges, weak labels and sets of cases can show."""

from collections.abc import Iterator

from designkit.analysis.test_sets import CaseSet, sets_for
from designkit.estimates.compute import FigureEntry, compute
from designkit.estimates.figure import FigureInput, Result, called
from designkit.estimates.formulas.exposure import rule_of_three
from designkit.estimates.formulas.judging import paired_cases
from designkit.estimates.topic import Chapter, EstimateInputs, first, topic
from designkit.model.component import Component
from designkit.quantities.measure import COUNT, FRACTION, Unit

PURPOSES = ("retrieval", "generation", "task", "attack")
AT_BEST = "At best: where every case that flips does so in one direction."
NONE_SEEN = "With 95%, if none of them succeeds, and they are independent."
ABOUT_CHANCE = "Both beyond chance (kappa): people set the bound of what can be asked."


@topic(82, "Judges, labels of machines and cases", Chapter.PROOF)
def instruments(sheet: EstimateInputs) -> Iterator[Result]:
    """Say of each instrument of an evaluation what it can show."""
    for cases in sets_for(sheet.facts, *PURPOSES):
        yield from _of_set(sheet, cases)
    for judge in sheet.facts.of_kind("judge"):
        yield from _of_judge(sheet, judge)
    for labeler in sheet.facts.of_kind("weak-labeler"):
        yield from _of_labeler(sheet, labeler)


def _of_set(sheet: EstimateInputs, cases: CaseSet) -> Iterator[Result]:
    path = ("evaluation", "sets", str(cases.number))
    id, number, stated = cases.stated.id, cases.number + 1, cases.stated
    if stated.purpose == "attack" and stated.cases:
        title = f"{id}: share of attacks that may succeed unseen"
        yield compute(
            FigureEntry(f"cases.{number}.unseen", title, FRACTION, note=NONE_SEEN),
            "3 / {cases}",
            _unseen,
            cases=sheet.stated(*path, "cases", label="cases"),
        )
    elif stated.margin:
        margin = sheet.stated(*path, "margin", label="margin")
        flips = sheet.stated(*path, "flips", label="flips") if stated.flips else margin
        note = "" if stated.flips else AT_BEST
        title = f"{id}: cases that show its margin"
        yield compute(
            FigureEntry(f"cases.{number}.needed", title, COUNT, note=note),
            "(1.96 * √{flips} + 0.842 * √({flips} - {gain}²))² / {gain}²",
            lambda flips, gain: paired_cases(flips, gain),
            flips=flips,
            gain=margin,
        )


def _unseen(cases: float) -> float:
    return rule_of_three(cases)


def _of_judge(sheet: EstimateInputs, judge: Component) -> Iterator[Result]:
    at = ("components", judge.id)
    own, people = (sheet.stated(*at, key) for key in ("agreement", "human-agreement"))
    if isinstance(own, FigureInput) and isinstance(people, FigureInput):
        yield compute(
            _entry(judge, "of-people", "its agreement, of that of people", FRACTION),
            "{agreement} / {people}",
            lambda agreement, people: agreement / people,
            agreement=own,
            people=people,
        )
    if judge.quantity("sample-rate"):
        yield compute(
            _entry(judge, "graded", "traces that it grades on a day", COUNT),
            "{share} * {tasks}",
            _graded,
            share=sheet.stated(*at, "sample-rate"),
            tasks=called(
                first(
                    sheet.stated("workload", "tasks-per-day"),
                    sheet.stated("workload", "requests-per-day"),
                    sheet.result("traffic.requests-per-day"),
                ),
                "tasks on a day",
            ),
        )


def _graded(share: float, tasks: float) -> float:
    return share * tasks


def _of_labeler(sheet: EstimateInputs, labeler: Component) -> Iterator[Result]:
    """Give the cases that get a label, right or wrong, if both rates are stated."""
    at = ("components", labeler.id)
    terms = {key: sheet.stated(*at, key) for key in ("coverage", "accuracy")}
    if all(isinstance(term, FigureInput) for term in terms.values()):
        yield compute(
            _entry(labeler, "right", "part of the cases labelled right", FRACTION),
            "{coverage} * {accuracy}",
            lambda coverage, accuracy: coverage * accuracy,
            **terms,
        )
        yield compute(
            _entry(labeler, "wrong", "part of the cases labelled wrong", FRACTION),
            "{coverage} * (1 - {accuracy})",
            _wrong,
            **terms,
        )


def _wrong(coverage: float, accuracy: float) -> float:
    return coverage * (1 - accuracy)


def _entry(part: Component, id: str, title: str, unit: Unit) -> FigureEntry:
    note = ABOUT_CHANCE if id == "of-people" else ""
    return FigureEntry(
        f"instruments.{part.id}.{id}",
        f"{part.title}: {title}",
        unit,
        note=note,
        about=part.id,
    )

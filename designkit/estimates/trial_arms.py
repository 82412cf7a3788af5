"""The arms of an experiment: equal ones, or those of stated shares."""

from collections.abc import Mapping
from dataclasses import dataclass

from designkit.analysis.trial import fault_of_split, split_of
from designkit.estimates.compute import FigureEntry, Formula, compute
from designkit.estimates.figure import FigureInput, Lack, Result, Term, counted
from designkit.estimates.formulas.ratio import largest_deviation
from designkit.estimates.topic import EstimateInputs
from designkit.quantities.measure import COUNT, FRACTION

AT = "experiment"


@dataclass(frozen=True, slots=True)
class Arms:
    """The arms: how many, and the shares of the control and of the smallest variant.

    `shares` is empty where the arms are equal. Figures are those of the smallest
    variant, called `smallest`: an effect that it shows is shown by the others.
    """

    count: Term
    smallest: str
    shares: Mapping[str, Term]

    @property
    def title(self) -> str:
        """Whose units they are that figures count."""
        return f"Units in {self.smallest}" if self.shares else "Units per arm"

    @property
    def both(self) -> str:
        """The variances of arm and control for that of the arm, in a formula."""
        return "(1 + {share} / {control})" if self.shares else "2"

    @property
    def ratio(self) -> str:
        """The shares of arm and control as the end of what a test takes."""
        return "; {share} : {control}" if self.shares else ""

    def total(self, size: Term) -> Result:
        """Return the units of all arms, where the smallest has `size`."""
        entry = FigureEntry(f"{AT}.units", "Units in all arms", COUNT)
        if not self.shares:
            return compute(
                entry,
                "{arms} * {size}",
                lambda arms, size: arms * size,
                arms=self.count,
                size=size,
            )
        return compute(
            entry,
            "{size} / {share}",
            _all_of,
            size=size,
            share=self.shares["share"],
        )

    def each(
        self,
        entry: FigureEntry,
        formula: str,
        function: Formula,
        **terms: Term,
    ) -> Result:
        """Return the part of the smallest variant in what `function` gives for all."""

        def of_share(share: float, **rest: float) -> float:
            return function(**rest) * share

        if not self.shares:
            return compute(
                entry,
                f"{formula} / {{arms}}",
                lambda arms, **rest: function(**rest) / arms,
                **terms,
                arms=self.count,
            )
        return compute(
            entry,
            f"{formula} * {{share}}",
            of_share,
            **terms,
            share=self.shares["share"],
        )

    def mismatch(self, units: Result) -> Result:
        """Return how far an arm may be from its part of it and its control."""
        equal = "3.29 * 50% / √(2 * {units})"
        split = (
            "3.29 * √({share} * {control}) / ({share} + {control})"
            " / √({units} * ({share} + {control}) / {share})"
        )
        return compute(
            FigureEntry(
                f"{AT}.srm-limit",
                f"Distance of one arm from {'its part' if self.shares else 'half'} "
                "beyond which the split is broken",
                FRACTION,
                note="Sample ratio mismatch: χ² of "
                f"{'an arm and its control' if self.shares else 'two equal arms'}, "
                "p < 0.001.",
            ),
            split if self.shares else equal,
            _deviation,
            units=units,
            **self.shares,
        )


def arms(sheet: EstimateInputs) -> Arms:
    """Return the arms that a design states, else two equal ones."""
    stated = sheet.design.experiment
    if stated and (fault := fault_of_split(stated)):
        lack = Lack("", fault)
        return Arms(lack, "an arm", {"share": lack, "control": lack})
    split = split_of(stated) if stated else None
    if not split:
        return Arms(sheet.given("arms", AT, "arms"), "", {})
    share, control = (_share(sheet, it.name) for it in (split.smallest, split.control))
    count = counted(f"{AT}.split", "arms", len(split.arms), "those of the split")
    return Arms(count, split.smallest.name, {"share": share, "control": control})


def _share(sheet: EstimateInputs, name: str) -> FigureInput | Lack:
    return sheet.stated(AT, "split", name, label=name)


def _deviation(units: float, share: float = 0.5, control: float = 0.5) -> float:
    pair = share + control
    return largest_deviation(units * pair / share, share=share / pair)


def _all_of(size: float, share: float) -> float:
    return size / share

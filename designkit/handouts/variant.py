"""What a variant is: a sort of print for learners, made of a design."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, replace

from designkit.checks.run import CheckPlan, make_plan
from designkit.documents.paper import Paper
from designkit.handouts.deck import Deck
from designkit.handouts.fault_hunt.breaking import FAULTS
from designkit.source.loader import Loaded
from designkit.source.settings import Settings

MASKS = ("names", "technologies", "flows", "numbers")
SEED = 1


@dataclass(frozen=True, slots=True)
class HandoutOptions:
    """What is wanted of a variant: the seed of its choices, masks, number of faults.

    With `excel`, CSV is marked as UTF-8 for a spreadsheet that would not guess it.

    The `plan` says by which rules a design is checked; all, if there is none.
    """

    seed: int = SEED
    masks: tuple[str, ...] = MASKS
    faults: int = FAULTS
    excel: bool = False
    plan: CheckPlan | None = None

    def within(self, settings: Settings) -> "HandoutOptions":
        """Return the same wish, by the rules that the settings of a project choose.

        Raises:
            SettingsError: a plugin does not load, or the settings name no rule.
        """
        return replace(self, plan=make_plan(settings))


@dataclass(frozen=True, slots=True)
class VariantOutput:
    """What became of a design: papers to print, or a deck to export."""

    papers: tuple[Paper, ...] = ()
    deck: Deck | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """A sort of print. `order` is its place in lists, `takes` what it lets one choose.

    The choices are ``seed``, ``mask``, ``faults`` and ``excel``; the others change
    nothing.
    """

    name: str
    order: int
    summary: str
    make: Callable[[Loaded, str, HandoutOptions], VariantOutput]
    takes: tuple[str, ...] = ()


def variant(
    order: int, takes: tuple[str, ...] = ()
) -> Callable[[Callable[[Loaded, str, HandoutOptions], VariantOutput]], Variant]:
    """Make a variant of a function; its name and docstring are those of the variant.

    The function takes the loaded design, the stem of its files, and what is wanted.
    """

    def make(
        function: Callable[[Loaded, str, HandoutOptions], VariantOutput],
    ) -> Variant:
        summary = inspect.cleandoc(function.__doc__ or "").partition("\n")[0]
        return Variant(function.__name__, order, summary, function, takes)

    return make

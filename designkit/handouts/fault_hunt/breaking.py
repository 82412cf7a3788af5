"""Breaks a design: puts faults into it, each of which is one finding of the checker."""

from collections.abc import Mapping
from itertools import islice
from random import Random

from designkit.checks.checker import span_of
from designkit.checks.explanation import Explanation
from designkit.checks.run import CheckPlan, explained, make_plan
from designkit.diagnostics import Diagnostic
from designkit.errors import FaultsError
from designkit.handouts.fault_hunt.bench import Bench, Isolation
from designkit.handouts.fault_hunt.choosing import Pool, choose
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.planted_fault import Broken, PlantedFault
from designkit.source.loader import Loaded
from designkit.source.settings import Settings
from designkit.text.counts import counted

FAULTS = 5
MOST = 10
"""Faults on one sheet: more are no longer looked for one by one."""

BATCHES = 80
"""Batches of mutations after which there is little hope of more."""


def bench_of(loaded: Loaded, plan: CheckPlan | None = None) -> Bench:
    """Make the bench for a design; whoever breaks it more than once keeps the bench.

    The `plan` says by which rules it is checked: all, if nothing else is said.

    Raises:
        FaultsError: the design does not load.
    """
    if loaded.design is None:
        raise FaultsError(f"{loaded.file} does not load; mend it before it is broken")
    return Bench(loaded, plan or make_plan(Settings()))


def break_design(bench: Bench, seed: int, number: int = FAULTS) -> Broken:
    """Put `number` faults into the design of a bench, the same ones for the same seed.

    Each is one finding of the checker, an error or a warning, of a rule of its own and
    at a part of its own; together they are all that is found beyond what was known.

    Raises:
        FaultsError: there is no room for so many faults, or the number makes no sense.
    """
    if not 1 <= number <= MOST:
        raise FaultsError(f"a sheet has 1 to {MOST} faults, and not {number}")
    pages = {item.code: item for item in explained(bench.plan.rules)}
    proof = _proof(bench, pages, number, Random(f"faults {seed}"))
    found = {item.code: item for item in proof.found}
    codes = ((suspect, suspect.found.code) for suspect in proof.suspects)
    faults = [
        _fault(bench, one.change, found[code], pages[code]) for one, code in codes
    ]
    faults.sort(key=lambda fault: (span_of(bench.loaded, fault.path), fault.code))
    return Broken(proof.loaded, tuple(faults), bench.known, bench.answered)


def _proof(
    bench: Bench, pages: Mapping[str, Explanation], number: int, chance: Random
) -> Isolation:
    """Look for suspects until there is a choice, and choose.

    Raises:
        FaultsError: all that can be tried leaves no choice.
    """
    pool = Pool({code: page.stage for code, page in pages.items()})
    for suspects in islice(bench.suspects(chance), BATCHES):
        pool.add(suspects)
        if suspects and pool.offers(number):
            proof = choose(bench, pool.options(chance), number)
            if proof:
                return proof
    options = pool.options(chance)
    proofs = (choose(bench, options, room) for room in range(number, 0, -1))
    found = next((proof for proof in proofs if proof), None)
    if found is None or len(found.suspects) < number:
        raise _no_room(bench.loaded, len(found.suspects) if found else 0, number)
    return found


def _no_room(loaded: Loaded, room: int, number: int) -> FaultsError:
    here = counted(room, "fault") if room else "no fault"
    return FaultsError(
        f"{loaded.file} has room for {here}, and {number} were asked for; "
        "ask for fewer, or take a design that states more"
    )


def _fault(
    bench: Bench, change: Mutation, found: Diagnostic, of: Explanation
) -> PlantedFault:
    return PlantedFault(
        path=change.path,
        place=bench.whole.words(change.path),
        before=change.before,
        after=change.after,
        what=change.what,
        found=found,
        why=of.page.why,
        fix=of.page.fix,
    )

"""DK695 battery-over-budget."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.on_device import drawing_on
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity
from designkit.estimates.demand import Demand
from designkit.estimates.formulas.battery import (
    battery_share,
    energy_a_day,
    predictions_a_day,
)
from designkit.model.component import Component
from designkit.quantities.bounds import ROUNDING
from designkit.quantities.measure import ENERGY
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import shown_fraction


@dataclass(frozen=True, slots=True)
class Drain:
    """What models surely take from the battery of a device, and what they may.

    `taken` are the joules of a day, `part` is how much of a full battery that is, and
    `most` the id of what takes the largest part of it.
    """

    device: Component
    taken: float
    part: float
    most: str
    battery: Quantity
    share: Quantity


@rule(
    "DK695",
    Severity.ERROR,
    kinds=("device",),
    keys=("components.*.battery-share",),
    applies=lambda facts: any(_drains(facts)),
)
def battery_over_budget(facts: Facts) -> Iterator[Finding]:
    """Models on a device should take no more of its battery than they may.

    The battery is the one budget that every program of a device shares, and people
    remove what empties it. A prediction of half a joule is nothing; 400 of them a day
    and a detector that listens at 5 mW around the clock are 632 J, and a small
    handheld holds 18 kJ. Nobody sees it in a test of an hour on a charger.

    A prediction takes its energy, or its power for its service time; what a device
    spends all day on a model comes on top. What is not stated counts as nothing, and
    the device is an average one, so there are devices that lose more.

    Bad:
    ```yaml
    workload: {requests-per-day: 16 M}
    components:
      phone:
        kind: device
        count: 40 k
        battery: 5 Wh
        battery-share: 2%                          # <- 632 J of 18 kJ are 3.5%
      hear:
        kind: model-server
        in: phone
        energy-per-prediction: 500 mJ
        idle-power: 5 mW
    flows:
      calls:
        - phone -> hear: request / prediction
    ```

    Good:
    ```yaml
    workload: {requests-per-day: 16 M}
    components:
      phone: {kind: device, count: 40 k, battery: 5 Wh, battery-share: 2%}
      hear:
        kind: model-server
        in: phone
        energy-per-prediction: 500 mJ
        idle-power: 1 mW
    flows:
      calls:
        - phone -> hear: request / prediction
    ```

    Fix: Let a small model decide whether the large one has to run, quantise, use the
    signal processor or the neural unit, wait for the charger with what can wait.

    Source: Banbury et al. 2021, MLPerf Tiny Benchmark (NeurIPS Datasets and
    Benchmarks), on the energy of an inference; Warden and Situnayake 2019, TinyML.
    """
    for drain in _drains(facts):
        if drain.part > drain.share.high * (1 + ROUNDING):
            yield Finding(
                ("components", drain.device.id, "battery-share"),
                f"models take {ENERGY.show(drain.taken)} a day of the {drain.battery} "
                f"of {drain.device.id}: {shown_fraction(drain.part)}, and "
                f"{drain.share} are allowed",
                related=((("components", drain.most), "takes most of it"),),
                rests_on=(drain.share, drain.battery),
            )


def _drains(facts: Facts) -> Iterator[Drain]:
    """Give what is taken from each battery with a budget, where it can be computed."""
    demand = Demand(facts.graph)
    for device in facts.of_kind("device"):
        battery, share = device.quantity("battery"), device.quantity("battery-share")
        drawing = drawing_on(facts.design, device)
        if battery and share and drawing:
            with suppress(ValueError):
                joules = {part.id: _least(demand, device, part) for part in drawing}
                taken = sum(joules.values())
                most = max(joules, key=lambda id: joules[id])
                part = battery_share(taken, battery.high)
                yield Drain(device, taken, part, most, battery, share)


def _least(demand: Demand, device: Component, part: Component) -> float:
    """Return the joules that `part` takes in a day, at least.

    Raises:
        ValueError: no computer holds them.
    """
    energy, power = part.quantity("energy-per-prediction"), part.quantity("power-draw")
    time, idle = part.quantity("service-time"), part.quantity("idle-power")
    is_timed = power and time and not energy
    return energy_a_day(
        _predictions(demand, device, part),
        energy=energy.low if energy else 0.0,
        power=power.low if power and is_timed else 0.0,
        time=time.low if time and is_timed else 0.0,
        idle=idle.low if idle else 0.0,
    )


def _predictions(demand: Demand, device: Component, part: Component) -> float:
    """Return the predictions of `part` on an average device in a day, at least."""
    own, count = device.quantity("predictions"), device.quantity("count")
    asks = part is device and (own or demand.graph.askers == {device.id})
    calls = 1.0 if asks else demand.calls(part.id)
    if own:
        return predictions_a_day(own.low, calls)
    rate = demand.least_on_average
    if rate is None or count is None or demand.may_miss(part.id):
        return 0.0
    return predictions_a_day(rate, calls, count.high)

"""DK621 too-dear."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.checks.rule import Finding, Path, rule
from designkit.diagnostics import Severity
from designkit.estimates.demand import Demand
from designkit.estimates.formulas.cost import per_action, per_thousand
from designkit.estimates.monthly import MonthLine, month_lines
from designkit.quantities.bounds import LARGEST, ROUNDING, SMALLEST
from designkit.quantities.durations import HOUR
from designkit.quantities.measure import RATE, money
from designkit.quantities.quantity import Quantity
from designkit.quantities.writing import TIMES, shown_number


@dataclass(frozen=True, slots=True)
class CostPart:
    """What one part costs: to run, a second, or for the calls of one request."""

    id: str
    path: Path
    running: float = 0.0
    price: Quantity | None = None
    calls: float = 0.0

    @property
    def paid(self) -> float:
        """The money for its calls in one request."""
        return self.price.low * self.calls if self.price else 0.0

    def of_thousand(self, rate: float) -> float:
        """Return its money for a thousand requests, of which `rate` come a second."""
        return per_thousand(self.running, rate, self.paid)


@dataclass(frozen=True, slots=True)
class Bill:
    """What a thousand requests cost at least, and what that was promised to be."""

    parts: tuple[CostPart, ...]
    rate: float
    promise: Quantity

    @property
    def running(self) -> float:
        """The money of all parts for a second."""
        return sum(part.running for part in self.parts)

    @property
    def price(self) -> float:
        """The money for a thousand requests."""
        paid = sum(part.paid for part in self.parts)
        return per_thousand(self.running, self.rate, paid)

    @property
    def largest(self) -> CostPart:
        """The part that costs most."""
        return max(self.parts, key=lambda part: part.of_thousand(self.rate))

    def shown(self, amount: float, per: str = "") -> str:
        """Write an amount in the currency of the promise."""
        return money(self.promise.currency, per).show(amount)

    @property
    def arithmetic(self) -> str:
        """The running cost of an hour over its requests, and what calls cost."""
        hourly = self.shown(self.running * HOUR, "h")
        spread = f"{hourly} / ({RATE.show(self.rate)} {TIMES} 3,600 s) {TIMES} 1,000"
        return spread + "".join(
            f" + 1,000 {TIMES} {shown_number(part.calls)} {TIMES} {part.price}"
            for part in self.parts
            if part.price
        )


@dataclass(frozen=True, slots=True)
class Budget:
    """What a month or an action costs at least, and what that was promised to be."""

    key: str
    what: str
    promise: Quantity
    lines: tuple[MonthLine, ...]
    actions: Quantity | None = None

    @property
    def month(self) -> float:
        """The money of a month."""
        return sum(line.money for line in self.lines)

    @property
    def least(self) -> float:
        """The money of a month, or of one of its actions."""
        if not self.actions:
            return self.month
        return per_action(self.month, self.actions.high)

    @property
    def largest(self) -> MonthLine:
        """The line that costs most."""
        return max(self.lines, key=lambda line: line.money)

    def shown(self, amount: float) -> str:
        """Write an amount in the currency of the promise."""
        return money(self.promise.currency).show(amount)

    @property
    def arithmetic(self) -> str:
        """The lines of the month, and what they are shared out over."""
        dearest = sorted(self.lines, key=lambda line: -line.money)
        added = " + ".join(
            f"{self.shown(line.money)} for {line.what}" for line in dearest
        )
        shared = f", over {self.actions} a day {TIMES} 365 / 12" if self.actions else ""
        return f"in a month {added}{shared}"


@rule(
    "DK621",
    Severity.WARNING,
    keys=(
        "objectives.cost-per-1k",
        "objectives.cost-per-month",
        "objectives.cost-per-action",
    ),
    applies=lambda facts: _bill(facts) is not None or any(_budgets(facts)),
)
def too_dear(facts: Facts) -> Iterator[Finding]:
    """A system should cost no more than was promised: a request, a month, an action.

    What a design costs is decided by the model that every request waits for and by the
    calls that are paid one by one, long before anybody sees a bill. Machines are bought
    for the peak and paid all night: at a peak of four times the average, three in four
    idle. A cent for a call looks like nothing and is 10 USD for a thousand requests.

    The least is counted: costs that are stated, calls that every request makes or that
    the flow states, and the requests of a day at most. In a month (365 / 12 days) stand
    beside them the runs of trainers, what lies in stores whose size is stated, the
    cases of a desk and the actions that are paid one by one.

    Bad:
    ```yaml
    workload: {requests-per-day: 30 M, peak-factor: 4}
    objectives: {cost-per-1k: 0.10 USD}                 # <- 0.21 USD
    components:
      app: {kind: client}
      score: {kind: model-server, cost: 14.4 USD/h}
      device: {kind: third-party, call-cost: 0.0002 USD}
    flows:
      calls:
        - app -> score: request
      lookups:
        - device -> score: feature-values
    ```

    Good:
    ```yaml
    workload: {requests-per-day: 30 M, peak-factor: 4, actions-per-day: 2 M}
    objectives:
      cost-per-1k: 0.10 USD
      cost-per-month: 60 k USD
      cost-per-action: 2 USD
    components:
      app: {kind: client}
      score: {kind: model-server, cost: 14.4 USD/h}
      device: {kind: third-party, call-cost: 0.0002 USD}
    flows:
      calls:
        - app -> score: request
      lookups:
        - device -> score: {carries: feature-values, calls-per-request: 0.2}
    ```

    Fix: Begin with the largest part: a smaller model, fewer candidates, a cache, a
    cheap first stage that spares most requests the paid call, capacity that follows the
    load; or promise what it is worth.

    Source: Breck et al. 2017, The ML Test Score, Data 3, on features that cost more
    than they bring; Barroso, Hölzle and Ranganathan 2018, The Datacenter as a Computer,
    chapter 6, on what servers cost that wait.
    """
    bill = _bill(facts)
    if bill and bill.price > bill.promise.high * (1 + ROUNDING):
        largest = bill.largest
        most = bill.shown(largest.of_thousand(bill.rate))
        yield Finding(
            ("objectives", "cost-per-1k"),
            f"a thousand requests cost at least {bill.shown(bill.price)}, and "
            f"{bill.promise} is promised: {bill.arithmetic}; {largest.id} is the "
            f"largest part, {most}",
            related=((largest.path, "the largest part"),),
        )
    for budget in _budgets(facts):
        if budget.least > budget.promise.high * (1 + ROUNDING):
            largest_line = budget.largest
            yield Finding(
                ("objectives", budget.key),
                f"{budget.what} costs at least {budget.shown(budget.least)}, and "
                f"{budget.promise} is promised: {budget.arithmetic}; "
                f"{largest_line.what} are the largest part",
                related=((largest_line.path, "the largest part"),),
            )


def _budgets(facts: Facts) -> Iterator[Budget]:
    """Give the promises for a month and an action of which the cost is known."""
    promised = facts.design.objectives
    month = promised.cost_per_month if promised else None
    each = promised.cost_per_action if promised else None
    load = facts.design.workload
    actions = load.actions_per_day if load else None
    lines = tuple(month_lines(facts))
    if not lines or sum(line.money for line in lines) > LARGEST:
        return
    if month and _is_one_currency(month, lines):
        yield Budget("cost-per-month", "a month", month, lines)
    is_shared = bool(actions and SMALLEST <= actions.high <= LARGEST)
    if each and is_shared and _is_one_currency(each, lines):
        yield Budget("cost-per-action", "an action", each, lines, actions)


def _is_one_currency(promise: Quantity, lines: Iterable[MonthLine]) -> bool:
    return {promise.currency} == {line.currency for line in lines}


def _bill(facts: Facts) -> Bill | None:
    """Return the bill, if all is known that makes one, in one currency."""
    promise = facts.quantity("objectives", "cost-per-1k")
    parts, demand = tuple(_parts(facts)), Demand(facts.graph)
    prices = [facts.quantity(*map(str, part.path)) for part in parts]
    is_mixed = len({price.currency for price in (promise, *prices) if price}) > 1
    if promise is None or not parts or is_mixed or not demand.most_on_average:
        return None
    bill = Bill(parts, demand.most_on_average, promise)
    try:
        return bill if bill.price else None
    except ValueError:
        return None


def _parts(facts: Facts) -> Iterator[CostPart]:
    demand = Demand(facts.graph)
    for id, part in facts.design.components.items():
        if part.cost:
            yield CostPart(id, ("components", id, "cost"), running=part.cost.low)
        price = part.quantity("call-cost")
        if price and (calls := demand.asked(id)):
            yield CostPart(
                id, ("components", id, "call-cost"), price=price, calls=calls
            )

"""Short ways to say what an attribute of a kind holds.

A kind then reads as a list of facts: `duration("ttl", "how long a row lives")`.
"""

from designkit.catalog.kind import Attribute, Shape
from designkit.quantities.quantity import Dimension


def count(name: str, meaning: str) -> Attribute:
    """Say that `name` is a number of things."""
    return Attribute(name, Dimension.COUNT, meaning)


def fraction(name: str, meaning: str) -> Attribute:
    """Say that `name` is a part of a whole."""
    return Attribute(name, Dimension.FRACTION, meaning)


def change(name: str, meaning: str) -> Attribute:
    """Say that `name` is by how much something changes, as a part of it or in pp."""
    return Attribute(name, Dimension.CHANGE, meaning)


def duration(name: str, meaning: str) -> Attribute:
    """Say that `name` is a length of time."""
    return Attribute(name, Dimension.DURATION, meaning)


def retention(meaning: str) -> Attribute:
    """Say how long something is kept; it may be kept for ever."""
    return Attribute("retention", Dimension.RETENTION, meaning)


def size(name: str, meaning: str) -> Attribute:
    """Say that `name` is a number of bytes."""
    return Attribute(name, Dimension.BYTES, meaning)


def rate(name: str, meaning: str) -> Attribute:
    """Say that `name` is a number of things in a time."""
    return Attribute(name, Dimension.RATE, meaning)


def volume(name: str, meaning: str) -> Attribute:
    """Say that `name` is a number of bytes in a time."""
    return Attribute(name, Dimension.BYTE_RATE, meaning)


def energy(name: str, meaning: str) -> Attribute:
    """Say that `name` is an amount of energy."""
    return Attribute(name, Dimension.ENERGY, meaning)


def power(name: str, meaning: str) -> Attribute:
    """Say that `name` is energy in a time."""
    return Attribute(name, Dimension.POWER, meaning)


def money(name: str, meaning: str) -> Attribute:
    """Say that `name` is an amount of money."""
    return Attribute(name, Dimension.MONEY, meaning)


def cost(name: str, meaning: str) -> Attribute:
    """Say that `name` is an amount of money, or a number that others are a ratio of."""
    return Attribute(name, Dimension.COST, meaning)


def text(name: str, meaning: str, *choices: str) -> Attribute:
    """Say that `name` is a text, one of `choices` where some are given."""
    return Attribute(name, Shape.TEXT, meaning, choices)


def flag(name: str, meaning: str) -> Attribute:
    """Say that `name` is yes or no."""
    return Attribute(name, Shape.FLAG, meaning)


def clock(name: str, meaning: str) -> Attribute:
    """Say that `name` is a time of day; time zones are not known here."""
    return Attribute(name, Shape.CLOCK, meaning)


def several(name: str, meaning: str, *choices: str) -> Attribute:
    """Say that `name` is a list of texts, each of `choices` where some are given."""
    return Attribute(name, Shape.LIST, meaning, choices)


def percentiles(name: str, meaning: str) -> Attribute:
    """Say that `name` is a spread, stated by its percentiles."""
    return Attribute(name, Shape.PERCENTILES, meaning)


def key_spaces() -> Attribute:
    """Return the attribute that says which tables share a store."""
    return Attribute("tables", Shape.TABLES, "its tables by id, where it has several")


def environments() -> Attribute:
    """Return the attribute that says which environments a release passes."""
    meaning = "environments that a release passes, by id, the last one for everybody"
    return Attribute("environments", Shape.ENVIRONMENTS, meaning)


def counts(name: str, meaning: str) -> Attribute:
    """Say that `name` is a spread of numbers of things, stated by percentiles."""
    return Attribute(name, Shape.COUNTS, meaning)


def prices(name: str, meaning: str) -> Attribute:
    """Say that `name` is what a million tokens cost, by what becomes of them."""
    return Attribute(name, Shape.PRICES, meaning)


def trust(meaning: str) -> Attribute:
    """Say who can write what comes from a source; unsaid, its kind says."""
    return text("trust", meaning, "own", "user", "outside")


STARTS = ("clock", "input")
"""What may start the run of a job; by its input, nothing waits for the clock."""


def schedule(what: str) -> tuple[Attribute, ...]:
    """Return the attributes of a job that runs `what` again and again."""
    return (
        duration("interval", f"time from the start of one {what} to the next"),
        duration("runtime", f"how long one {what} takes from start to finish"),
        text("starts", f"what starts one {what}: the clock, or its input", *STARTS),
        clock("at", f"time of day at which the {what} starts, like 02:00"),
        clock("by", f"time of day by which the {what} must be done"),
    )


def lag(what: str) -> Attribute:
    """Return the attribute that says how far a stream job is behind."""
    return duration("lag", f"99th percentile of the delay from {what}")


def accepted_by() -> tuple[Attribute, ...]:
    """Return what says before whom nothing is done, and of what part that holds."""
    return (
        text("accepted-by", "component where a person accepts what it decides"),
        fraction("accepted-share", "part of its decisions that a person sees first"),
    )


def draws() -> tuple[Attribute, ...]:
    """Return what says how much energy of a device goes into what runs on it."""
    return (
        energy("energy-per-prediction", "energy of its device that a prediction takes"),
        power("power-draw", "power that its device spends on it during a prediction"),
        power("idle-power", "power that its device spends on it all day"),
    )


def at_a_desk() -> tuple[Attribute, ...]:
    """Return what says how fast people decide one case, and by when."""
    return (
        duration("sla", "time within which a case is decided"),
        duration("task-time", "time that one case takes a person"),
        duration("working-day", "time that a person spends on cases in a day"),
    )


STORAGE_PRICE = money("cost-per-tb-month", "price of keeping a terabyte for a month")
"""What a store costs by what lies in it, besides what it costs to run."""

SENDS: tuple[Attribute, ...] = (
    volume("bandwidth", "bytes in a time that it can send to devices, all together"),
    money("cost-per-gb", "price of sending a gigabyte out"),
)
"""What says how fast, and how dear, new versions get to a fleet of devices."""

"""What a formula takes: amounts that are something, and never endless.

Between the limits here, a product of five amounts is still a number that a computer can
write down, so that a formula which keeps to them never answers "infinite".
"""

LARGEST = 1e60
"""No amount of anything in a design is larger: the earth has fewer atoms."""

SMALLEST = 1e-60
"""No divisor is smaller: what is divided by it stays a number."""


def check_amounts(**amounts: float) -> None:
    """Refuse what is no amount of anything: below 0, endless, or not a number.

    Raises:
        ValueError: one of `amounts` does not lie between 0 and 1e60.
    """
    for name, amount in amounts.items():
        if not 0 <= amount <= LARGEST:
            raise ValueError(f"{_said(name)} lies between 0 and {LARGEST:g}")


def check_divisors(**amounts: float) -> None:
    """Refuse what nothing can be divided by.

    Raises:
        ValueError: one of `amounts` does not lie between 1e-60 and 1e60.
    """
    for name, amount in amounts.items():
        if not SMALLEST <= amount <= LARGEST:
            raise ValueError(
                f"{_said(name)} lies above 0: between {SMALLEST:g} and {LARGEST:g}"
            )


def check_quantile(q: float) -> None:
    """Refuse what is no share of calls that a quantile can be asked for.

    Raises:
        ValueError: `q` is not between 0 and 1, such as 0.99.
    """
    if not 0 < q < 1:
        raise ValueError("a quantile lies between 0 and 1: p99 is 0.99")


def _said(name: str) -> str:
    return name.replace("_", " ")

"""Federated training: updates and traffic of a round, and who takes part."""

from math import expm1, log1p

from designkit.quantities.bounds import (
    finite,
    require_count,
    require_not_negative,
    require_positive,
    require_share,
)


@finite
def updates(asked: float, drop_out: float) -> float:
    """Return the updates that come back in a round: K * (1 - d).

    Of `asked` devices the share `drop_out` sends nothing back, because it went offline,
    lost its charger or was too slow: 6% to 10% in practice (Bonawitz and others 2019,
    Towards Federated Learning at Scale: System Design, section 9).

    Raises:
        ValueError: a number is below 0, or the share is not from 0 to 1.
    """
    require_not_negative(asked=asked)
    require_share(drop_out=drop_out)
    return asked * (1 - drop_out)


@finite
def traffic(rounds: float, asked: float, size: float) -> float:
    """Return the bytes of rounds in which devices move `size` each: R * K * b.

    Down, each device that is asked gets the model; up, each that does not drop out
    sends its update (McMahan and others 2017, Communication-Efficient Learning of Deep
    Networks from Decentralized Data, algorithm 1).

    Raises:
        ValueError: a number is below 0.
    """
    require_not_negative(rounds=rounds, asked=asked, size=size)
    return rounds * asked * size


@finite
def ever_asked(devices: float, asked: float, rounds: float) -> float:
    """Return the part of a fleet that some round asks: 1 - (1 - K / N) ^ R.

    Each round draws `asked` of `devices` anew, all with the same chance, as algorithm 1
    of McMahan and others 2017 does. Devices that are seldom online are asked less.

    Raises:
        ValueError: there is no device, more are asked than there are, or a number is
            below 0.
    """
    require_positive(devices=devices)
    require_count(devices=devices)
    require_not_negative(asked=asked, rounds=rounds)
    require_share(part_that_is_asked=asked / devices)
    if asked == devices:
        return float(rounds > 0)
    return -expm1(rounds * log1p(-asked / devices))

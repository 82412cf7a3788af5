"""How long a training takes, and what it costs.

Money has the unit of the prices of a design: so much per second. A price per hour is
divided by 3600 before.
"""

from designkit.quantities.bounds import (
    finite,
    require_not_negative,
    require_positive,
    require_share,
)

FLOP = 6
"""Operations per parameter and token: 2 of the pass forward, 4 of the one back."""


@finite
def training_time(
    examples: float,
    epochs: float,
    rate: float,
    *,
    devices: float = 1,
    efficiency: float = 1,
) -> float:
    """Return the seconds of a training: N * epochs / (v * devices * efficiency).

    A device alone learns from `rate` examples a second, and `efficiency` is the part of
    it that is left when all of them work together. Both are to be measured, with the
    real data: what reads the examples or looks up embeddings is often slower than what
    computes. Start-up, evaluation and checkpoints are not in it.

    Source: the definition of speed-up and efficiency in Eager, Zahorjan and Lazowska
    1989, Speedup Versus Efficiency in Parallel Systems, IEEE Transactions on Computers
    38(3).

    Raises:
        ValueError: a number is negative, or there is no rate, device or efficiency.
    """
    require_not_negative(examples=examples, epochs=epochs)
    require_positive(rate=rate, devices=devices, efficiency=efficiency)
    require_share(efficiency=efficiency)
    return examples * epochs / (rate * devices * efficiency)


@finite
def training_cost(devices: float, price: float, time: float) -> float:
    """Return the money for `devices` over `time` seconds: devices * price * time.

    The `price` is that of one device for one second. A run that fails costs the same,
    and a search over settings pays for each of its trials.

    Raises:
        ValueError: a number is negative.
    """
    require_not_negative(devices=devices, price=price, time=time)
    return devices * price * time


@finite
def transformer_work(parameters: float, tokens: float) -> float:
    """Return the operations that train a dense transformer: 6 * parameters * tokens.

    Only parameters that every token uses count: those of embedding tables do not, and
    of a mixture of experts only the chosen ones. What attention adds for long contexts
    is left out. Models that are mostly embeddings wait for memory, not for arithmetic;
    for them this says nothing and `training_time` with a measured rate does.

    Source: Kaplan et al. 2020, Scaling Laws for Neural Language Models, section 2.1.

    Raises:
        ValueError: a number is negative.
    """
    require_not_negative(parameters=parameters, tokens=tokens)
    return FLOP * parameters * tokens


@finite
def work_time(flop: float, flop_rate: float, utilisation: float) -> float:
    """Return the seconds that `flop` operations take: W / (rate * utilisation).

    The `flop_rate` is what all devices do in a second by their data sheet, at the
    precision that is used; `utilisation` is the part of it that the model gets. For
    large language models 0.3 to 0.5 is usual, for others often far less.

    Source: Chowdhery et al. 2022, PaLM: Scaling Language Modeling with Pathways,
    section 4.1, on the utilisation of the model's own operations.

    Raises:
        ValueError: the work is negative, or there is no rate or no utilisation.
    """
    require_not_negative(work=flop)
    require_positive(flop_rate=flop_rate, utilisation=utilisation)
    require_share(utilisation=utilisation)
    return flop / (flop_rate * utilisation)

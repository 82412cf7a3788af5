"""Whether it pays to answer from a cache of similar questions, which may be wrong."""

from designkit.quantities.bounds import (
    finite,
    require_not_negative,
    require_positive,
    require_share,
)


@finite
def saved_per_question(hits: float, call: float, lookup: float) -> float:
    """Return the money that a question saves: h * c - l; below 0 it costs.

    `call` is the money of a call, `lookup` that of looking for a similar question.

    Raises:
        ValueError: the hit ratio is not from 0 to 1, or money is negative.
    """
    require_share(hit_ratio=hits)
    require_not_negative(cost_of_a_call=call, cost_of_a_lookup=lookup)
    return hits * call - lookup


@finite
def harm_per_question(hits: float, false_hits: float, harm: float) -> float:
    """Return the money that false hits cost a question: h * f * C.

    `false_hits` is the share of hits with the wrong answer, `harm` what one costs.

    Raises:
        ValueError: a share is not from 0 to 1, or money is negative.
    """
    require_share(hit_ratio=hits, false_hits=false_hits)
    require_not_negative(harm=harm)
    return hits * false_hits * harm


@finite
def false_hits_allowed(hits: float, call: float, lookup: float, harm: float) -> float:
    """Return the share of false hits up to which it pays: (c - l / h) / C, from 0 to 1.

    Raises:
        ValueError: there are no hits, a wrong answer does no harm, or money is
            negative.
    """
    require_positive(hit_ratio=hits, harm=harm)
    saved = saved_per_question(hits, call, lookup) / hits
    return min(1.0, max(0.0, saved / harm))

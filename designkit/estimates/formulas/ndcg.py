"""How good an order is: discounted cumulative gain."""

from collections.abc import Sequence
from math import exp2, log2

from designkit.quantities.bounds import finite, require_not_negative


@finite
def dcg(relevances: Sequence[float]) -> float:
    """Return the gain of items in this order: the sum of (2^rel - 1) / log₂(place + 1).

    The first place is 1. The relevance of an item is a grade from 0 on; with grades as
    exponents one perfect item is worth more than several good ones.

    Source: Burges et al. 2005, Learning to Rank Using Gradient Descent, ICML; the
    discount is that of Järvelin and Kekäläinen 2002, Cumulated Gain-Based Evaluation of
    IR Techniques, ACM Transactions on Information Systems 20(4).

    Raises:
        ValueError: a relevance is negative, or too large to be a grade.
    """
    for relevance in relevances:
        require_not_negative(relevance=relevance)
    places = enumerate(relevances, start=1)
    return sum((exp2(relevance) - 1) / log2(place + 1) for place, relevance in places)


@finite
def ndcg(relevances: Sequence[float]) -> float:
    """Return the gain of items in this order as a part of that in the best order.

    The best order is that of the same items. A list that lacks the best ones can have
    1: what retrieval has missed is seen by its recall alone.

    Raises:
        ValueError: a relevance is negative, or none is above 0.
    """
    best = dcg(sorted(relevances, reverse=True))
    if not best:
        raise ValueError("no order is best where nothing is relevant")
    return min(1.0, dcg(relevances) / best)

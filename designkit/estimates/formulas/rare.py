"""What a rate of false positives means where positives are rare, and a probability.

The true positive rate is the part of the positives that is flagged (recall), the false
positive rate the part of the negatives; the base rate is the part of all items that are
positive.
"""

import math
from statistics import NormalDist

from designkit.quantities.bounds import (
    finite,
    require_between,
    require_not_negative,
    require_positive,
    require_share,
)


@finite
def precision(base_rate: float, tpr: float, fpr: float) -> float:
    """Return the part of the flagged that is positive: πt / (πt + (1 - π)f).

    The base rate has to be that of the traffic. A test set with as many positives as
    negatives shows a precision that nobody will see.

    Source: Axelsson 2000, The Base-Rate Fallacy and the Difficulty of Intrusion
    Detection, ACM Transactions on Information and System Security 3(3).

    Raises:
        ValueError: a rate is not from 0 to 1, or nothing is flagged.
    """
    require_share(base_rate=base_rate, tpr=tpr, fpr=fpr)
    flagged = _flagged(base_rate, tpr, fpr)
    if not flagged:
        raise ValueError("nothing is flagged, so that no part of it is positive")
    return base_rate * tpr / flagged


@finite
def fpr_for_precision(base_rate: float, tpr: float, precision: float) -> float:
    """Return the false positive rate of a `precision`: πt(1 - P) / (P(1 - π)).

    It is at most 1: a precision that even flagging all negatives does not go below.

    Raises:
        ValueError: the base rate is not between 0 and 1, another is not from 0 to 1, or
            the precision is 0.
    """
    require_between(base_rate=base_rate)
    require_share(tpr=tpr, precision=precision)
    require_positive(precision=precision)
    odds = base_rate / (1 - base_rate)
    return min(1.0, tpr * odds * ((1 - precision) / precision))


@finite
def alerts_per_day(items: float, base_rate: float, tpr: float, fpr: float) -> float:
    """Return what is flagged of `items` a day: N * (πt + (1 - π)f).

    Raises:
        ValueError: the items are negative, or a rate is not from 0 to 1.
    """
    require_not_negative(items=items)
    require_share(base_rate=base_rate, tpr=tpr, fpr=fpr)
    return items * _flagged(base_rate, tpr, fpr)


@finite
def reviewers_needed(tasks: float, time: float, productive_time: float) -> float:
    """Return the people who work off `tasks` a day: tasks * time / productive time.

    Both times are in seconds: that of one task, and what a person has for tasks in a
    day, five to six hours of eight. Not rounded; weekends, leave, second opinions and
    the peaks of an attack come on top.

    Raises:
        ValueError: a number is negative, or people have no time.
    """
    require_not_negative(tasks=tasks, time=time)
    require_positive(productive_time=productive_time)
    return tasks * time / productive_time


@finite
def corrected_probability(probability: float, kept: float) -> float:
    """Return the true probability behind one of sampled negatives: p / (p + (1 - p)/w).

    The model was trained with all positives and the share `kept` of the negatives, and
    without weights. Where negatives weigh 1 / kept in training, or a calibrator has
    seen unsampled data, it is already done; twice is as wrong as not at all.

    Source: He et al. 2014, Practical Lessons from Predicting Clicks on Ads at Facebook,
    section 6.3.

    Raises:
        ValueError: the probability is not from 0 to 1, or no negatives are kept.
    """
    require_share(probability=probability, kept_share=kept)
    require_positive(kept_share=kept)
    positives = probability * kept
    return positives / (positives + (1 - probability))


@finite
def cost_threshold(false_positive: float, false_negative: float) -> float:
    """Return the probability from which acting is cheaper: C(FP) / (C(FP) + C(FN)).

    It holds for probabilities that are calibrated, and for costs that are the same for
    all items: a fraud of 1,000 has another threshold than one of 10. What a right
    decision costs or earns has to be taken off both.

    Source: Elkan 2001, The Foundations of Cost-Sensitive Learning, IJCAI.

    Raises:
        ValueError: a cost is negative, or both are nothing.
    """
    require_not_negative(false_positive=false_positive, false_negative=false_negative)
    return false_positive / (false_positive + false_negative)


@finite
def binormal_auc(tpr: float, fpr: float) -> float:
    """Return the area under a ROC curve through one point: Φ((z(TPR) - z(FPR)) / √2).

    The scores are taken as normal in both classes, with the same variance; curves of
    other shapes go through the same point with other areas.

    Source: Green and Swets 1966, Signal Detection Theory and Psychophysics.

    Raises:
        ValueError: a rate is not between 0 and 1.
    """
    require_between(tpr=tpr, fpr=fpr)
    quantile = NormalDist().inv_cdf
    return math.erfc((quantile(fpr) - quantile(tpr)) / 2) / 2


@finite
def normalised_entropy(log_loss: float, base_rate: float) -> float:
    """Return the log loss as a part of the one that the base rate alone has.

    Log loss / -(π ln π + (1 - π) ln(1 - π)), both in nats per example and on the same
    data. Lower is better and 1 is a model that knows nothing but the rate; above, it is
    worse than that. Without the division, rare positives make every log loss look good.

    Source: He et al. 2014, Practical Lessons from Predicting Clicks on Ads at Facebook,
    section 2.

    Raises:
        ValueError: the loss is negative, or the rate is not between 0 and 1.
    """
    require_not_negative(log_loss=log_loss)
    require_between(base_rate=base_rate)
    negatives = 1 - base_rate
    entropy = -base_rate * math.log(base_rate) - negatives * math.log1p(-base_rate)
    return log_loss / entropy


def _flagged(base_rate: float, tpr: float, fpr: float) -> float:
    return base_rate * tpr + (1 - base_rate) * fpr

"""The ML Test Score: 28 tests of how ready an ML system is for production.

Eric Breck, Shanqing Cai, Eric Nielsen, Michael Salib and D. Sculley, The ML Test
Score: A Rubric for ML Production Readiness and Technical Debt Reduction, IEEE Big
Data 2017. The tests and their numbers are theirs, the words are ours.
"""

from dataclasses import dataclass
from enum import StrEnum

SOURCE = "https://research.google/pubs/pub46555/"


class ReadinessArea(StrEnum):
    """One of the four sections, of seven tests each, by the letter of its tests."""

    DATA = "D"
    MODEL = "M"
    INFRASTRUCTURE = "I"
    MONITORING = "O"

    @property
    def heading(self) -> str:
        """What the section is called."""
        return self.name.capitalize()


@dataclass(frozen=True, slots=True)
class ReadinessTest:
    """One of the tests: what holds if it is passed, and how to ask for it.

    `rules` are those that find a design which fails it. `gaps` are what the rule
    ``monitor-gap`` then misses.
    """

    section: ReadinessArea
    number: int
    claim: str
    question: str
    rules: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The letter of the section with the number: ``D1``."""
        return f"{self.section}{self.number}"


DATA = (
    ReadinessTest(
        ReadinessArea.DATA,
        1,
        "Features have a schema of expectations",
        "Which types, ranges and null rates are expected, and what checks them?",
        ("no-validation", "no-event-schema"),
    ),
    ReadinessTest(
        ReadinessArea.DATA,
        2,
        "Every feature earns its place",
        "What is lost without each feature family, and when was that last measured?",
    ),
    ReadinessTest(
        ReadinessArea.DATA,
        3,
        "No feature costs more than it brings",
        "What does each feature cost in money, delay and upkeep against its gain?",
        ("too-dear",),
    ),
    ReadinessTest(
        ReadinessArea.DATA,
        4,
        "Features keep to what may be used",
        "Which data may the model not use, and what stops a feature that does?",
        ("unclassified-data", "sensitive-feature", "unlicensed-input"),
    ),
    ReadinessTest(
        ReadinessArea.DATA,
        5,
        "Personal data is guarded all the way",
        "Who can read personal data, how long is it kept, what deletes it everywhere?",
        (
            "unclassified-data",
            "personal-data-forever",
            "no-deletion-path",
            "consent-not-wired",
        ),
    ),
    ReadinessTest(
        ReadinessArea.DATA,
        6,
        "A new feature is soon in production",
        "How many days from the idea of a feature to its first served value?",
    ),
    ReadinessTest(
        ReadinessArea.DATA,
        7,
        "The code of features is tested",
        "Which tests run on the code of each feature, for training and for serving?",
        ("two-implementations",),
    ),
)

MODEL = (
    ReadinessTest(
        ReadinessArea.MODEL,
        1,
        "Model code is reviewed and versioned",
        "Where does the training code live, and who reviews a change before it runs?",
        ("irreproducible", "config-unreviewed"),
    ),
    ReadinessTest(
        ReadinessArea.MODEL,
        2,
        "Offline gains foretell online gains",
        "In past releases, did the offline metric order the online results rightly?",
        ("no-link-to-online",),
    ),
    ReadinessTest(
        ReadinessArea.MODEL,
        3,
        "Hyperparameters are tuned",
        "Which hyperparameters were searched, how, and how long ago?",
    ),
    ReadinessTest(
        ReadinessArea.MODEL,
        4,
        "How long a model stays good is known",
        "How much worse is a model of last week, of last month, on today's traffic?",
        ("no-retraining", "no-max-age", "age-over-limit"),
    ),
    ReadinessTest(
        ReadinessArea.MODEL,
        5,
        "No simpler model does as well",
        "What does the simplest model reach on the same data, and who keeps it alive?",
        ("no-baseline",),
    ),
    ReadinessTest(
        ReadinessArea.MODEL,
        6,
        "Quality holds on slices that matter",
        "On which groups of cases is quality measured alone, and what must it reach?",
        ("no-slices",),
    ),
    ReadinessTest(
        ReadinessArea.MODEL,
        7,
        "No group of people is treated worse",
        "Which groups could the model treat worse, and how is that measured?",
        ("no-fairness-check",),
    ),
)

INFRASTRUCTURE = (
    ReadinessTest(
        ReadinessArea.INFRASTRUCTURE,
        1,
        "A training can be repeated",
        "Do two trainings on the same data, code and seed give the same model?",
        ("irreproducible",),
    ),
    ReadinessTest(
        ReadinessArea.INFRASTRUCTURE,
        2,
        "Model code has unit tests",
        "Which tests train one step on made-up data, and run on every change?",
    ),
    ReadinessTest(
        ReadinessArea.INFRASTRUCTURE,
        3,
        "The pipeline is tested end to end",
        "What runs the whole pipeline on a small sample before a change goes in?",
        ("no-orchestration",),
    ),
    ReadinessTest(
        ReadinessArea.INFRASTRUCTURE,
        4,
        "Quality is checked before serving",
        "Which numbers must a candidate reach, and what stops it if it does not?",
        ("no-eval-gate", "gate-without-threshold", "auto-promote-ungated"),
    ),
    ReadinessTest(
        ReadinessArea.INFRASTRUCTURE,
        5,
        "One case can be followed step by step",
        "Can an engineer replay one prediction and see every value on its way?",
        ("store-read-inconsistent", "no-audit-trail"),
    ),
    ReadinessTest(
        ReadinessArea.INFRASTRUCTURE,
        6,
        "A release starts on little traffic",
        "How much traffic does a new model get first, and what ends that early?",
        ("big-bang", "canary-blind", "auto-promote-ungated"),
    ),
    ReadinessTest(
        ReadinessArea.INFRASTRUCTURE,
        7,
        "A release can be taken back",
        "How long does it take to serve the last version, and when was it practised?",
        ("no-rollback", "nothing-to-roll-back-to", "no-registry"),
    ),
)

MONITORING = (
    ReadinessTest(
        ReadinessArea.MONITORING,
        1,
        "Changes upstream are announced",
        "Who tells the team before a source, a schema or a vendor changes?",
        ("upstream-surprise",),
    ),
    ReadinessTest(
        ReadinessArea.MONITORING,
        2,
        "Inputs hold to their invariants",
        "Which properties of the live inputs raise an alarm, and at what value?",
        ("no-validation", "drift-without-reference"),
        ("data", "features"),
    ),
    ReadinessTest(
        ReadinessArea.MONITORING,
        3,
        "Training and serving see one value",
        "How often do logged features differ from those the training set holds?",
        (
            "two-implementations",
            "offline-only-feature",
            "no-feature-log",
            "skew-unwatched",
        ),
    ),
    ReadinessTest(
        ReadinessArea.MONITORING,
        4,
        "No served model is too old",
        "At what age of the model, or of an input of it, does an alarm ring?",
        ("no-retraining", "no-max-age", "age-over-limit"),
    ),
    ReadinessTest(
        ReadinessArea.MONITORING,
        5,
        "Numbers stay finite",
        "What notices NaN, infinity or dead units in training and in serving?",
    ),
    ReadinessTest(
        ReadinessArea.MONITORING,
        6,
        "Speed and memory do not get worse",
        "Which trends of training time, latency, throughput and memory are watched?",
        ("no-monitoring", "slow-leak-unwatched"),
        ("operations",),
    ),
    ReadinessTest(
        ReadinessArea.MONITORING,
        7,
        "Predictions do not get worse",
        "What measures quality on served traffic, and how late are its labels?",
        ("no-monitoring", "blind-until-labels", "prediction-bias-unwatched"),
        ("model quality", "predictions"),
    ),
)

TESTS = (*DATA, *MODEL, *INFRASTRUCTURE, *MONITORING)

"""What kinds of components have in common: rules and figures ask for a role."""

from enum import StrEnum


class Role(StrEnum):
    """What components of several kinds do alike, whatever else they are.

    A kind names its roles in its own entry, so that whoever asks for a role need not
    know the kinds.
    """

    RUNS_MODEL = "runs-model"
    """Runs a model and gives predictions."""

    READS_LIVE = "reads-live"
    """Reads feature values at the moment it predicts."""

    ORIGIN = "origin"
    """Data enters the system here."""

    SINK = "sink"
    """What comes in has arrived: at people, in an archive, in a system of others."""

    ESSENTIAL = "essential"
    """Does the work of its stage; one such makes the stage be there."""

    TRANSFORM = "transform"
    """Turns raw data into features."""

    COMPUTES = "computes"
    """Works values out, where others only carry them on."""

    ON_DEMAND = "on-demand"
    """Works only when it is asked."""

    STREAM_READER = "stream-reader"
    """Keeps up with the events of a log."""

    SCHEDULED_FEED = "scheduled-feed"
    """Brings features up to date by the clock."""

    KEEPS_ROWS = "keeps-rows"
    """Keeps rows about a person, who may ask to have them deleted."""

    KEEPS_HISTORY = "keeps-history"
    """Keeps what features were, for as long as it says."""

    KEEPS_ANSWERS = "keeps-answers"
    """Keeps answers that were worked out before they are asked for."""

    KEEPS_PREDICTIONS = "keeps-predictions"
    """Keeps predictions as well, where a flow brings them."""

    AWAITS_OUTCOME = "awaits-outcome"
    """Its rows wait to be joined to an outcome."""

    SERVING_LOG = "serving-log"
    """Records what was served: the features read or the prediction."""

    UNFILTERED = "unfiltered"
    """Holds everything that came in, whatever was decided about it."""

    NARROWS = "narrows"
    """Cuts a catalogue down to a few candidates."""

    CHOOSES = "chooses"
    """Decides what takes part or is shown, so that it can hold something back."""

    SIFTS = "sifts"
    """Lets only a part of the requests through to what comes next."""

    PASSES_ON = "passes-on"
    """Lets pass what comes in, whatever it is, and makes nothing of another type."""

    ALTERNATES = "alternates"
    """One may take the place of another: regions, arms of an experiment."""

    JUDGED_BY_PEOPLE = "judged-by-people"
    """People look at cases here and judge them."""

    RELEASES = "releases"
    """Keeps models and brings them into service."""

    PROTECTS = "protects"
    """Protects the people concerned: consent, deletion, record, appeal."""

    FEEDS_TRAINING = "feeds-training"
    """Brings what happened in service back to training."""

    LOOP_PREDICTS = "loop-predicts"
    """Station of the feedback loop: predict and act."""

    LOOP_LOGS = "loop-logs"
    """Station of the feedback loop: log."""

    LOOP_LABELS = "loop-labels"
    """Station of the feedback loop: observe and label."""

    LOOP_LEARNS = "loop-learns"
    """Station of the feedback loop: learn again."""

    LOOP_WATCHES = "loop-watches"
    """Station of the feedback loop: watch and retrain."""

"""Takes names, technologies, flows or numbers out of a picture, for a worksheet."""

from designkit.handouts.masking.answers import (
    ArrowAnswer,
    BoxAnswer,
    FigureAnswer,
    Masked,
    answer_key,
)
from designkit.handouts.masking.mask import Mask
from designkit.handouts.masking.pictures import masked
from designkit.handouts.masking.redaction import Secrets, redacted
from designkit.handouts.masking.secrecy import secrets

__all__ = [
    "ArrowAnswer",
    "BoxAnswer",
    "FigureAnswer",
    "Mask",
    "Masked",
    "Secrets",
    "answer_key",
    "masked",
    "redacted",
    "secrets",
]

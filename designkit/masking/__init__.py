"""Takes names, technologies, flows or numbers out of a picture, for a worksheet."""

from designkit.masking.answers import (
    ArrowAnswer,
    BoxAnswer,
    FigureAnswer,
    Masked,
    answer_key,
)
from designkit.masking.mask import Mask
from designkit.masking.pictures import masked
from designkit.masking.redaction import Secrets, redacted
from designkit.masking.secrecy import secrets

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

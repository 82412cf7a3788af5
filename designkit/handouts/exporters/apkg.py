"""Anki: a deck that is updated when it is imported again."""

import hashlib
import io
import tempfile
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from designkit.errors import MissingLibraryError
from designkit.handouts.anki_html import anki_html
from designkit.handouts.deck import Card, Deck
from designkit.handouts.exporter import exporter

if TYPE_CHECKING:
    import genanki

EPOCH = 1_577_836_800.0
"""What stands for the time of making (2020), so that equal decks are equal files."""

DATE = (2020, 1, 1, 0, 0, 0)
STYLE = """
.card {
  font: 19px/1.45 Inter, "Helvetica Neue", Arial, sans-serif; max-width: 42em;
  margin: 1em auto; padding: 0 1em; text-align: left; color: #1a2233; background: #fff;
}
.sort { color: #5a6475; font-size: 14px; }
.nightMode.card { color: #eef2f8; background: #10151f; }
table { border-collapse: collapse; }
td, th { border: 1px solid #7b8698; padding: .2em .5em; }
"""
FRONT = '<div class="sort">{{Sort}}</div>{{Front}}'
BACK = '{{FrontSide}}<hr id="answer">{{Back}}'


@exporter("apkg")
def apkg(deck: Deck) -> bytes:
    """An Anki deck; importing it again updates the cards. Needs genanki.

    Raises:
        MissingLibraryError: genanki is not installed.
    """
    if find_spec("genanki") is None:
        raise MissingLibraryError("genanki", "pip install genanki")
    import genanki

    made = genanki.Deck(_number(deck.id), deck.title)
    model = _model()
    for card in deck.cards:
        made.add_note(_note(card, model))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deck.apkg"
        genanki.Package(made).write_to_file(str(file), timestamp=EPOCH)
        return _undated(file.read_bytes())


def _model() -> "genanki.Model":
    import genanki

    return genanki.Model(
        _number("designkit.card"),
        "designkit",
        fields=[{"name": name} for name in ("Id", "Sort", "Front", "Back")],
        templates=[{"name": "Card", "qfmt": FRONT, "afmt": BACK}],
        css=STYLE,
    )


def _note(card: Card, model: "genanki.Model") -> "genanki.Note":
    import genanki

    return genanki.Note(
        model=model,
        fields=[card.id, card.sort, anki_html(card.front), anki_html(card.back)],
        tags=list(card.tags),
        guid=genanki.guid_for("designkit", card.id),
    )


def _number(text: str) -> int:
    """Return a number that stands for `text`, in the range that Anki takes."""
    digest = hashlib.sha256(text.encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4], "big") % (1 << 30)


def _undated(data: bytes) -> bytes:
    """Give every file in the package the same date."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, DATE), old.read(name))
    return made.getvalue()

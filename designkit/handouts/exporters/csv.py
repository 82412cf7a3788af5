"""CSV: a card a line, for Anki, for spreadsheets, and for whatever imports cards."""

import csv as library
import io

from designkit.handouts.anki_html import anki_html
from designkit.handouts.deck import Deck
from designkit.handouts.exporter import exporter
from designkit.text.escape import csv_cell, one_line
from designkit.text.lines import BYTE_ORDER_MARK

COLUMNS = ("Id", "Front", "Back", "Sort", "Tags")
"""Named like the fields of a note of Anki, which is how it finds the two sides."""


@exporter("csv")
def csv(deck: Deck) -> bytes:
    """A card a line, as Anki imports it: id, front, back, sort and tags, in UTF-8."""
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK * deck.is_marked)
    text.writelines(f"#{line}\n" for line in _head(deck))
    writer = library.writer(text, lineterminator="\n")
    for card in deck.cards:
        sides = anki_html(card.front), anki_html(card.back)
        cells = (card.id, *sides, card.sort, " ".join(card.tags))
        writer.writerow(map(csv_cell, cells))
    return text.getvalue().encode()


def _head(deck: Deck) -> tuple[str, ...]:
    """Return what Anki reads before the cards."""
    return (
        "separator:Comma",
        "html:true",
        f"deck:{one_line(deck.title)}",
        f"columns:{','.join(COLUMNS)}",
        f"guid column:{COLUMNS.index('Id') + 1}",
        f"tags column:{COLUMNS.index('Tags') + 1}",
    )

"""CSV: a card a line, for spreadsheets and for whatever imports cards."""

import csv as library
import io

from designkit.handouts.deck import Deck
from designkit.handouts.exporter import exporter
from designkit.text.escape import csv_cell

COLUMNS = ("id", "sort", "front", "back", "tags")


@exporter("csv")
def csv(deck: Deck) -> bytes:
    """A card a line: id, sort, front, back and tags, in UTF-8."""
    text = io.StringIO(newline="")
    writer = library.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for card in deck.cards:
        cells = (card.id, card.sort, card.front, card.back, " ".join(card.tags))
        writer.writerow(map(csv_cell, cells))
    return text.getvalue().encode()

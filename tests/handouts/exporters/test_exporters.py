"""Decks of cards can be imported, again and again."""

import csv
import io
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest

from designkit.handouts.deck import Card, Deck
from designkit.handouts.exporters import exporter_names, find_exporter
from tests.decks import deck_of
from tests.hostile import every_hostile_text
from tests.mutated import DESIGNS

SMALL = Deck(
    "designkit.small",
    "designkit::Small",
    (
        Card(
            "small.question.1",
            "follow-up",
            "Why *so*?",
            "Because `x < 1`.",
            ("small", "core"),
        ),
        Card(
            "small.number.peak",
            "number",
            "=1+1",
            "**347/s**\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        ),
    ),
)


def imported(folder: Path, *packages: bytes) -> list[tuple[int, int, int, int]]:
    """Import packages one after the other; give notes, cards, new and updated of each."""
    collection = Collection(str(folder / "c.anki2"))
    found = []
    for number, data in enumerate(packages):
        file = folder / f"{number}.apkg"
        file.write_bytes(data)
        log = collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=str(file))
        ).log
        counts = collection.note_count(), collection.card_count()
        found.append((*counts, len(log.new), len(log.updated)))
    collection.close()
    return found


def test_csv_has_a_line_for_each_card_and_no_formulas() -> None:
    text = find_exporter("csv").export(SMALL).decode()
    rows = list(csv.reader(io.StringIO(text)))

    assert rows == [
        ["id", "sort", "front", "back", "tags"],
        [
            "small.question.1",
            "follow-up",
            "Why *so*?",
            "Because `x < 1`.",
            "small core",
        ],
        ["small.number.peak", "number", "'=1+1", SMALL.cards[1].back, ""],
    ]


@pytest.mark.parametrize("name", DESIGNS)
def test_a_deck_is_imported_whole_and_importing_it_twice_adds_nothing(
    name: str, tmp_path: Path
) -> None:
    deck = deck_of(name)
    data = find_exporter("apkg").export(deck)
    count = len(deck.cards)

    assert count == len({card.id for card in deck.cards})
    assert imported(tmp_path, data, data) == [
        (count, count, count, 0),
        (count, count, 0, 0),
    ]


def test_a_card_whose_text_changed_is_updated_and_not_added(tmp_path: Path) -> None:
    first, second = SMALL.cards
    newer = Card(first.id, first.sort, "Why so, again?", first.back, first.tags)
    changed = Deck(SMALL.id, SMALL.title, (newer, second))
    packages = [find_exporter("apkg").export(deck) for deck in (SMALL, changed)]
    found = imported(tmp_path, *packages)

    assert [counts[:3] for counts in found] == [(2, 2, 2), (2, 2, 0)]


@pytest.mark.parametrize("name", exporter_names())
def test_the_same_deck_is_the_same_file(name: str) -> None:
    export = find_exporter(name).export

    assert export(deck_of("fraud")) == export(deck_of("fraud"))


@every_hostile_text
def test_hostile_texts_stay_texts(text: str, tmp_path: Path) -> None:
    deck = Deck("x", "X", (Card("x.1", "number", text, text, ("x",)),))
    collection = Collection(str(tmp_path / "c.anki2"))
    file = tmp_path / "x.apkg"
    file.write_bytes(find_exporter("apkg").export(deck))
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(file)))
    (note,) = (collection.get_note(id) for id in collection.find_notes(""))
    fields = " ".join(note.fields).lower()
    rows = list(csv.reader(io.StringIO(find_exporter("csv").export(deck).decode())))
    collection.close()

    for word in ("<script", "<img", "<svg", "<b ", 'javascript:alert(1)"'):
        assert word not in fields
    assert len(rows) == 2
    assert rows[1][2][:1] not in ("=", "+", "-", "@")

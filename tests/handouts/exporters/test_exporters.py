"""Decks of cards can be imported, again and again."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import (
    Collection,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)
from inline_snapshot import snapshot

from designkit.handouts.deck import Card, Deck
from designkit.handouts.exporters import exporter_names, find_exporter
from tests.decks import deck_of
from tests.hostile import every_hostile_text
from tests.mutated import DESIGNS
from tests.sampled import sampled

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


def imported_csv(folder: Path, *texts: bytes) -> list[tuple[int, int]]:
    """Import texts one after the other; give the notes there are, and the new ones."""
    collection = Collection(str(folder / "c.anki2"))
    found = []
    for number, data in enumerate(texts):
        file = folder / f"{number}.csv"
        file.write_bytes(data)
        found.append((new_notes(collection, file), collection.note_count()))
    collection.close()
    return found


def new_notes(collection: Collection, file: Path) -> int:
    read = collection.get_csv_metadata(path=str(file), delimiter=None)
    asked = ImportCsvRequest(path=str(file), metadata=read)
    return len(collection.import_csv(asked).log.new)


def test_csv_has_a_line_for_each_card_behind_what_anki_reads() -> None:
    text = find_exporter("csv").export(SMALL).decode()

    assert text == snapshot("""\
#separator:Comma
#html:true
#deck:designkit::Small
#columns:Id,Front,Back,Sort,Tags
#guid column:1
#tags column:5
small.question.1,<p>Why <em>so</em>?</p>,<p>Because <code>x &lt; 1</code>.</p>,follow-up,small core
small.number.peak,<p>=1+1</p>,"<p><strong>347/s</strong></p>
<table>
<thead>
<tr>
<th>a</th>
<th>b</th>
</tr>
</thead>
<tbody>
<tr>
<td>1</td>
<td>2</td>
</tr>
</tbody>
</table>",number,
""")


def test_csv_is_marked_as_utf_8_only_where_that_is_asked() -> None:
    export = find_exporter("csv").export
    marked = export(replace(SMALL, is_marked=True))

    assert marked == "\ufeff".encode() + export(SMALL)


@sampled("name", DESIGNS, 4)
def test_a_csv_becomes_a_note_a_card_and_again_no_more(
    name: str, tmp_path: Path
) -> None:
    deck = deck_of(name)
    count = len(deck.cards)
    plain, marked = (
        find_exporter("csv").export(replace(deck, is_marked=mark))
        for mark in (False, True)
    )

    assert imported_csv(tmp_path, plain, marked) == [(count, count), (0, count)]


@pytest.mark.parametrize("format", ["csv", "apkg"])
def test_what_anki_acts_on_is_plain_text(format: str, tmp_path: Path) -> None:
    text = r"Say [sound:x.mp3], [latex]a[/latex], {{c1::gap}}, <b>bold</b>, \\(x\\)"
    card = Card("x.1", "number", text, "[$]y[/$]", ("x",))
    file = tmp_path / f"x.{format}"
    file.write_bytes(find_exporter(format).export(Deck("x", "X", (card,))))
    collection = Collection(str(tmp_path / "c.anki2"))
    if format == "csv":
        new_notes(collection, file)
    else:
        asked = ImportAnkiPackageRequest(package_path=str(file))
        collection.import_anki_package(asked)
    (note,) = (collection.get_note(id) for id in collection.find_notes(""))
    shown = note.cards()[0].render_output()
    sides = shown.question_text + shown.answer_text
    collection.close()

    assert (shown.question_av_tags, shown.answer_av_tags) == ([], [])
    assert "&#91;sound:x.mp3], &#91;latex]a&#91;/latex]" in sides
    assert "&#123;&#123;c1::gap}}, &lt;b&gt;bold&lt;/b&gt;" in sides
    assert '<span class="tex2jax_ignore">\\</span>(x' in sides
    assert "&#91;$]y&#91;/$]" in sides


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
    text = find_exporter("csv").export(deck).decode()
    rows = [row for row in csv.reader(io.StringIO(text)) if row[0][:1] != "#"]
    collection.close()

    for word in ("<script", "<img", "<svg", "<b ", 'javascript:alert(1)"'):
        assert word not in fields
    assert len(rows) == 1
    assert rows[0][1][:1] not in ("=", "+", "-", "@")

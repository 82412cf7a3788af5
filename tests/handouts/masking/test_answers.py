from inline_snapshot import snapshot

from designkit.documents.paper import Heading, Items, Table
from designkit.handouts.masking import Mask, answer_key, masked
from designkit.pictures.draw import draw_all
from tests.drawn import SMALL, design_of

DESIGN = design_of(SMALL)
DRAWINGS = draw_all(DESIGN, ("overview", "request-path"))


def test_the_key_of_a_picture() -> None:
    assert answer_key([masked(DRAWINGS["request-path"], DESIGN, Mask, 1)]) == snapshot(
        (
            Heading(text="Boxes"),
            Table(
                headings=("Box", "Name", "Technology"),
                rows=(
                    ("1", "Scorer", ""),
                    ("2", "Gate", "Envoy"),
                    ("4", "Store", "Redis"),
                    ("5", "Web shop", ""),
                ),
            ),
            Items(items=("Critical path: Web shop → Gate → Store → Scorer.",)),
            Heading(text="Arrows"),
            Table(
                headings=("Arrow", "From", "To", "Carries"),
                rows=(
                    ("a1", "4 Store", "1 Scorer", "feature values"),
                    ("a2", "5 Web shop", "2 Gate", "requests"),
                    ("a3", "2 Gate", "1 Scorer", "requests"),
                    ("a4", "1 Scorer", "5 Web shop", "response"),
                ),
            ),
            Heading(text="Numbers"),
            Table(
                headings=("Number", "Where", "Figures"),
                rows=(
                    ("n1", "4 Store", "p50 1 · p99 3 ms"),
                    ("n2", "4 Store", "14% of the budget"),
                    ("n3", "2 Gate", "p50 2 · p99 6 ms"),
                    ("n4", "2 Gate", "29% of the budget"),
                    ("n5", "1 Scorer", "p50 5 · p99 12 ms"),
                    ("n6", "1 Scorer", "57% of the budget"),
                    (
                        "n7",
                        "Caption",
                        "Budget: the p99 of its hops add up to 21 ms; the medians add up to 8 ms. Percentiles do not add, so the budget is an upper bound; likely is a p99 of 15.9 ms.",
                    ),
                ),
            ),
        )
    )


def test_the_key_of_several_pictures_says_which_one_it_means() -> None:
    pictures = [masked(drawing, DESIGN, Mask, 1) for drawing in DRAWINGS.values()]
    tables = [block for block in answer_key(pictures) if isinstance(block, Table)]

    assert [table.headings[0] for table in tables] == ["Box", "Picture", "Picture"]
    assert len(tables[0].rows) == len(DESIGN.components)
    assert {row[0] for row in tables[2].rows} == {"Overview", "Request path"}


def test_technologies_without_names_need_no_numbers() -> None:
    (heading, table) = answer_key(
        [masked(DRAWINGS["overview"], DESIGN, (Mask.TECHNOLOGIES,))]
    )

    assert heading == Heading("Boxes")
    assert table == snapshot(
        Table(
            headings=("Name", "Technology"),
            rows=(
                ("Gate", "Envoy"),
                ("Log", "Kafka"),
                ("Store", "Redis"),
                ("Train", "XGBoost"),
            ),
        )
    )


def test_the_key_of_nothing_is_empty() -> None:
    assert (
        answer_key([]) == answer_key([masked(DRAWINGS["overview"], DESIGN, ())]) == ()
    )


def test_what_is_asked_of_a_line_of_figures_has_no_number() -> None:
    picture = masked(DRAWINGS["request-path"], DESIGN, (Mask.NUMBERS,))

    assert [(f.number, f.place, f.asked, f.text) for f in picture.figures] == snapshot(
        [
            (1, "Store", "p50 …… · p99 …… ms", "p50 1 · p99 3 ms"),
            (2, "Store", "……% of the budget", "14% of the budget"),
            (3, "Gate", "p50 …… · p99 …… ms", "p50 2 · p99 6 ms"),
            (4, "Gate", "……% of the budget", "29% of the budget"),
            (5, "Scorer", "p50 …… · p99 …… ms", "p50 5 · p99 12 ms"),
            (6, "Scorer", "……% of the budget", "57% of the budget"),
            (
                7,
                "Caption",
                "Budget: the p99 of its hops add up to …… ms; the medians add up to …… ms. Percentiles do not add, so the budget is an upper bound; likely is a p99 of …… ms.",
                "Budget: the p99 of its hops add up to 21 ms; the medians add up to 8 ms. Percentiles do not add, so the budget is an upper bound; likely is a p99 of 15.9 ms.",
            ),
        ]
    )

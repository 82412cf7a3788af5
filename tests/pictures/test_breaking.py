"""Where lines may end, in the scripts and the identifiers that people write."""

import pytest
from inline_snapshot import snapshot

from designkit.pictures.breaking import TextPiece, filled, in_letters, pieces


def parts(text: str, most: int = 8) -> list[str]:
    """The pieces of `text`, where words of more than `most` letters are too long."""
    return [
        piece.space + piece.text for piece in pieces(text, lambda it: len(it) > most)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Event  log\n", ["Event", " log"], id="spaces"),
        pytest.param("14\u00a0d long", ["14\u00a0d", " long"], id="no-break space"),
        pytest.param(
            "canary 1% · bake 30 min.",
            ["canary", " 1% ·", " bake", " 30 min."],
            id="links and units stay with what is before them",
        ),
        pytest.param("A → B", ["A →", " B"], id="arrows link"),
        pytest.param("A / B + C", ["A /", " B +", " C"], id="signs between words"),
        pytest.param("→ B", ["→", " B"], id="an arrow at the start"),
        pytest.param("4 stages", ["4", " stages"], id="a thing is no unit"),
        pytest.param(
            "fraud_scoring_model", ["fraud_", "scoring_", "model"], id="snake case"
        ),
        pytest.param("FraudScoringModel", ["Fraud", "Scoring", "Model"], id="camel"),
        pytest.param(
            "HTTPServerForXGBoost", ["HTTPServer", "For", "XGBoost"], id="caps"
        ),
        pytest.param(
            "com.example.fraud/v2", ["com.", "example.", "fraud/", "v2"], id="dots"
        ),
        pytest.param("version-1.25.0-rc1", ["version-1.25.0-", "rc1"], id="numbers"),
        pytest.param("3-D", ["3-D"], id="short words stay whole"),
        pytest.param("不正検知", ["不", "正", "検", "知"], id="Han"),
        pytest.param(
            "サーバー、「検知」",
            ["サー", "バー、", "「検", "知」"],
            id="what may not begin or end a line",
        ),
        pytest.param("온라인 저장소", ["온라인", " 저장소"], id="Hangul at spaces"),
        pytest.param(
            "온라인저장소와캐시계층",
            list("온라인저장소와캐시계층"),
            id="a long word of Hangul",
        ),
        pytest.param("Журнал событий", ["Журнал", " событий"], id="Cyrillic"),
        pytest.param("سجل ميزات", ["سجل", " ميزات"], id="Arabic"),
        pytest.param(
            "👩\u200d🔬漢", ["👩\u200d🔬", "漢"], id="a letter of several characters"
        ),
    ],
)
def test_a_text_parts_where_its_script_allows_it(text: str, wanted: list[str]) -> None:
    assert parts(text) == wanted


def test_what_has_no_joint_is_broken_into_letters_where_it_is_too_long() -> None:
    long = (TextPiece("ab"), TextPiece("cdef", " "))

    assert list(in_letters(long, lambda it: len(it) > 3)) == snapshot(
        [
            TextPiece(text="ab"),
            TextPiece(text="c", space=" "),
            TextPiece(text="d"),
            TextPiece(text="e"),
            TextPiece(text="f"),
        ]
    )


def test_lines_take_as_much_as_fits_and_one_piece_at_least() -> None:
    parted = pieces("one two three", lambda it: False)

    assert filled(parted, lambda it: len(it) <= 7) == ("one two", "three")
    assert filled(parted, lambda it: False) == ("one", "two", "three")

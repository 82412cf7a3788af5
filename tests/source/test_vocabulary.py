"""Kinds and data types of one's own."""

from pathlib import Path

import pytest

import designkit as dk
from designkit.analysis.facts import Facts
from designkit.catalog.kind import Stage
from designkit.catalog.role import Role
from designkit.checks.glossary.finding import find_terms
from designkit.errors import SettingsError
from designkit.model.vocabulary import LONGEST, MOST_WORDS
from designkit.source.kind_of import own_kinds, own_types
from designkit.source.loader import Loaded, load_changed, load_text
from designkit.source.settings import find_settings

HEAD = "designkit: 1\nname: Letters\nsystem: generic\n"
WORDS = """\
vocabulary:
  kinds:
    letter-service:
      like: service
      stage: serving
      takes: [decision]
      gives: [letter]
      glyph: tray
      definition: Prints and sends letters.
    vault: {like: lake, definition: A lake behind two locks.}
  types:
    letter: {like: response, definition: A letter on paper.}
"""
PARTS = """\
components:
  app: {kind: client}
  decide: {kind: decision-engine}
  letters: {kind: letter-service, service-time: 3 ms, pii: none}
  keep: {kind: vault, retention: 30 d}
flows:
  calls:
    - decide -> letters: decision
    - letters -> app: letter
"""


def told(text: str) -> list[str]:
    return [f"{d.code} {d.message}: {d.help}" for d in load_text(text).diagnostics]


def loaded() -> Loaded:
    return load_text(HEAD + WORDS + PARTS)


def test_a_kind_of_ones_own_is_what_it_is_like_but_for_what_it_says() -> None:
    design = loaded().design
    assert design is not None
    facts = Facts(design)
    kind = facts.kind_of("letters")

    assert (kind.name, kind.stage, kind.takes, kind.gives, kind.drawn_as) == (
        "letter-service",
        Stage.SERVING,
        ("decision",),
        ("letter",),
        "tray",
    )
    assert [part.id for part in facts.of_kind("service", "lake")] == ["letters", "keep"]
    assert [part.id for part in facts.with_role(Role.KEEPS_ROWS)] == ["keep"]
    assert not facts.lacks(Stage.SERVING)
    assert not facts.lacks(Stage.INGESTION)


def test_a_type_of_ones_own_goes_wherever_what_it_is_like_may_go() -> None:
    design = loaded().design
    assert design is not None

    assert [(f.carries, f.type_name) for f in design.flows] == [
        ("decision", "decision"),
        ("response", "letter"),
    ]
    assert [line for line in told(HEAD + WORDS + PARTS) if "DK030" in line] == []


def test_what_a_kind_does_not_take_or_give_is_told_with_its_own_name() -> None:
    flows = "    - letters -> app: response\n    - keep -> letters: label\n"

    assert [line for line in told(HEAD + WORDS + PARTS + flows) if "DK030" in line] == [
        "DK030 letters gives no response: its kind is letter-service: it gives letter",
        "DK030 letters takes no label: its kind is letter-service: it takes decision",
    ]


def test_a_number_may_be_changed_in_a_design_with_words_of_its_own() -> None:
    path = ("components", "letters", "service-time")
    design = load_changed(loaded(), {path: "5 ms"}).design
    assert design is not None

    assert str(design.components["letters"].quantity("service-time")) == "5 ms"


def test_a_misspelt_word_is_found_among_ones_own() -> None:
    text = HEAD + WORDS + PARTS.replace("kind: letter-", "kind: leter-")
    text = text.replace("app: letter", "app: leter")

    assert [line for line in told(text) if "DK02" in line] == [
        "DK020 unknown kind 'leter-service': did you mean letter-service?",
        "DK022 unknown data type 'leter': did you mean letter?",
    ]


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        pytest.param(
            "mail: {like: servise, definition: x}",
            "DK020 unknown kind 'servise': did you mean service?",
            id="like nothing",
        ),
        pytest.param(
            "service: {like: service, definition: x}",
            "DK023 there is a kind called service already: "
            "use it, or give yours another name",
            id="a name that is taken",
        ),
        pytest.param(
            "Mail: {like: service, definition: x}",
            "DK023 'Mail' is no name of a kind: use small letters, digits and hyphens",
            id="no name",
        ),
        pytest.param(
            "mail: {like: service, stage: servin, definition: x}",
            "DK013 unknown stage 'servin': did you mean serving?",
            id="no stage",
        ),
        pytest.param(
            "mail: {like: service, glyph: trai, definition: x}",
            "DK013 unknown glyph 'trai': did you mean tray?",
            id="no glyph",
        ),
        pytest.param(
            "mail: {like: service, takes: [decisions], definition: x}",
            "DK022 unknown data type 'decisions': did you mean decision?",
            id="no data type",
        ),
        pytest.param(
            f"mail: {{like: service, definition: {'x' * (LONGEST + 1)}}}",
            "DK013 the definition of mail is too long: say it in 500 letters",
            id="a long definition",
        ),
        pytest.param(
            "mail: {like: service}",
            "DK011 definition is missing in vocabulary.kinds.mail: "
            "add definition: what it is, in a sentence or two",
            id="no definition",
        ),
        pytest.param(
            "mail: {like: service, definition: x, needs: [label]}",
            "DK010 unknown key 'needs' in vocabulary.kinds.mail: "
            "known here: definition, gives, glyph, like, stage, takes",
            id="an unknown key",
        ),
    ],
)
def test_what_is_wrong_with_a_kind_is_told_where_it_stands(kind: str, message: str):
    text = f"{HEAD}vocabulary: {{kinds: {{{kind}}}}}\ncomponents: {{a: {{kind: lake}}}}"

    assert [line for line in told(text) if line < "DK03"] == [message]


def test_there_are_not_too_many_words() -> None:
    kinds = "".join(
        f"    k{number}: {{like: lake, definition: x}}\n"
        for number in range(MOST_WORDS + 1)
    )
    text = f"{HEAD}vocabulary:\n  kinds:\n{kinds}components: {{a: {{kind: lake}}}}"

    assert [line for line in told(text) if line < "DK03"] == [
        "DK013 there are more kinds than can be kept apart: name fewer than 100"
    ]


SETTINGS = """\
[vocabulary.kinds.letter-service]
like = "service"
stage = "serving"
gives = ["letter"]
definition = "Prints and sends letters."

[vocabulary.types.letter]
like = "response"
definition = "A letter on paper."
"""


def test_a_project_has_words_for_all_its_designs(tmp_path: Path) -> None:
    (tmp_path / "designkit.toml").write_text(SETTINGS)
    (tmp_path / "post.yaml").write_text(HEAD + PARTS.replace("vault", "lake"))

    design = dk.load(tmp_path / "post.yaml").design

    assert design is not None
    assert design.components["letters"].kind_name == "letter-service"


def test_a_design_cannot_say_again_what_its_project_says(tmp_path: Path) -> None:
    (tmp_path / "designkit.toml").write_text(SETTINGS)
    (tmp_path / "post.yaml").write_text(HEAD + WORDS + PARTS)

    found = dk.load(tmp_path / "post.yaml").diagnostics

    assert [d.message for d in found if d.code == "DK023"] == [
        "there is a kind called letter-service already",
        "there is a type called letter already",
    ]


def test_a_wrong_word_of_a_project_is_an_error_of_its_settings(tmp_path: Path) -> None:
    (tmp_path / "designkit.toml").write_text(SETTINGS.replace('"service"', '"servic"'))

    with pytest.raises(
        SettingsError,
        match="like: unknown kind 'servic'; did you mean service",
    ):
        find_settings(tmp_path)


def test_the_words_of_a_project_are_listed_and_explained(tmp_path: Path) -> None:
    (tmp_path / "designkit.toml").write_text(SETTINGS)
    words = find_settings(tmp_path).vocabulary

    assert [kind.name for kind in own_kinds(words)] == ["letter-service"]
    assert [item.name for item in own_types(words)] == ["letter"]
    (term,) = find_terms("letter-service", words)
    assert (term.meaning, term.url) == ("Prints and sends letters.", "")
    assert ("Like", "service") in term.facts
    assert ("Gives", "letter") in term.facts


def test_a_write_up_and_a_picture_show_words_of_ones_own() -> None:
    text = dk.write(loaded(), "md", length="full")
    picture = dk.render(dk.draw(loaded(), "full"), "svg")

    assert b"A letter on paper." in b"".join(output.data for output in text)
    assert b"letter-service" in picture

"""A list is a table for people, and an object with a version for programs."""

from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from designkit.cli.listing import as_json, as_text

ENTRIES = (
    {"name": "lake", "definition": "Keeps everything. It is cheap, and slow to ask."},
    {"name": "feature-store", "definition": "Keeps what models read, by entity"},
    {"name": "log", "definition": ""},
)


def test_a_pipe_gets_a_line_for_each_entry_with_its_first_sentence() -> None:
    assert as_text(ENTRIES) == snapshot("""\
lake           Keeps everything.
feature-store  Keeps what models read, by entity
log\
""")


def test_a_person_gets_bold_names_and_lines_that_fit() -> None:
    assert as_text(ENTRIES, cells=45, bold=True) == snapshot("""\
\x1b[1mlake           \x1b[0mKeeps everything.
\x1b[1mfeature-store  \x1b[0mKeeps what models read, by
               entity
\x1b[1mlog            \x1b[0m\
""")


def test_a_list_of_nothing_is_empty() -> None:
    assert as_text(()) == ""


def test_json_keeps_the_order_and_the_whole_definition() -> None:
    assert as_json("data-types", ENTRIES[:1]) == snapshot("""\
{
  "version": 1,
  "data_types": [
    {
      "name": "lake",
      "definition": "Keeps everything. It is cheap, and slow to ask."
    }
  ]
}\
""")


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text("ab ", max_size=90)), st.integers(min_value=50, max_value=90))
def test_no_line_is_wider_than_the_terminal(meanings: list[str], cells: int) -> None:
    entries = [{"name": "x", "definition": meaning} for meaning in meanings]
    lines = as_text(entries, cells=cells).splitlines()

    assert all(len(line) <= cells for line in lines)

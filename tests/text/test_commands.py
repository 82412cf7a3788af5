"""What a machine of CI would obey is only shown."""

import pytest

from designkit.text.commands import MACHINES, inert, is_obeyed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("::error::x", ": :error::x", id="a command of GitHub"),
        pytest.param("  ::error::x", "  : :error::x", id="after spaces"),
        pytest.param("a\n::stop-commands::x", "a\n: :stop-commands::x", id="below"),
        pytest.param("see a::b", "see a::b", id="colons inside a line"),
        pytest.param("x ##[error]y", "x # #[error]y", id="an old one, anywhere"),
        pytest.param("##vso[task.x]y", "# #vso[task.x]y", id="one of Azure"),
        pytest.param("##teamcity[x]", "# #teamcity[x]", id="one of TeamCity"),
        pytest.param("###[x]", "## #[x]", id="after another sign"),
        pytest.param("## A title", "## A title", id="a title of Markdown"),
    ],
)
def test_only_what_begins_a_command_is_changed(text: str, shown: str):
    assert inert(text) == shown
    assert inert(shown) == shown


@pytest.mark.parametrize("name", MACHINES)
def test_a_machine_of_ci_tells_that_it_is_one(name: str):
    assert is_obeyed({name: "true"})
    assert not is_obeyed({name: ""})

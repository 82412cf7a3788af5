"""The door: versions and help are quick, and every error ends as one line."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from inline_snapshot import snapshot

import designkit
from designkit import __version__
from designkit.cli.app import COMMANDS
from designkit.errors import OutputError

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, stdout and stderr."""

HEAVY = {"rich", "pydantic", "yaml", "jinja2", "diagrams", "graphviz", "pygraphviz"}


def test_the_version_is_told(run: Run) -> None:
    ran = run("--version")

    assert ran == (0, f"designkit {__version__}\n", "")


def test_help_tells_the_commands_and_the_exit_codes(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = run("--help")

    assert ran[0] == 0
    assert ran[1] == snapshot("""\
Usage: designkit [OPTIONS] COMMAND [ARGS]...

  ML system design as code: check a design, draw it and write it up.

  A design is one YAML file. DESIGN is a path, a directory, a pattern in
  quotes, or the name of a shipped design.

Options:
  --version             Show the version.
  --debug               Show where an error comes from.
  --install-completion  Install completion for the current shell.
  --show-completion     Show completion for the current shell, to copy it or
                        customize the installation.
  -h, --help            Show this message and exit.

Commands:
  render    Draw designs and write them up, each into a directory of its...
  check     Find what is missing in designs, and what is wrong.
  estimate  Compute the numbers of a design: load, latency, replicas,...
  handout   Print what a learner needs: a handout, a worksheet, a fault...
  serve     Show designs in a browser, anew whenever a file changes.
  embed     Fill what stands between markers in Markdown with parts of...
  explain   Tell why a rule exists, with examples and what to do, or what...
  init      Write a new design: a commented starter, or a copy of a...
  list      List what there is to choose from, a line each, with its...
  schema    Print the JSON Schema of a design, for editors.

  Examples:
    designkit render fraud             a shipped design, into build/fraud/
    designkit check design.yaml        what is missing in it, and what is wrong
    designkit estimate fraud           its numbers, each with its working
    designkit handout fraud            to learn it in an evening
    designkit serve design.yaml        in your browser, shown anew as you edit it
    designkit embed README.md          pictures and numbers into a page
    designkit explain no-rollback      why that matters
    designkit init mine --from fraud   a copy of it, to change
    designkit list kinds               what a design can be made of

  Exit codes:
    0  done
    1  findings: a design does not load; `check` found something, or `render
       --strict` did; a page is stale for `embed --check`
    2  could not do it: a wrong option, a missing file, a place not writable
""")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_examples_of_it(command: str, run: Run) -> None:
    ran = run(command, "--help")

    assert ran[0] == 0
    assert f"\n  Examples:\n    designkit {command} " in ran[1]


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_no_heavy_library_is_imported_to_introduce_oneself(option: str) -> None:
    script = (
        "import sys; from designkit.cli.app import main; main(sys.argv[1:]); "
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, option]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)

    assert HEAVY & set(ran.stderr.split()) == set()


def test_a_command_imports_no_other() -> None:
    script = (
        "import sys; from designkit.cli.app import main; main(['list', 'views']); "
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", script]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(ran.stderr.split())

    assert not {f"designkit.cli.{name}" for name in set(COMMANDS) - {"list"}} & loaded
    assert not {"rich", "typst", "resvg_py"} & loaded


def test_an_unknown_command_names_those_there_are(run: Run) -> None:
    ran = run("rendr", "fraud")

    assert ran == (
        2,
        "",
        "designkit: no command is called 'rendr'; did you mean render? There are "
        f"{', '.join(COMMANDS)}\n",
    )


def test_a_wrong_option_is_no_success(run: Run) -> None:
    ran = run("list", "kinds", "--nope")

    assert ran[:2] == (2, "")
    assert "--nope" in ran[2]


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        pytest.param(
            OutputError("disk full"),
            2,
            "designkit: disk full\n",
            id="of ours",
        ),
        pytest.param(
            ValueError("too\nbad"),
            2,
            "designkit: internal error: ValueError: too bad "
            "(run with --debug to see where)\n",
            id="unexpected",
        ),
        pytest.param(
            ValueError(),
            2,
            "designkit: internal error: ValueError (run with --debug to see where)\n",
            id="without a message",
        ),
        pytest.param(KeyboardInterrupt(), 130, "", id="an interrupt"),
    ],
)
def test_an_error_ends_as_one_line(
    error: BaseException,
    code: int,
    said: str,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(designkit, "schema_text", _raising(error))
    ran = run("schema")

    assert ran == (code, "", said)


def test_where_an_error_comes_from_is_shown_to_those_who_ask(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(designkit, "schema_text", _raising(ValueError("bad")))
    ran = run("schema", "--debug")

    assert ran[:2] == (2, "")
    assert ran[2].startswith("Traceback")
    assert ran[2].endswith("ValueError: bad\n")


def _raising(error: BaseException) -> Callable[[object], str]:
    def fail(words: object) -> str:
        raise error

    return fail

"""The door to the command line: finds the command, and turns errors into one line.

A command is imported when it is called or listed, so that each pays for itself only.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from designkit import __version__
from designkit.cli.console import (
    flush_result,
    note,
    open_streams,
    speak_any_language,
)
from designkit.cli.ending import ended_gently, line_of

COMMANDS = (
    *("render", "check", "estimate", "handout", "serve", "embed"),
    *("explain", "init", "list", "schema"),
)
"""The commands, in the order in which people meet them."""

DEBUG = "--debug"
"""The option that shows where an error comes from."""

MANY_OBJECTS = 1_000_000
"""Objects made between two searches for garbage; a design hardly leaves any."""

EPILOG = """\b
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

\b
Exit codes:
  0  done
  1  findings: a design does not load; `check` found something, or `render
     --strict` did; a page is stale for `embed --check`
  2  could not do it: a wrong option, a missing file, a place not writable
"""


class Commands(TyperGroup):
    """The commands, each imported from the module of its name."""

    def list_commands(self, ctx: object) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand:
        """Import the command called `cmd_name`.

        Raises:
            NotFoundError: there is none.
        """
        if cmd_name not in COMMANDS:
            from designkit.text.choices import unknown

            raise unknown("command", cmd_name, COMMANDS)
        return _import_command(cmd_name)


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Every error ends here, as one line on stderr; `--debug`, wherever it stands, shows
    where it came from.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    open_streams()
    if main.__doc__ is None:
        note("designkit: its rules are docstrings, which python -OO takes away; use -O")
        return 2
    speak_any_language()
    _save_time()
    with ended_gently():
        return _code([word for word in words if word != DEBUG], DEBUG in words)


def _code(words: list[str], is_debugging: bool) -> int:
    """Run the command that `words` are, and return its exit code."""
    try:
        code = _run(words)
        flush_result()
    except KeyboardInterrupt:
        return 130
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Exception as error:  # the one door; nothing else catches everything
        _tell(error, is_debugging)
        return 2
    return code


def _tell(error: Exception, is_debugging: bool) -> None:
    if is_debugging:
        import traceback

        traceback.print_exception(error)
    else:
        note(line_of(error))


def _save_time() -> None:
    """Do without what costs a tenth of a run and gives nothing to it."""
    gc.set_threshold(MANY_OBJECTS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _run(words: list[str]) -> int:
    try:
        typer.main.get_command(app).main(words, prog_name="designkit")
    except SystemExit as end:
        if end.code:
            raise
    return 0


def _import_command(name: str) -> TyperCommand:
    module = import_module(f"designkit.cli.{name}")
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, epilog=module.EXAMPLES)(module.command)
    made = typer.main.get_command(single)
    assert isinstance(made, TyperCommand)
    return made


def _show_version(is_wanted: bool) -> None:
    if is_wanted:
        print(f"designkit {__version__}")
        raise typer.Exit


@app.callback(epilog=EPILOG)
def designkit(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version."
        ),
    ] = False,
    debug: Annotated[
        bool, typer.Option(DEBUG, help="Show where an error comes from.")
    ] = False,
) -> None:
    """ML system design as code: check a design, draw it and write it up.

    A design is one YAML file. DESIGN is a path, a directory, a pattern in quotes, or
    the name of a shipped design.
    """

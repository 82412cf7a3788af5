"""What is wrong with a value that does not fit a section, in our own words.

The library that finds it has words of its own, and changes them; none reaches a user.
"""

from collections.abc import Sequence

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from designkit.quantities.writing import shown
from designkit.source.keys import keys_of, meaning_of, section_at
from designkit.source.load_code import LoadCode
from designkit.source.node import Path
from designkit.source.report import DiagnosticLog
from designkit.text.spelled import Spelled

LISTS = ("tuple_type", "list_type")
LINES = "write `key: value` on lines of its own below it"
MAPPINGS = ("dict_type", "mapping_type", "model_type", "model_attributes_type")


def report_misfit(
    model: type[BaseModel], detail: ErrorDetails, path: Path, report: DiagnosticLog
) -> None:
    """Report what `detail` says of a part of `model`, written at `path`."""
    match detail["type"]:
        case "missing":
            _report_missing(model, detail["loc"], path, report)
        case "quantity":
            _report_quantity(detail, path, report)
        case "literal_error":
            _report_choice(detail, path, report)
        case "bool_type":
            report_no_flag(detail["input"], path, report)
        case "link":
            _report_no_link(detail["input"], path, report)
        case "string_type":
            report_no_text(detail["input"], path, report)
        case _:
            _report_shape(model, detail, path, report)


def name_of(path: Path) -> str:
    """Name what stands at `path`: its key, or its number in a list."""
    if path and isinstance(path[-1], int):
        return f"item {path[-1] + 1} of {path[-2]}"
    return str(path[-1]) if path else "the design"


def _report_missing(
    model: type[BaseModel], loc: Path, path: Path, report: DiagnosticLog
) -> None:
    key = str(loc[-1])
    place = f" in {'.'.join(str(step) for step in path[:-1])}" if path[1:] else ""
    meaning = meaning_of(model, loc).rstrip(".")
    help = f"add {key}: {meaning[:1].lower()}{meaning[1:]}" if meaning else ""
    report.add(
        LoadCode.MISSING_KEY, path, f"{key} is missing{place}", help=help, key=True
    )


def _report_quantity(detail: ErrorDetails, path: Path, report: DiagnosticLog) -> None:
    inside = detail.get("ctx", {}).get("inside", "")
    report_quantity(detail["msg"], path, inside, report)


def report_quantity(
    message: str, path: Path, inside: str, report: DiagnosticLog
) -> None:
    """Report a figure that is none; `inside` is the part of a tagged one at fault."""
    at = (*path, inside) if inside else path
    reason, _, help = message.partition("; ")
    key = bool(inside) and inside not in ("value", "source", "derived", "assumed")
    report.add(
        LoadCode.BAD_QUANTITY, at, f"{name_of(path)}: {reason}", help=help, key=key
    )


def _report_choice(detail: ErrorDetails, path: Path, report: DiagnosticLog) -> None:
    expected = str(detail.get("ctx", {}).get("expected", "")).replace("'", "")
    report_choice(
        detail["input"], expected.replace(" or ", ", ").split(", "), path, report
    )


def report_choice(
    value: object, choices: Sequence[str], path: Path, report: DiagnosticLog
) -> None:
    """Report a value that is none of the `choices`."""
    listed = " or ".join([", ".join(choices[:-1]), choices[-1]]).removeprefix(" or ")
    message = f"{name_of(path)} is {_kind(value)}, not {listed}"
    near = report.suggest(str(value), choices)
    help = near if near.startswith("did") else f"choose one: {', '.join(choices)}"
    report.add(LoadCode.BAD_VALUE, path, message, help=help)


def report_no_flag(value: object, path: Path, report: DiagnosticLog) -> None:
    """Report a value that says neither yes nor no."""
    message = f"{name_of(path)} is {_kind(value)}, not true or false"
    help = "write true or false, without quotes"
    report.add(LoadCode.BAD_VALUE, path, message, help=help)


def report_no_clock(value: object, path: Path, report: DiagnosticLog) -> None:
    """Report a value that is no time of day."""
    message = f"{name_of(path)} is {_kind(value)}, not a time of day"
    help = "write hours and minutes, from 00:00 to 23:59, like 05:00"
    report.add(LoadCode.BAD_VALUE, path, message, help=help)


def _report_no_link(value: object, path: Path, report: DiagnosticLog) -> None:
    message = f"{name_of(path)} is {_kind(value)}, not a link"
    help = "write a whole address that begins with https://, http:// or mailto:"
    report.add(LoadCode.BAD_VALUE, path, message, help=help)


def report_no_text(value: object, path: Path, report: DiagnosticLog) -> None:
    """Report a list, a mapping or nothing where a text is wanted."""
    message = f"{name_of(path)} is {_kind(value)}; a text is wanted"
    help = "write one text; quote it if it has a colon or braces"
    report.add(LoadCode.WRONG_SHAPE, path, message, help=help)


def _report_shape(
    model: type[BaseModel], detail: ErrorDetails, path: Path, report: DiagnosticLog
) -> None:
    wanted, help = _wanted(detail["type"], model, detail["loc"])
    message = f"{name_of(path)} is {_kind(detail['input'])}; {wanted}"
    report.add(LoadCode.WRONG_SHAPE, path, message, help=help)


def _wanted(type: str, model: type[BaseModel], loc: Path) -> tuple[str, str]:
    """Say in plain words what was wanted instead, and how it is written."""
    if type in LISTS:
        return "a list is wanted", "write [a, b], or start each line with a hyphen"
    if type in MAPPINGS:
        section = section_at(model, loc)
        keys = ", ".join(keys_of(section)) if section else ""
        return "a mapping is wanted", f"its keys are {keys}" if keys else LINES
    return "it does not fit here", "the reference of the language says what does"


def _kind(value: object) -> str:
    """Say what was given, briefly."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    if value is None:
        return "empty"
    is_text = isinstance(value, str) and not isinstance(value, Spelled)
    return shown(str(value)) if is_text else str(value)

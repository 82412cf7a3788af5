"""Fills outlines: the shipped templates, and those that a project has of its own."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from traceback import walk_tb

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    FunctionLoader,
    PrefixLoader,
    StrictUndefined,
    nodes,
)
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from designkit.errors import DesignkitError, OutlineError
from designkit.files import bundled
from designkit.text.choices import unknown

SHIPPED = "shipped"
"""The folder under which an outline of a project finds ours, to extend it."""

FAULTS = (
    TemplateError,
    DesignkitError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What filling a template may raise, by what stands in it."""

Values = Mapping[str, object]


def filled(name: str, own: Path | None, values: Values) -> str:
    """Fill the outline `name`: of the folder `own`, if it has one, else ours.

    Raises:
        OutlineError: a template of the project cannot be filled, with its line.
    """
    try:
        if own is None:
            return _shipped().get_template(name).render(values)
        environment = _environment(own)
        _require_shown(environment, own)
        return environment.get_template(name).render(values)
    except FAULTS as error:
        raise OutlineError(_told(name, own, error)) from error


def _told(name: str, own: Path | None, error: Exception) -> str:
    """Say in one line which template fails where, and why."""
    file, line = name, 0
    ours = {
        str(folder)
        for folder in (own and own.resolve(), bundled("templates") / "paper")
    }
    for frame, at in walk_tb(error.__traceback__):
        if str(Path(frame.f_code.co_filename).parent) in ours:
            file, line = Path(frame.f_code.co_filename).name, at
    if isinstance(error, TemplateSyntaxError):
        file, line = Path(error.name or file).name, error.lineno
    why = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, TemplateNotFound):
        why = f"there is no template {error.name!r} in {own.name if own else SHIPPED}/"
    return f"{file}:{line}: {why}" if line else f"{file}: {why}"


@cache
def _shipped() -> SandboxedEnvironment:
    """Return the outlines where no project has its own: read once for all papers."""
    return _environment()


def _environment(*own: Path) -> SandboxedEnvironment:
    ours = FileSystemLoader(bundled("templates") / "paper")
    found = [*map(_within, own), ours]
    return SandboxedEnvironment(
        loader=ChoiceLoader([*found, PrefixLoader({SHIPPED: ours})]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _within(folder: Path) -> FunctionLoader:
    """Load templates of `folder`, and none to which a link or `..` leads out of it."""
    inside = folder.resolve()

    def load(name: str) -> tuple[str, str, None] | None:
        file = (folder / name).resolve()
        if not (file.is_relative_to(inside) and file.is_file()):
            return None
        return file.read_text(encoding="utf-8"), str(file), None

    return FunctionLoader(load)


def _require_shown(environment: Environment, own: Path) -> None:
    """Refuse what an outline that extends another has, and nobody would ever see.

    Raises:
        TemplateSyntaxError: a block that the other does not have, or a text or slot
            beside the blocks.
    """
    for file in sorted(own.glob("*.j2")):
        tree = _tree(environment, file.name)
        extended = next(tree.find_all(nodes.Extends), None)
        if extended and isinstance(extended.template, nodes.Const):
            known = _blocks(environment, str(extended.template.value))
            _require_blocks(tree, known, file.name)


def _tree(environment: Environment, name: str) -> nodes.Template:
    if environment.loader is None:
        raise TemplateNotFound(name)
    source, _, _ = environment.loader.get_source(environment, name)
    return environment.parse(source, name)


def _require_blocks(tree: nodes.Template, known: Sequence[str], name: str) -> None:
    for node in tree.body:
        if isinstance(node, nodes.Block) and node.name not in known:
            why = str(unknown("block", node.name, known))
            raise TemplateSyntaxError(why, node.lineno, name)
        if isinstance(node, nodes.Output) and not _is_blank(node):
            why = "what stands beside the blocks is not shown: put it into one"
            raise TemplateSyntaxError(why, node.lineno, name)


def _blocks(environment: Environment, name: str) -> tuple[str, ...]:
    """Return the names of the blocks of a template and of those that it extends."""
    tree = _tree(environment, name)
    own = [block.name for block in tree.find_all(nodes.Block)]
    for extended in tree.find_all(nodes.Extends):
        above = extended.template
        if isinstance(above, nodes.Const) and above.value != name:
            own += _blocks(environment, str(above.value))
    return tuple(dict.fromkeys(own))


def _is_blank(node: nodes.Output) -> bool:
    return all(
        isinstance(part, nodes.TemplateData) and not part.data.strip()
        for part in node.nodes
    )

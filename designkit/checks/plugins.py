"""Rules of a project: modules that are installed, and files beside its settings."""

from collections.abc import Iterable
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from designkit.checks.rule import Rule
from designkit.checks.rule_index import RuleEntry, entry_of, rule_entries
from designkit.errors import SettingsError
from designkit.source.settings import Settings
from designkit.source.trust import is_trusted, user_config


def plugged_in(settings: Settings) -> tuple[RuleEntry, ...]:
    """Import what the settings name as plugins and return the rules in it.

    Raises:
        SettingsError: one cannot be imported or may not run, or a rule is called like
            another.
    """
    plugged = list[RuleEntry]()
    for name in settings.plugins:
        for rule in _rules_of(name, settings):
            _require_new(rule, (*rule_entries(), *plugged), name)
            plugged.append(rule)
    return tuple(plugged)


def are_allowed(settings: Settings) -> bool:
    """Whether the plugins of a project may run.

    A module that is installed may, since the user installed it. A file of the project
    may where the user allows it, for this run or in the user's own configuration.
    """
    files = any(map(_is_file, settings.plugins))
    place = settings.file.parent if settings.file else None
    return not files or settings.allow_plugins or not place or is_trusted(place)


def _rules_of(name: str, settings: Settings) -> tuple[RuleEntry, ...]:
    try:
        module = _file(name, settings) if _is_file(name) else import_module(name)
    except SettingsError:
        raise
    except Exception as error:  # whatever its author got wrong
        raise SettingsError(f"the plugin {name!r} does not load: {error}") from error
    found = (value for value in vars(module).values() if isinstance(value, Rule))
    return tuple(entry_of(rule) for rule in found if not _is_ours(rule))


def _is_file(name: str) -> bool:
    return name.endswith(".py") or "/" in name


def _file(name: str, settings: Settings) -> ModuleType:
    """Import the file of a plugin, which counts from the settings that name it.

    Raises:
        SettingsError: nobody allowed it, or there is no such file.
    """
    place = settings.file.parent if settings.file else Path()
    if not are_allowed(settings):
        raise SettingsError(
            f"the plugin {name!r} is code of the project, which does not run unasked: "
            f'--allow-plugins lets it, or trusted = ["{place}"] in {user_config()}'
        )
    path = place / name
    spec = spec_from_file_location(f"designkit_plugin_{path.stem}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SettingsError(f"the plugin {name!r} does not load: there is no such file")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _is_ours(rule: Rule) -> bool:
    """Whether a plugin has only imported `rule`, which is one of ours."""
    return any(rule == own.rule for own in rule_entries() if own.code == rule.code)


def _require_new(rule: RuleEntry, known: Iterable[RuleEntry], plugin: str) -> None:
    for other in known:
        if rule.code == other.code or rule.name == other.name:
            raise SettingsError(
                f"the plugin {plugin!r} has a rule {rule.code} {rule.name}, "
                f"and there is {other.code} {other.name}"
            )

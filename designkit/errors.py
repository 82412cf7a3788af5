"""The exceptions: what designkit cannot do at all.

    DesignkitError            everything below; the command line prints it, exit 2
    ├── NotFoundError         a file, design, view, format … that does not exist
    ├── LoadError             a design that does not load, where one that does is needed
    ├── OutputError           a place that cannot be written
    ├── SettingsError         settings of the project that cannot be read
    ├── OutlineError          an outline of the project that cannot be filled
    ├── RuleError             a rule that is not whole, or two that cannot be told apart
    ├── ChangeError           a number that cannot be changed as it is asked
    ├── FaultsError           faults that cannot be put into a design
    ├── MarkerError           a marker in a page that cannot be filled
    ├── SizeError             a size that no picture can have
    ├── LayoutError           a picture that could not be placed
    └── MissingLibraryError   an optional library that is not installed

A design that is wrong is not an exception; see `designkit.diagnostics`.
"""


class DesignkitError(Exception):
    """Something that designkit was asked for and cannot do."""


class NotFoundError(DesignkitError):
    """Something that was named and does not exist."""


class LoadError(DesignkitError):
    """A design that does not load, where one that does is needed."""


class OutputError(DesignkitError):
    """A place that cannot be written."""


class SettingsError(DesignkitError):
    """Settings of the project that cannot be read."""


class OutlineError(DesignkitError):
    """An outline of the project that cannot be filled."""


class RuleError(DesignkitError):
    """A rule that is not whole, or two that cannot be told apart."""


class ChangeError(DesignkitError):
    """A number of a design that cannot be changed as it is asked."""


class FaultsError(DesignkitError):
    """Faults that cannot be put into a design."""


class MarkerError(DesignkitError):
    """A marker in a page that cannot be filled as it is written."""


class SizeError(DesignkitError):
    """A size that no picture can have."""


class LayoutError(DesignkitError):
    """A picture that could not be placed."""


class MissingLibraryError(DesignkitError):
    """An optional library that is not installed."""

    def __init__(self, library: str, command: str) -> None:
        """Say which `library` is missing, and the `command` that brings it."""
        super().__init__(f"this needs {library}, which is not installed: {command}")


def reason_of(error: OSError) -> str:
    """Return why a file cannot be used, in small letters: ``permission denied``."""
    return (error.strerror or str(error)).lower()

"""ML system design as code: check a design, compute it, draw it and write it up.

Names are imported when they are first used, so that ``import designkit`` costs nothing.
`__init__.pyi` tells their types.
"""

from importlib import import_module

__version__ = "0.1.0"

_HOMES = {
    "load": "designkit.api",
    "check": "designkit.api",
    "estimate": "designkit.estimates.estimator",
    "draw": "designkit.api",
    "render": "designkit.api",
    "render_design": "designkit.api",
    "write": "designkit.api",
    "print_variant": "designkit.handouts.handout",
    "RenderOptions": "designkit.api",
    "HandoutOptions": "designkit.handouts.variant",
    "HandoutFiles": "designkit.handouts.handout",
    "Estimate": "designkit.estimates.figure",
    "Figure": "designkit.estimates.figure",
    "Output": "designkit.files",
    "write_files": "designkit.files",
    "Loaded": "designkit.source.loader",
    "Design": "designkit.model.design",
    "Diagnostic": "designkit.diagnostics",
    "FileReport": "designkit.checks.report",
    "Severity": "designkit.diagnostics",
    "Span": "designkit.diagnostics",
    "Drawing": "designkit.pictures.drawing",
    "Theme": "designkit.pictures.renderer",
    "DesignkitError": "designkit.errors",
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> object:
    """Import the public `name` from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module 'designkit' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted((*globals(), *_HOMES))

"""ML system design as code: check a design, compute it, draw it and write it up.

Names are imported when they are first used, so that ``import designkit`` costs nothing.
`__init__.pyi` tells their types.
"""

from importlib import import_module

__version__ = "0.1.0"

_HOMES = {
    "load": "designkit.pipeline",
    "check": "designkit.pipeline",
    "estimate": "designkit.estimator",
    "draw": "designkit.pipeline",
    "render": "designkit.pipeline",
    "render_design": "designkit.pipeline",
    "write": "designkit.pipeline",
    "print_variant": "designkit.handing_out",
    "Order": "designkit.pipeline",
    "Wish": "designkit.variant",
    "Prints": "designkit.handing_out",
    "Estimate": "designkit.figure",
    "Figure": "designkit.figure",
    "Output": "designkit.output",
    "write_files": "designkit.output",
    "Loaded": "designkit.source.loader",
    "Design": "designkit.model.design",
    "Diagnostic": "designkit.diagnostics",
    "FileReport": "designkit.reporter",
    "Severity": "designkit.diagnostics",
    "Span": "designkit.diagnostics",
    "Drawing": "designkit.drawing",
    "Theme": "designkit.renderer",
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

"""ML system design as code: check a design, compute it, draw it and write it up.

`docs/python.md` shows how. Names are imported when they are first used, so that
``import designkit`` costs nothing. `HOMES` is the one list of them, of which
`make docs` writes the types into `__init__.pyi`.
"""

from importlib import import_module
from types import MappingProxyType

__version__ = "0.1.0"

HOMES = MappingProxyType(
    {
        # what is done with a design
        "load": "designkit.api",
        "loads": "designkit.api",
        "check": "designkit.api",
        "estimate": "designkit.api",
        "sweep": "designkit.api",
        "draw": "designkit.api",
        "render": "designkit.api",
        "write": "designkit.api",
        "render_design": "designkit.api",
        "print_variant": "designkit.api",
        "bind": "designkit.api",
        "show": "designkit.api",
        "embed": "designkit.api",
        "views": "designkit.api",
        "formats": "designkit.api",
        "MOST_BYTES": "designkit.source.loader",
        "require_design": "designkit.source.refusal",
        "write_files": "designkit.files",
        "find_settings": "designkit.source.settings",
        # what is given and taken
        "Settings": "designkit.source.settings",
        "Pixels": "designkit.pictures.pixels",
        "RenderOptions": "designkit.documents.rendering",
        "HandoutOptions": "designkit.handouts.variant",
        "Loaded": "designkit.source.loader",
        "Design": "designkit.model.design",
        "Diagnostic": "designkit.diagnostics",
        "Severity": "designkit.diagnostics",
        "Span": "designkit.diagnostics",
        "FileReport": "designkit.checks.report",
        "EstimateReport": "designkit.estimates.report",
        "SweepReport": "designkit.estimates.report",
        "Estimate": "designkit.estimates.figure",
        "Figure": "designkit.estimates.figure",
        "Diagram": "designkit.pictures.diagram",
        "Drawing": "designkit.pictures.drawing",
        "Theme": "designkit.pictures.renderer",
        "Engine": "designkit.pictures.layout.placement",
        "HandoutFiles": "designkit.handouts.handout",
        "NotebookPage": "designkit.documents.notebook",
        "EmbeddedPage": "designkit.documents.embedding.page",
        "EmbeddedPages": "designkit.documents.embedding.embedding",
        "Output": "designkit.files",
        "DesignkitError": "designkit.errors",
        # what rules of a project are made of
        "rule": "designkit.checks.rule",
        "Rule": "designkit.checks.rule",
        "Finding": "designkit.checks.rule",
        "Facts": "designkit.analysis.facts",
        # what the command line takes besides: several designs, words, formats of text
        "find_inputs": "designkit.source.inputs",
        "default_words": "designkit.source.inputs",
        "shown_path": "designkit.source.project",
        "output_names": "designkit.source.inputs",
        "find_input": "designkit.source.inputs",
        "Input": "designkit.source.inputs",
        "refusal": "designkit.source.refusal",
        "start_design": "designkit.source.starter",
        "part_schema_text": "designkit.source.schema",
        "schema_text": "designkit.source.schema",
        "write_file": "designkit.files",
        "check_files": "designkit.checks.batch",
        "CheckOptions": "designkit.checks.batch",
        "Report": "designkit.checks.report",
        "ordered": "designkit.checks.priority",
        "find_reporter": "designkit.checks.reporters",
        "write_baseline": "designkit.checks.baseline",
        "all_explanations": "designkit.checks.run",
        "codes_written": "designkit.checks.rule_codes",
        "next_code": "designkit.checks.rule_codes",
        "find_explanation": "designkit.checks.explanation",
        "tell_explanation": "designkit.checks.explanation_text",
        "explain_word": "designkit.checks.glossary.finding",
        "tell_explanations": "designkit.checks.explanation_text",
        "find_account": "designkit.estimates.formats",
        "plot": "designkit.pictures.plots",
        "plot_format": "designkit.pictures.plots:format_of",
        "read_options": "designkit.documents.rendering",
        "missing_letters": "designkit.documents.missing_letters",
        "site_entry": "designkit.documents.site.entry",
        "SiteEntry": "designkit.documents.site.entry",
        "site_files": "designkit.documents.site.assembly",
        "embed_files": "designkit.documents.embedding.embedding",
        "write_together": "designkit.files",
        "preview": "designkit.documents.preview.running",
        "read_job": "designkit.handouts.job",
        "HandoutJob": "designkit.handouts.job",
        # what there is to choose from
        "SYSTEMS": "designkit.catalog.systems",
        "DATA_TYPES": "designkit.catalog.data_types",
        "TECHNOLOGIES": "designkit.catalog.technologies",
        "all_kinds": "designkit.catalog.kinds",
        "own_kinds": "designkit.source.kind_of",
        "own_types": "designkit.source.kind_of",
        "all_concepts": "designkit.source.concepts",
        "shipped_designs": "designkit.source.shipped",
        "all_views": "designkit.pictures.views",
        "all_overlays": "designkit.pictures.overlays",
        "all_renderers": "designkit.pictures.renderers",
        "all_printers": "designkit.documents.printers",
        "all_variants": "designkit.handouts.variants",
        "WRITE_UP": "designkit.documents.rendering",
        "SHARE": "designkit.documents.rendering",
    }
)
"""Where each public name lives; behind a colon, what it is called there."""

__all__ = ["__version__", *HOMES]


def __getattr__(name: str) -> object:
    """Import the public `name` from the module it lives in."""
    if name not in HOMES:
        raise AttributeError(f"module 'designkit' has no attribute {name!r}")
    module, _, original = HOMES[name].partition(":")
    value: object = getattr(import_module(module), original or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted((*globals(), *HOMES))

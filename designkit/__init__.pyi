from collections.abc import Mapping

from designkit.analysis.facts import Facts as Facts
from designkit.api import bind as bind
from designkit.api import check as check
from designkit.api import draw as draw
from designkit.api import embed as embed
from designkit.api import estimate as estimate
from designkit.api import formats as formats
from designkit.api import load as load
from designkit.api import loads as loads
from designkit.api import print_variant as print_variant
from designkit.api import render as render
from designkit.api import render_design as render_design
from designkit.api import show as show
from designkit.api import sweep as sweep
from designkit.api import views as views
from designkit.api import write as write
from designkit.catalog.data_types import DATA_TYPES as DATA_TYPES
from designkit.catalog.kinds import all_kinds as all_kinds
from designkit.catalog.systems import SYSTEMS as SYSTEMS
from designkit.catalog.technologies import TECHNOLOGIES as TECHNOLOGIES
from designkit.checks.baseline import write_baseline as write_baseline
from designkit.checks.batch import CheckOptions as CheckOptions
from designkit.checks.batch import check_files as check_files
from designkit.checks.explanation import find_explanation as find_explanation
from designkit.checks.explanation_text import tell_explanation as tell_explanation
from designkit.checks.explanation_text import tell_explanations as tell_explanations
from designkit.checks.glossary.finding import explain_word as explain_word
from designkit.checks.priority import ordered as ordered
from designkit.checks.report import FileReport as FileReport
from designkit.checks.report import Report as Report
from designkit.checks.reporters import find_reporter as find_reporter
from designkit.checks.rule import Finding as Finding
from designkit.checks.rule import Rule as Rule
from designkit.checks.rule import rule as rule
from designkit.checks.rule_codes import codes_written as codes_written
from designkit.checks.rule_codes import next_code as next_code
from designkit.checks.run import all_explanations as all_explanations
from designkit.diagnostics import Diagnostic as Diagnostic
from designkit.diagnostics import Severity as Severity
from designkit.diagnostics import Span as Span
from designkit.documents.embedding.embedding import EmbeddedPages as EmbeddedPages
from designkit.documents.embedding.embedding import embed_files as embed_files
from designkit.documents.embedding.page import EmbeddedPage as EmbeddedPage
from designkit.documents.missing_letters import missing_letters as missing_letters
from designkit.documents.notebook import NotebookPage as NotebookPage
from designkit.documents.preview.running import preview as preview
from designkit.documents.printers import all_printers as all_printers
from designkit.documents.rendering import SHARE as SHARE
from designkit.documents.rendering import WRITE_UP as WRITE_UP
from designkit.documents.rendering import RenderOptions as RenderOptions
from designkit.documents.rendering import read_options as read_options
from designkit.documents.site.assembly import site_files as site_files
from designkit.documents.site.entry import SiteEntry as SiteEntry
from designkit.documents.site.entry import site_entry as site_entry
from designkit.errors import DesignkitError as DesignkitError
from designkit.estimates.figure import Estimate as Estimate
from designkit.estimates.figure import Figure as Figure
from designkit.estimates.formats import find_account as find_account
from designkit.estimates.report import EstimateReport as EstimateReport
from designkit.estimates.report import SweepReport as SweepReport
from designkit.files import Output as Output
from designkit.files import write_file as write_file
from designkit.files import write_files as write_files
from designkit.files import write_together as write_together
from designkit.handouts.handout import HandoutFiles as HandoutFiles
from designkit.handouts.job import HandoutJob as HandoutJob
from designkit.handouts.job import read_job as read_job
from designkit.handouts.variant import HandoutOptions as HandoutOptions
from designkit.handouts.variants import all_variants as all_variants
from designkit.model.design import Design as Design
from designkit.pictures.diagram import Diagram as Diagram
from designkit.pictures.drawing import Drawing as Drawing
from designkit.pictures.layout.placement import Engine as Engine
from designkit.pictures.overlays import all_overlays as all_overlays
from designkit.pictures.pixels import Pixels as Pixels
from designkit.pictures.plots import format_of as plot_format
from designkit.pictures.plots import plot as plot
from designkit.pictures.renderer import Theme as Theme
from designkit.pictures.renderers import all_renderers as all_renderers
from designkit.pictures.views import all_views as all_views
from designkit.source.concepts import all_concepts as all_concepts
from designkit.source.inputs import Input as Input
from designkit.source.inputs import default_words as default_words
from designkit.source.inputs import find_input as find_input
from designkit.source.inputs import find_inputs as find_inputs
from designkit.source.inputs import output_names as output_names
from designkit.source.kind_of import own_kinds as own_kinds
from designkit.source.kind_of import own_types as own_types
from designkit.source.loader import MOST_BYTES as MOST_BYTES
from designkit.source.loader import Loaded as Loaded
from designkit.source.project import shown_path as shown_path
from designkit.source.refusal import refusal as refusal
from designkit.source.refusal import require_design as require_design
from designkit.source.schema import part_schema_text as part_schema_text
from designkit.source.schema import schema_text as schema_text
from designkit.source.settings import Settings as Settings
from designkit.source.settings import find_settings as find_settings
from designkit.source.shipped import shipped_designs as shipped_designs
from designkit.source.starter import start_design as start_design

__all__ = [
    "DATA_TYPES",
    "MOST_BYTES",
    "SHARE",
    "SYSTEMS",
    "TECHNOLOGIES",
    "WRITE_UP",
    "CheckOptions",
    "Design",
    "DesignkitError",
    "Diagnostic",
    "Diagram",
    "Drawing",
    "EmbeddedPage",
    "EmbeddedPages",
    "Engine",
    "Estimate",
    "EstimateReport",
    "Facts",
    "Figure",
    "FileReport",
    "Finding",
    "HandoutFiles",
    "HandoutJob",
    "HandoutOptions",
    "Input",
    "Loaded",
    "NotebookPage",
    "Output",
    "Pixels",
    "RenderOptions",
    "Report",
    "Rule",
    "Settings",
    "Severity",
    "SiteEntry",
    "Span",
    "SweepReport",
    "Theme",
    "__version__",
    "all_concepts",
    "all_explanations",
    "all_kinds",
    "all_overlays",
    "all_printers",
    "all_renderers",
    "all_variants",
    "all_views",
    "bind",
    "check",
    "check_files",
    "codes_written",
    "default_words",
    "draw",
    "embed",
    "embed_files",
    "estimate",
    "explain_word",
    "find_account",
    "find_explanation",
    "find_input",
    "find_inputs",
    "find_reporter",
    "find_settings",
    "formats",
    "load",
    "loads",
    "missing_letters",
    "next_code",
    "ordered",
    "output_names",
    "own_kinds",
    "own_types",
    "part_schema_text",
    "plot",
    "plot_format",
    "preview",
    "print_variant",
    "read_job",
    "read_options",
    "refusal",
    "render",
    "render_design",
    "require_design",
    "rule",
    "schema_text",
    "shipped_designs",
    "show",
    "shown_path",
    "site_entry",
    "site_files",
    "start_design",
    "sweep",
    "tell_explanation",
    "tell_explanations",
    "views",
    "write",
    "write_baseline",
    "write_file",
    "write_files",
    "write_together",
]

__version__: str
HOMES: Mapping[str, str]

from designkit.api import RenderOptions as RenderOptions
from designkit.api import check as check
from designkit.api import draw as draw
from designkit.api import load as load
from designkit.api import render as render
from designkit.api import render_design as render_design
from designkit.api import write as write
from designkit.checks.report import FileReport as FileReport
from designkit.diagnostics import Diagnostic as Diagnostic
from designkit.diagnostics import Severity as Severity
from designkit.diagnostics import Span as Span
from designkit.errors import DesignkitError as DesignkitError
from designkit.estimates.estimator import estimate as estimate
from designkit.estimates.figure import Estimate as Estimate
from designkit.estimates.figure import Figure as Figure
from designkit.files import Output as Output
from designkit.files import write_files as write_files
from designkit.handouts.handout import HandoutFiles as HandoutFiles
from designkit.handouts.handout import print_variant as print_variant
from designkit.handouts.variant import HandoutOptions as HandoutOptions
from designkit.model.design import Design as Design
from designkit.pictures.drawing import Drawing as Drawing
from designkit.pictures.renderer import Theme as Theme
from designkit.source.loader import Loaded as Loaded

__version__: str

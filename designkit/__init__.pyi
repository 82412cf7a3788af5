from designkit.diagnostics import Diagnostic as Diagnostic
from designkit.diagnostics import Severity as Severity
from designkit.diagnostics import Span as Span
from designkit.drawing import Drawing as Drawing
from designkit.errors import DesignkitError as DesignkitError
from designkit.estimator import estimate as estimate
from designkit.figure import Estimate as Estimate
from designkit.figure import Figure as Figure
from designkit.handing_out import Prints as Prints
from designkit.handing_out import print_variant as print_variant
from designkit.model.design import Design as Design
from designkit.output import Output as Output
from designkit.output import write_files as write_files
from designkit.pipeline import Order as Order
from designkit.pipeline import check as check
from designkit.pipeline import draw as draw
from designkit.pipeline import load as load
from designkit.pipeline import render as render
from designkit.pipeline import render_design as render_design
from designkit.pipeline import write as write
from designkit.renderer import Theme as Theme
from designkit.reporter import FileReport as FileReport
from designkit.source.loader import Loaded as Loaded
from designkit.variant import Wish as Wish

__version__: str

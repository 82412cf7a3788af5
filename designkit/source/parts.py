"""What an attribute holds that is a mapping of numbers: its keys and its reading."""

from collections.abc import Mapping
from types import MappingProxyType

from designkit.catalog.kind import Shape
from designkit.model.problem import Percentiles
from designkit.model.tokens import CountPercentiles, TokenPrices

Part = Percentiles | CountPercentiles | TokenPrices

PARTS: Mapping[str, type[Part]] = MappingProxyType(
    {
        Shape.PERCENTILES: Percentiles,
        Shape.COUNTS: CountPercentiles,
        Shape.PRICES: TokenPrices,
    }
)
"""The section that each such shape is read as."""

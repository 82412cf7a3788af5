"""What an attribute holds that is a mapping: its keys and its reading."""

from collections.abc import Mapping
from types import MappingProxyType

from designkit.catalog.kind import Shape
from designkit.model.environment import Environment, Environments
from designkit.model.key_space import KeySpace, KeySpaces
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

Holder = KeySpaces | Environments
Held = KeySpace | Environment

SECTIONS_BY_ID: Mapping[str, tuple[type[Holder], type[Held]]] = MappingProxyType(
    {
        Shape.TABLES: (KeySpaces, KeySpace),
        Shape.ENVIRONMENTS: (Environments, Environment),
    }
)
"""What holds the sections of each such shape by their ids, and what one of them is."""

"""ML system design as code: check a design, draw it and write it up."""

__version__ = "0.1.0"

"""Measures designkit: `make bench`, `make gates`."""

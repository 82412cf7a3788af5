"""The living page: a design as one file of HTML that computes its own numbers."""

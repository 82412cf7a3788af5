"""What writes the generated pages of the documentation, one module a sort of page."""

"""What designkit is measured beside: other programs' input, and other libraries."""

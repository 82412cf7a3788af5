"""Numbers with units: parsed, bounded and written."""

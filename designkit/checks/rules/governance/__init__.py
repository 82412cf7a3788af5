"""Rules on personal data, reasons, recourse and records."""

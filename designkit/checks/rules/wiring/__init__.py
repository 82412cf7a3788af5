"""Rules on the paths that data takes: where they end, and who is on them."""

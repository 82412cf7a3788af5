"""Rules on whether a model sees in service what it saw in training."""

"""Rules on whether serving holds what it promises: time, load, availability."""

"""Rules on what every ML system needs, and on numbers that none can have."""

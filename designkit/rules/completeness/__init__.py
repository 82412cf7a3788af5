"""Rules on what every ML system needs."""

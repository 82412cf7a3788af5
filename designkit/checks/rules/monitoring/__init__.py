"""Rules on watching a model in service, and on learning again."""

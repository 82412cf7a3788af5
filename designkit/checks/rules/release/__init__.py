"""Rules on how a model reaches users, and how it is taken back."""

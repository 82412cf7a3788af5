"""Rules about what is special to one kind of system."""

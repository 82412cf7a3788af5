"""Rules of systems that are built around language models."""

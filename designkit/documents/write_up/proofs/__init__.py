"""The proofs of the ML Test Score, one file a section."""

"""What learners print: sections, variants, masking, fault hunts, decks, books."""

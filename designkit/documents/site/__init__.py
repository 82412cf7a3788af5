"""The site of several designs: an index, pages of concepts and of rules."""

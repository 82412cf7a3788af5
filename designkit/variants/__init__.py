"""What can be printed of a design for learners, one file each."""

"""The write-up of a design: what each section says, one group a module."""

"""The living page of a design: pictures, numbers, findings and text in one file."""

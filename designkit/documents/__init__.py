"""Papers made of blocks, the printers that give them a format, and the write-up."""

"""What the printers of papers share: inline Markdown, targets of links, words."""

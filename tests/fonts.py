"""Fonts in a PDF, for tests of how texts are set."""

import pypdf


def fonts_of(reader: pypdf.PdfReader) -> set[str]:
    """Return the families of the fonts in a PDF, without their weights."""
    found = [
        font
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    ]
    names = (str(font.get_object()["/BaseFont"]) for font in found)
    return {name.partition("+")[2].partition("-")[0] for name in names}

"""From a design to a picture: drawings, views, layout, renderers."""

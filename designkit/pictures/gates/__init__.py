"""What a reader would stumble over in a placed picture, found and counted."""

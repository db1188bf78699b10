"""Where somebody was in the picture: finding, following, and what is measured of it."""

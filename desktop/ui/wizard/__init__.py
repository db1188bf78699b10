"""The first start: four pages, from an empty computer to a recording that is verified."""

"""The fire drill: accidents made on purpose in a sandbox, and a report of what came of them."""

"""Other uploaders' requests, translated to the receiver's own services. No storage, no rules."""

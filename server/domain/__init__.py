"""The rules of the receiver, in plain Python: no Flask, no requests, no responses."""

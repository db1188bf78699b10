"""The HTTP interface: turns requests into calls of the domain and outcomes into answers."""

"""The receiver: stores segments durably, gives receipts, and works on the recordings afterwards."""

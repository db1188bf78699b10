"""The settings window: every setting with its words, applied at once, and put back as easily."""

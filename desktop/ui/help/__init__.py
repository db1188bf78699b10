"""What went wrong, the log, the diagnostics bundle, and About: windows for whoever needs help."""

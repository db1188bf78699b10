"""Icons, fonts, translations, styles, sample studies and service files; data only."""

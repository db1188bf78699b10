"""The receiver's database: engine, models and migrations."""

"""Fields that people add to measures and indicators: defined, renamed and removed here."""

"""Plans on disk: the file, its journal, lock and recovery; imports app and domain."""

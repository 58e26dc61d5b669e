"""Use cases over the domain: documents, commands, settings, words; imports only the domain."""

"""Benchmarks against a reference measured in the same run: `python -m tests.bench`, see README.md."""

"""Runs the benchmarks and prints a row for each.

Usage: `python -m tests.bench [--only P3] [--size 10000] [--json]`.
"""

import argparse
import importlib
import json
import pkgutil
from collections.abc import Iterable
from dataclasses import asdict

import tests.bench
from tests.bench.frame import Benchmark, Row

_HEADING = f"{'id':<12}{'N':>8}{'ours':>12}{'reference':>12}{'ratio':>8}{'goal':>8}  met"


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Run the benchmarks.")
    parser.add_argument("--only", metavar="ID", help="one goal, as P3")
    parser.add_argument("--size", type=int, metavar="N", help="one number of measures")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    asked = parser.parse_args()
    if not asked.json:
        print(_HEADING)
    for benchmark in _chosen(parser, asked.only):
        for n in benchmark.sizes:
            if asked.size in (None, n):
                _show(benchmark.run(n), as_json=asked.json)


def _chosen(parser: argparse.ArgumentParser, only: str | None) -> list[Benchmark]:
    names = sorted(module.name for module in pkgutil.iter_modules(tests.bench.__path__))
    modules = [importlib.import_module(f"tests.bench.{name}") for name in names if name[:1] == "p"]
    found = {module.BENCHMARK.id: module.BENCHMARK for module in modules}
    if only is not None and only.upper() not in found:
        parser.error(f"no goal {only}; there are {', '.join(found)}")
    return list(found.values()) if only is None else [found[only.upper()]]


def _show(rows: Iterable[Row], *, as_json: bool) -> None:
    for row in rows:
        if as_json:
            print(json.dumps(asdict(row) | {"ratio": round(row.ratio, 3), "met": row.met}), flush=True)
            continue
        ours, reference = (f"{value:.1f} {row.unit}" for value in (row.ours, row.reference))
        goal = f"{row.goal:g} {row.unit}" if row.absolute else f"{row.goal:g}"
        met = "yes" if row.met else "no"
        print(f"{row.id:<12}{row.n:>8}{ours:>12}{reference:>12}{row.ratio:>8.2f}{goal:>8}  {met}", flush=True)


if __name__ == "__main__":
    main()

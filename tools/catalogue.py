"""Keeps the catalogue of words in step with the code: `python tools/catalogue.py [--check]`.

Chinese is the source language, so a message is its own Chinese text. The English file takes in new messages,
drops those that the code no longer has, and is compiled. `--check` writes nothing: it fails when a file is
behind the code, and names every message that has no English yet.
"""

from __future__ import annotations

import argparse
import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = ROOT / "resources" / "locale" / "en" / "LC_MESSAGES" / "planner.po"
KEYWORDS = {"_": None, "N_": None, "words": None, "_words": None}
FIXED_DATE = datetime(2025, 1, 1, tzinfo=UTC)  # a moving one would change the file at every run


def main() -> int:
    """Update the catalogue or check it; 1 when the check finds something to do."""
    parser = argparse.ArgumentParser(description="Bring the catalogue of words in step with the code.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing, fail when there is something to do"
    )
    only_check = parser.parse_args().check
    catalogue = updated_catalogue()
    files = {ENGLISH: as_text(catalogue), ENGLISH.with_suffix(".mo"): compiled(catalogue)}
    outdated = [path for path, content in files.items() if not path.exists() or path.read_bytes() != content]
    untranslated = [str(message.id) for message in catalogue if message.id and not message.string]
    for text in untranslated:
        print(f"No English yet: {text}", file=sys.stderr)
    if only_check:
        for path in outdated:
            print(
                f"Out of step with the code: {path.relative_to(ROOT)}; run: make catalogue", file=sys.stderr
            )
        return 1 if outdated or untranslated else 0
    for path in outdated:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[path])
    return 0


def updated_catalogue() -> Catalog:
    """Read the English file and give it exactly the messages that the code has."""
    catalogue = empty_catalogue()
    if ENGLISH.exists():
        with ENGLISH.open("rb") as file:
            for message in read_po(file, locale="en", domain="planner"):
                if message.id:
                    catalogue.add(
                        message.id, message.string, auto_comments=(), flags=message.flags - {"fuzzy"}
                    )
    catalogue.update(extracted_messages(), no_fuzzy_matching=True, update_creation_date=False)
    return catalogue


def empty_catalogue() -> Catalog:
    """Make a catalogue whose header never changes."""
    return Catalog(
        locale="en",
        domain="planner",
        header_comment="# English words of Policy Planner. Its source language is Chinese.",
        project="policy-planner",
        version="1",
        msgid_bugs_address="see CONTRIBUTING.md",
        last_translator="Policy Planner",
        language_team="English",
        creation_date=FIXED_DATE,
        revision_date=FIXED_DATE,
        fuzzy=False,
    )


def extracted_messages() -> Catalog:
    """Collect the texts that the code marks for translation, each with the files it is in."""
    template = empty_catalogue()
    found = extract_from_dir(ROOT / "planner", method_map=[("**.py", "python")], keywords=KEYWORDS)
    for filename, _line, message, _comments, context in sorted(found, key=lambda item: (item[0], item[1])):
        place = (Path("planner", filename).as_posix(), 0)
        template.add(message, None, locations=[place], context=context)
    return template


def as_text(catalogue: Catalog) -> bytes:
    """Write the catalogue as gettext's source file, sorted so that two branches merge."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return buffer.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Write the catalogue as gettext reads it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


if __name__ == "__main__":
    sys.exit(main())

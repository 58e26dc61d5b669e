"""A fingerprint of a plan's content: two plans have the same digest exactly when they hold equal items."""

import hashlib
import json

from planner.domain.codec import item_to_json
from planner.domain.fields import Value
from planner.domain.items import Item
from planner.domain.plan import Plan


def content_digest(plan: Plan) -> str:
    """Return the SHA-256 over all items in canonical JSON, ordered by id, as 64 hexadecimal digits."""
    fingerprint = hashlib.sha256()
    for item in sorted(plan.items(), key=lambda item: item.id):
        fingerprint.update(_canonical(item).encode("utf-8", "surrogatepass") + b"\n")
    return fingerprint.hexdigest()


def _canonical(item: Item) -> str:
    entry = item_to_json(item)
    entry["fields"] = {key: _plain(value) for key, value in entry["fields"].items()}
    return json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Value) -> Value:
    """Write equal numbers alike, as 3 and 3.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value

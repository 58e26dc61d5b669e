"""A fingerprint of a plan's content: two plans have the same digest exactly when they hold equal items."""

import hashlib
import json

from planner.domain.codec import item_to_json
from planner.domain.plan import Plan


def content_digest(plan: Plan) -> str:
    """Return the SHA-256 over all items in canonical JSON, ordered by id, as 64 hexadecimal digits."""
    fingerprint = hashlib.sha256()
    for item in sorted(plan.items(), key=lambda item: item.id):
        line = json.dumps(item_to_json(item), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        fingerprint.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return fingerprint.hexdigest()

"""Reaches the verdict of every test vector with retry.json alone. Prints those that differ."""

import json
import re
import sys
from contextlib import suppress
from pathlib import Path

WORD = re.compile(r"-?[A-Za-z0-9][\w.\-]*")
# The names of fields with a code, the surest first: a code of Meta that a provider passes on says more than its own.
NAMES = [r"(meta|whatsapp)\w*\.?\w*code$", r"code$|^error\.id$|\.reason$|violation_type$", r"^(.*\.)?(id|error|name|title|status|event)$"]
FIELDS = [re.compile(name, re.IGNORECASE) for name in NAMES]


def find_fields(value, path=""):
    """Yields path, value and subcode of each field, the outermost first."""
    fields = value.items() if isinstance(value, dict) else []
    for name, item in fields:
        if isinstance(item, (str, int)):
            yield f"{path}.{name}", str(item), str(value.get("error_subcode", ""))
    for name, item in [(path, item) for item in value] if isinstance(value, list) else fields:
        yield from find_fields(item, name)


def find_candidates(payload):
    """Yields the codes of each kind of field, if the payload is JSON or ends with it, then the words of it."""
    fields = []
    for start in [0, max(0, payload.find("{"))]:
        with suppress(ValueError):
            fields = fields or list(find_fields(json.loads(payload[start:])))
    yield from ([field[1:] for field in fields if names.search(field[0])] for names in FIELDS)
    yield [(word, "") for word in WORD.findall(payload)]


def find_known(table, names, payload):
    """Returns the provider that lists a code of the payload, and the code. One that is empty stands for the texts without."""
    # A subcode of Meta that a provider passes on says more than the provider's own meaning of the code.
    lists = [keys for found in find_candidates(payload) for keys in ([f"{code}/{sub}" for code, sub in found], [code for code, _ in found])]
    known = ((name, key) for keys in lists for name in names for key in keys if key in table["codes"].get(name, {}))
    return next(known, (names[0], ""))


def decide(table, provider, payload, country):
    name, key = find_known(table, [provider, table["passesOn"].get(provider)], payload)
    index = table["codes"].get(name, {}).get(key)
    for patterns, other in reversed(table["texts"].get(name, {}).get(key, [])):
        if any(re.search(pattern, payload.lower()) for pattern in patterns):
            index = other
    if index is None:
        return {}
    rules = table["decisions"][index].get("countries", {}) if country else {}
    return table["decisions"][rules.get(country, rules.get("ZZ", index))]


retries = json.loads(Path(sys.argv[1], "retry.json").read_text("utf-8"))
vectors = [json.loads(line) for line in Path(sys.argv[1], "vectors.jsonl").read_text("utf-8").strip().split("\n")]
decisions = [decide(retries, v["provider"], v["payload"], v["country"]) for v in vectors]
wrong = [v["id"] for v, own in zip(vectors, decisions) if any(own.get(name) != v[name] for name in ("turn", "retry", "wait", "plan"))]
print(json.dumps({"vectors": len(vectors), "wrong": wrong}))

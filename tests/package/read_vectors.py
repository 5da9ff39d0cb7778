"""Reaches the verdict of every test vector with retry.json alone. Prints those that differ."""

import json
import re
import sys

WORD = re.compile(r"-?[A-Za-z0-9][\w.\-]*")
# The names of fields with a code, the surest first.
FIELDS = [re.compile(name, re.IGNORECASE) for name in [r"code$|^error\.id$|\.reason$", r"^(.*\.)?(id|error|name|status|event)$"]]


def find_fields(value, path=""):
    """Yields path, value and subcode of each field, the outermost first."""
    items = value.items() if isinstance(value, dict) else []
    for name, item in items:
        if isinstance(item, (str, int)):
            yield f"{path}.{name}", str(item), str(value.get("error_subcode", ""))
    nested = [(path, item) for item in value] if isinstance(value, list) else items
    for name, item in nested:
        yield from find_fields(item, name)


def find_candidates(payload):
    """Yields codes by their fields, if the payload is JSON or ends with it, then each word of it."""
    for start in [0, payload.find("{")]:
        try:
            fields = list(find_fields(json.loads(payload[max(0, start) :])))
            for names in FIELDS:
                yield from ((code, subcode) for path, code, subcode in fields if names.search(path))
            break
        except ValueError:
            continue
    for word in WORD.findall(payload):
        yield word, ""


def decide(table, provider, payload):
    for name in [provider, table["passesOn"].get(provider)]:
        codes = table["codes"].get(name, {})
        for code, subcode in find_candidates(payload):
            known = [key for key in (f"{code}/{subcode}", code) if key in codes]
            if not known:
                continue
            for patterns, index in table["texts"].get(name, {}).get(known[0], []):
                if any(re.search(pattern, payload.lower()) for pattern in patterns):
                    return table["decisions"][index]
            return table["decisions"][codes[known[0]]]
    return None


folder = sys.argv[1]
with open(f"{folder}/retry.json", encoding="utf-8") as file:
    retries = json.load(file)
with open(f"{folder}/vectors.jsonl", encoding="utf-8") as file:
    vectors = [json.loads(line) for line in file]
wrong = [v["id"] for v in vectors
         if (decide(retries, v["provider"], v["payload"]) or {}) != {name: v[name] for name in ("turn", "retry", "wait", "plan")}]
print(json.dumps({"vectors": len(vectors), "wrong": wrong}))

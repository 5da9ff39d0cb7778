"""Reaches the verdict of every test vector with retry.json alone. Prints those that differ."""

import json
import re
import sys

WORD = re.compile(r"-?[A-Za-z0-9][\w.\-]*")
# The names of fields with a code, the surest first: a code of Meta that a provider passes on says more than its own.
NAMES = [r"(meta|whatsapp)\w*\.?\w*code$", r"code$|^error\.id$|\.reason$|violation_type$", r"^(.*\.)?(id|error|name|title|status|event)$"]
FIELDS = [re.compile(name, re.IGNORECASE) for name in NAMES]


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
    """Yields the codes of each kind of field, if the payload is JSON or ends with it, then the words of it."""
    for start in [0, payload.find("{")]:
        try:
            fields = list(find_fields(json.loads(payload[max(0, start) :])))
            yield from ([field[1:] for field in fields if names.search(field[0])] for names in FIELDS)
            break
        except ValueError:
            continue
    yield [(word, "") for word in WORD.findall(payload)]


def find_known(table, names, payload):
    """Returns the provider that lists a code of the payload, and the code. One that is empty stands for the texts without."""
    for name, code, subcode in [(name, *one) for found in find_candidates(payload) for name in names for one in found]:
        for key in (f"{code}/{subcode}", code):
            if key in table["codes"].get(name, {}):
                return name, key
    return names[0], ""


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


folder = sys.argv[1]
with open(f"{folder}/retry.json", encoding="utf-8") as file:
    retries = json.load(file)
with open(f"{folder}/vectors.jsonl", encoding="utf-8") as file:
    vectors = [json.loads(line) for line in file]
decisions = [decide(retries, v["provider"], v["payload"], v["country"]) for v in vectors]
wrong = [v["id"] for v, own in zip(vectors, decisions) if any(own.get(name) != v[name] for name in ("turn", "retry", "wait", "plan"))]
print(json.dumps({"vectors": len(vectors), "wrong": wrong}))

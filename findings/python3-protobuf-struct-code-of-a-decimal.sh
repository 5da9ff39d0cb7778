#!/bin/sh
# python3-protobuf 3.21.12 of Debian 12, Python 3.11 (1 December 2026): after a `Struct` the code is 131047.0.
#
# Expected: JSON that goes through `google.protobuf.Struct`, the JSON of Pub/Sub schemas, Dialogflow's webhooks and Cloud Logging's `jsonPayload`,
# comes out as it went in: `"code": 131047`.
# Seen: `MessageToDict` and `MessageToJson` give 131047.0. The text "code=131047.0", a key of a dictionary made with `str`, or a search for
# `"code": 131047,` is another one than Meta's; `== 131047` is true.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

chmod 755 .
apt-get download -qq python3-protobuf=3.21.12-3+deb12u1 > /dev/null 2>&1
dpkg-deb -x python3-protobuf_*.deb .

cat > convert.py <<'PY'
import json
import sys

from google.protobuf.json_format import MessageToDict, MessageToJson, Parse
from google.protobuf.struct_pb2 import Struct

given = '{"code": 131047, "title": "Re-engagement message"}'
status = Parse(given, Struct())
printed = json.dumps(MessageToDict(status), sort_keys=True)

print("given:  ", given)
print("printed:", printed)
is_as_seen = '"code": 131047.0' in printed and "131047.0" in MessageToJson(status)
sys.exit(0 if is_as_seen and MessageToDict(status)["code"] == 131047 else 1)
PY

PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION=python \
  PYTHONPATH="$folder/usr/lib/python3/dist-packages" /usr/bin/python3 convert.py

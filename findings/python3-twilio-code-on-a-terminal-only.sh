#!/bin/sh
# python3-twilio 7.7.1 of Debian 12, Python 3.11 (1 December 2026): the code of an error is printed where somebody watches, and not in a log.
#
# Expected: `str(error)` has the code in both cases, or in neither. Twilio tells its errors by code: "Outside the allowed window" is 63016.
# Seen: if standard error is a terminal, the text has the link …/docs/errors/63016, with colours; if it is a file, a pipe or a journal, the
# text is "HTTP 400 error: …" without code. So `logging.error("%s", error)` of a service tells no code, and trying it by hand shows one.
# `error.code` has it always.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

chmod 755 .
apt-get download -qq python3-twilio=7.7.1+ds1-1 python3-jwt python3-requests python3-urllib3 \
  python3-tz python3-certifi python3-chardet python3-idna > /dev/null 2>&1
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > log.py <<'PY'
import io
import sys

from twilio.base.exceptions import TwilioRestException

error = TwilioRestException(
    400,
    "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json",
    "Unable to create record: Outside the allowed window.",
    code=63016,
    method="POST",
)


class Terminal(io.StringIO):
    def isatty(self):
        return True


standard_error = sys.stderr
sys.stderr = Terminal()
watched = str(error)
sys.stderr = io.StringIO()
logged = str(error)
sys.stderr = standard_error

print("63016 on a terminal:", "63016" in watched)
print("63016 in a log:     ", "63016" in logged)
print(logged)
sys.exit(0 if "63016" in watched and "63016" not in logged and error.code == 63016 else 1)
PY

PYTHONPATH="$folder/usr/lib/python3/dist-packages" /usr/bin/python3 log.py

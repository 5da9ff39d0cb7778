#!/bin/sh
# datamash 1.7 of Debian 12 (1 December 2026): which number fails most is answered with a number that nobody has.
#
# Expected: `datamash mode` gives the value that a column has most often, here the `phone_number_id` 106540352242922 of 15 digits. `unique` and
# `first` give their values as they were written.
# Seen: "1.0654035224292e+14": the result is printed with 14 digits, so that the last one is gone and no search finds the id. The same holds
# for `max` and `min` of ids. A `wa_id` of 13 digits is whole. `--format %.0f` helps.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

chmod 755 .
apt-get download -qq datamash=1.7-2 > /dev/null 2>&1
dpkg-deb -x datamash_*.deb .

printf '106540352242922\t5511955501001\t131047\n106540352242922\t5511955501001\t131026\n' > failed.tsv

mode() {
  usr/bin/datamash "$@" < failed.tsv
}

echo "phone_number_id: $(mode mode 1)"
echo "wa_id:           $(mode mode 2)"
echo "as written:      $(mode unique 1)"
echo "with --format:   $(mode --format %.0f mode 1)"

test "$(mode mode 1)" = 1.0654035224292e+14
test "$(mode mode 2)" = 5511955501001
test "$(mode unique 1)" = 106540352242922

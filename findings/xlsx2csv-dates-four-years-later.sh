#!/bin/sh
# xlsx2csv 0.7.8 of Debian 12, Python 3.11 (1 December 2026): the times of failures are four years and a day later.
#
# Expected: a workbook with `date1904="0"` counts its days from 1900, as `date1904="false"` does: both are "false" of XML Schema's boolean.
# Seen: each value but "false" counts as true. A sheet that Gnumeric saved, which writes "0", has 2030-12-01 in the CSV for a message that failed
# on 2026-11-30. All times move alike, so order and gaps look right, and a plan that waits for such a time waits for years.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

chmod 755 .
apt-get download -qq xlsx2csv=1:0.7.8-1 > /dev/null 2>&1
dpkg-deb -x xlsx2csv_*.deb .

cat > workbook.py <<'PY'
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
path, date1904 = sys.argv[1:]

PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{DOCUMENT}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="{DOCUMENT}.styles+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{DOCUMENT}.worksheet+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>""",
    "xl/workbook.xml": f"""<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="{date1904}"/>
<sheets><sheet name="failures" sheetId="1" r:id="rId1"/></sheets></workbook>""",
    # Number format 14 is a date.
    "xl/styles.xml": f"""<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""",
    # Day 46356 from 1900 is 30 November 2026.
    "xl/worksheets/sheet1.xml": f"""<worksheet xmlns="{MAIN}"><sheetData>
<row r="1"><c r="A1"><v>131049</v></c><c r="B1" s="1"><v>46356</v></c></row></sheetData></worksheet>""",
}

with zipfile.ZipFile(path, "w") as workbook:
    for name, content in PARTS.items():
        workbook.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>\n' + content)
PY

/usr/bin/python3 workbook.py false.xlsx false
/usr/bin/python3 workbook.py zero.xlsx 0

convert() { /usr/bin/python3 usr/share/xlsx2csv/xlsx2csv.py -f %Y-%m-%d "$1"; }
said_false=$(convert false.xlsx)
said_zero=$(convert zero.xlsx)

echo "date1904=\"false\": $said_false"
echo "date1904=\"0\":     $said_zero"
[ "$said_false" = 131049,2026-11-30 ] && [ "$said_zero" = 131049,2030-12-01 ]

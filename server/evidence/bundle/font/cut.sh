#!/usr/bin/env bash
# Cuts the font of the bundle's index out of Noto Serif SC (SIL Open Font License, OFL.txt). Nobody needs it to build or
# to run: NotoSerifSC.ttf.gz lies beside it. It wants npm, Debian's fonttools and Unihan_OtherMappings.txt.bz2 of Debian's unicode-data.
# Taken: GB 2312, the 8,105 characters of the standard list of 2013 (通用规范汉字表, kTGH), Latin and punctuation.
set -euo pipefail
unihan=${1:?where Unihan_OtherMappings.txt.bz2 lies}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
tar xzf "$(npm pack --silent @expo-google-fonts/noto-serif-sc@0.4.3)"
/usr/bin/python3 - "$unihan" <<'PY'
import bz2, sys
chars = set('€№™℃·〓')
for hi in range(0xA1, 0xF8):
    for lo in range(0xA1, 0xFF):
        try:
            chars.add(bytes([hi, lo]).decode('gb2312'))
        except UnicodeDecodeError:
            pass
for line in bz2.open(sys.argv[1], 'rt'):
    part = line.rstrip('\n').split('\t')
    if len(part) == 3 and part[1] == 'kTGH':
        chars.add(chr(int(part[0][2:], 16)))
for a, b in ((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x2030, 0x203B), (0x2460, 0x2473), (0x3000, 0x301F), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6)):
    chars.update(map(chr, range(a, b + 1)))
open('chars.txt', 'w', encoding='utf-8').write(''.join(sorted(chars)))
PY
pyftsubset package/400Regular/NotoSerifSC_400Regular.ttf --text-file=chars.txt --output-file=NotoSerifSC.ttf --no-hinting --layout-features='' \
	--drop-tables+=vhea,vmtx,GSUB,GPOS,GDEF,BASE,STAT,DSIG,VORG,meta --name-IDs='0,1,2,3,4,5,6,13,14' --notdef-outline
gzip -9n NotoSerifSC.ttf
cp NotoSerifSC.ttf.gz "$here/"
cp package/LICENSE_FONT "$here/OFL.txt"

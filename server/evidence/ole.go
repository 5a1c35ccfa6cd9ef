package evidence

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"unicode/utf16"

	"tiaocai/workflows/law"
)

// damagedFile is for files that begin well and then don't hold together.
var damagedFile = invalid("file-damaged", law.Text{
	ZH: "这个文件已损坏或者不完整，打不开。请在电脑或手机上确认能够打开原文件，再重新上传。",
	EN: "This file is damaged or incomplete and can't be opened. Please make sure that the original opens on your computer or phone, then upload it again.",
})

// The old Office format (DOC, XLS) is a small file system in a file: a header, a table of chains of
// sectors, and a directory of named streams. The names tell Word from Excel; installers and mails
// use the same format.
var oleMagic = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

func isOLE(head []byte) bool { return bytes.HasPrefix(head, oleMagic) }

// oleKind reads the names in the directory.
func oleKind(f *os.File, size int64) (kind, error) {
	names, ok := oleNames(f, size)
	switch {
	case !ok:
		return kind{}, damagedFile
	case names["EncryptedPackage"]: // a DOCX or XLSX behind a password
		return kind{}, encrypted
	case names["WordDocument"]:
		return kinds[mediaDOC], nil
	case names["Workbook"], names["Book"]:
		return kinds[mediaXLS], nil
	}
	return kind{}, notTaken
}

// maxSectors bounds how long a directory we follow; a chain that bites its own tail ends there too.
const maxSectors = 256

// oleNames follows the chain of the directory. ok is false if the file doesn't hold together.
func oleNames(f io.ReaderAt, size int64) (names map[string]bool, ok bool) {
	header := make([]byte, 512)
	if _, err := f.ReadAt(header, 0); err != nil {
		return nil, false
	}
	shift := binary.LittleEndian.Uint16(header[30:])
	if shift != 9 && shift != 12 {
		return nil, false
	}
	sector := int64(1) << shift
	names = map[string]bool{}
	buf := make([]byte, sector)
	at := binary.LittleEndian.Uint32(header[48:])
	for range maxSectors {
		if n, err := f.ReadAt(buf, (int64(at)+1)*sector); n == 0 || err != nil && err != io.EOF {
			return nil, false
		}
		oleEntries(buf, names)
		next, found := oleNext(f, header, at, sector)
		if !found {
			return nil, false
		}
		if next >= 0xFFFFFFF0 { // the end of the chain
			return names, true
		}
		at = next
	}
	return nil, false
}

// oleEntries adds the names in one sector of the directory: entries of 128 bytes, the name in
// UTF-16 with its length in bytes, the closing zero included, at 64.
func oleEntries(sector []byte, names map[string]bool) {
	for ; len(sector) >= 128; sector = sector[128:] {
		n := int(binary.LittleEndian.Uint16(sector[64:]))
		if n < 2 || n > 64 {
			continue
		}
		var name []uint16
		for i := 0; i < n-2; i += 2 {
			name = append(name, binary.LittleEndian.Uint16(sector[i:]))
		}
		names[string(utf16.Decode(name))] = true
	}
}

// oleNext looks the sector up in the table of chains. The header names the first 109 sectors of
// that table, enough for directories in files of 6 MB, or of 400 MB with long sectors.
func oleNext(f io.ReaderAt, header []byte, at uint32, sector int64) (uint32, bool) {
	perSector := uint32(sector / 4)
	table := at / perSector
	if table >= 109 {
		return 0xFFFFFFFE, true // too far back to follow: what was read so far must do
	}
	where := (int64(binary.LittleEndian.Uint32(header[76+4*table:]))+1)*sector + int64(at%perSector)*4
	next := make([]byte, 4)
	if _, err := f.ReadAt(next, where); err != nil {
		return 0, false
	}
	return binary.LittleEndian.Uint32(next), true
}

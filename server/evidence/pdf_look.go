package evidence

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
)

// A PDF that is too large to be taken apart is looked at as a stream, in a few kilobytes of memory:
// both ends, then the chain of cross-reference sections from the newest to the first, each with its
// trailer. Where the chain is broken, which many files in daily use are and every reader mends, the
// whole file is read through once for its trailers, as readers do.

const (
	mostSections = 1000     // a file that was added to more often is read through
	mostEntries  = 10 << 20 // in one table: objects of a file of many gigabytes
	mostTrailer  = 64 << 10 // what a trailer dictionary may weigh
)

var (
	encryptEntry = regexp.MustCompile(`/Encrypt[\s<(]`)
	rootEntry    = regexp.MustCompile(`/Root[\s\r\n]*\d+[\s\r\n]+\d+[\s\r\n]+R`)
	prevEntry    = regexp.MustCompile(`/(Prev|XRefStm)[\s\r\n]+(\d+)`)
	startXref    = regexp.MustCompile(`startxref\s+(\d+)`)
	objectHead   = regexp.MustCompile(`^\s*\d+\s+\d+\s+obj\b`)
	xrefType     = regexp.MustCompile(`/Type[\s\r\n]*/XRef\b`)
)

// errChain says that the chain of sections can't be followed; it is for us alone.
var errChain = errors.New("evidence: the cross-references of the PDF can't be followed")

// lookAtPDF refuses a file that doesn't begin as a PDF or end as one, as a transfer that broke off
// doesn't, one that has no root, and one that is encrypted.
func lookAtPDF(file io.ReaderAt, size int64) error {
	f := &budget{file, 4*size + 16<<20}
	at, err := ends(f, size)
	if err != nil {
		return err
	}
	err = followSections(f, at, size)
	if errors.Is(err, errChain) {
		return readThrough(f, size)
	}
	return err
}

// budget lets only so many bytes be read: a file made to be read over and over costs no more than
// reading an honest one a few times.
type budget struct {
	io.ReaderAt
	left int64
}

func (b *budget) ReadAt(p []byte, at int64) (int, error) {
	if b.left -= int64(len(p)); b.left < 0 {
		return 0, tooIntricate
	}
	return b.ReaderAt.ReadAt(p, at)
}

// ends looks at both ends and gives the place of the newest section.
func ends(f io.ReaderAt, size int64) (int64, error) {
	head, err := piece(f, 0, size)
	if err != nil {
		return 0, err
	}
	tail, err := piece(f, max(0, size-pdfEdge), size)
	if err != nil {
		return 0, err
	}
	begin := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), "\r\n\t \x00")
	if !bytes.HasPrefix(begin, []byte("%PDF-")) || !bytes.Contains(tail, []byte("%%EOF")) {
		return 0, damagedFile
	}
	pointers := startXref.FindAllSubmatch(tail, -1)
	if len(pointers) == 0 {
		return 0, damagedFile
	}
	at, err := strconv.ParseInt(string(pointers[len(pointers)-1][1]), 10, 64)
	if err != nil || at >= size {
		return 0, damagedFile
	}
	if at == 0 { // some writers leave it to the reader
		return 0, nil
	}
	return at, nil
}

// followSections goes from section to section; each must have a trailer without encryption, and one
// of them the root.
func followSections(f io.ReaderAt, at, size int64) error {
	seen, root := map[int64]bool{}, false
	next := []int64{at}
	for len(next) > 0 {
		at, next = next[0], next[1:]
		if seen[at] {
			continue // a ring, or a section that is named twice
		}
		if seen[at] = true; len(seen) > mostSections || at <= 0 || at >= size {
			return errChain
		}
		trailer, err := sectionAt(f, at, size)
		if err != nil {
			return err
		}
		if encryptEntry.Match(trailer) {
			return encrypted
		}
		root = root || rootEntry.Match(trailer)
		for _, m := range prevEntry.FindAllSubmatch(trailer, -1) {
			to, err := strconv.ParseInt(string(m[2]), 10, 64)
			if err != nil {
				return errChain
			}
			if to > 0 {
				next = append(next, to)
			}
		}
	}
	if !root {
		return errChain
	}
	return nil
}

// sectionAt gives the trailer of the section at a place: behind a table, or at the head of a stream.
func sectionAt(f io.ReaderAt, at, size int64) ([]byte, error) {
	r := bufio.NewReaderSize(io.NewSectionReader(f, at, size-at), pdfEdge)
	head, err := r.Peek(min(pdfEdge, int(min(size-at, pdfEdge))))
	if err != nil && err != io.EOF {
		return nil, diskFault("receive", "", err)
	}
	if objectHead.Match(head) {
		dict, err := dictionary(r)
		if err == nil && !xrefType.Match(dict) {
			err = errChain
		}
		return dict, err
	}
	if !bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("xref")) {
		return nil, errChain
	}
	return afterTable(r)
}

// afterTable passes over the lines of a table up to its trailer.
func afterTable(r *bufio.Reader) ([]byte, error) {
	for range mostEntries {
		line, err := r.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) { // lines may end in a bare return
			err = nil
		}
		if i := bytes.Index(line, []byte("trailer")); i >= 0 {
			rest := bytes.Clone(line[i+len("trailer"):])
			return dictionary(bufio.NewReaderSize(io.MultiReader(bytes.NewReader(rest), r), pdfEdge))
		}
		if err == io.EOF || bytes.Contains(line, []byte("endobj")) {
			return nil, errChain
		}
		if err != nil {
			return nil, diskFault("receive", "", err)
		}
	}
	return nil, errChain
}

// dictionary reads up to the end of the dictionary that begins next. Strings in it are passed over
// whole, for they may hold brackets.
func dictionary(r *bufio.Reader) ([]byte, error) {
	var dict []byte
	depth, before := 0, byte(0)
	for len(dict) < mostTrailer {
		c, err := r.ReadByte()
		if err != nil {
			return nil, errChain
		}
		dict = append(dict, c)
		switch {
		case c == '(':
			if err := passString(r); err != nil {
				return nil, err
			}
		case c == '<' && before == '<':
			depth++
			c = 0
		case c == '>' && before == '>':
			if depth--; depth == 0 {
				return dict, nil
			}
			c = 0
		}
		before = c
	}
	return nil, errChain
}

// passString passes over the rest of a string in brackets.
func passString(r *bufio.Reader) error {
	for depth, n := 1, 0; depth > 0; n++ {
		c, err := r.ReadByte()
		if err != nil || n > mostTrailer {
			return errChain
		}
		switch c {
		case '\\':
			if _, err := r.ReadByte(); err != nil {
				return errChain
			}
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	return nil
}

// readThrough looks for the trailers of a file whose chain is broken: the dictionary behind each word
// "trailer", and that of each stream of cross-references.
func readThrough(f io.ReaderAt, size int64) error {
	const window, overlap = 64 << 10, 2 << 10
	buffer, root := make([]byte, window+overlap), false
	for at := int64(0); at < size; at += window {
		n, err := f.ReadAt(buffer[:min(int64(len(buffer)), size-at)], at)
		if err != nil && err != io.EOF {
			return diskFault("receive", "", err)
		}
		b := buffer[:n]
		for _, word := range []string{"trailer", "/XRef"} {
			for from := 0; ; {
				i := bytes.Index(b[from:], []byte(word))
				if i < 0 || from+i >= window {
					break
				}
				place := at + int64(from+i)
				dict := aroundWord(f, place, size, word)
				if encryptEntry.Match(dict) {
					return encrypted
				}
				root = root || rootEntry.Match(dict)
				from += i + len(word)
			}
		}
	}
	if !root {
		return damagedFile
	}
	return nil
}

// aroundWord is the dictionary that follows the word "trailer", or the one in which the word stands.
func aroundWord(f io.ReaderAt, at, size int64, word string) []byte {
	if word != "trailer" {
		back := max(0, at-2<<10)
		before := make([]byte, at-back)
		if _, err := f.ReadAt(before, back); err != nil && err != io.EOF {
			return nil
		}
		begin := bytes.LastIndex(before, []byte(" obj"))
		if begin < 0 {
			return nil
		}
		at = back + int64(begin)
	}
	dict, err := dictionary(bufio.NewReaderSize(io.NewSectionReader(f, at, size-at), pdfEdge))
	if err != nil {
		return nil
	}
	return dict
}

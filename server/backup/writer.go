package backup

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"time"
)

// writer writes the entries of an archive and keeps count of them.
type writer struct {
	tar   *tar.Writer
	at    time.Time
	tally tally
}

// tally is what the last entry says of all before it.
type tally struct {
	entries int
	bytes   int64
	all     hash.Hash
}

func newTally() tally { return tally{all: sha256.New()} }

func (t *tally) add(name string, size int64, sum []byte) {
	t.entries++
	t.bytes += size
	fmt.Fprintf(t.all, "%s\t%d\t%x\n", name, size, sum)
}

func newWriter(to io.Writer, at time.Time) *writer {
	return &writer{tar: tar.NewWriter(&sink{to}), at: at, tally: newTally()}
}

// sink puts the errors of a full disk into words.
type sink struct{ to io.Writer }

func (s *sink) Write(p []byte) (int, error) {
	n, err := s.to.Write(p)
	return n, written(err)
}

func (w *writer) header(name string, size int64, pax map[string]string) error {
	return w.tar.WriteHeader(&tar.Header{Name: name, Size: size, Mode: 0o600, ModTime: w.at, Format: tar.FormatPAX, PAXRecords: pax})
}

// bytes writes an entry whose content is at hand.
func (w *writer) bytes(name string, content []byte) error {
	sum := sha256.Sum256(content)
	if err := w.header(name, int64(len(content)), map[string]string{paxDigest: hex.EncodeToString(sum[:])}); err != nil {
		return err
	}
	_, err := w.tar.Write(content)
	w.tally.add(name, int64(len(content)), sum[:])
	return err
}

func (w *writer) json(name string, v any) error {
	text, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	return w.bytes(name, append(text, '\n'))
}

// piece is the size of the pieces into which the dump is cut: a tar header names the size, and the
// dump's is not known before its end.
const piece = 4 << 20

// stream cuts what r gives into pieces.
func (w *writer) stream(prefix string, r io.Reader) error {
	buf := make([]byte, piece)
	for n := 0; ; n++ {
		got, err := io.ReadFull(r, buf)
		if got > 0 {
			if err := w.bytes(fmt.Sprintf("%s%05d", prefix, n), buf[:got]); err != nil {
				return err
			}
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// file copies size bytes of r, which should have the SHA-256 want, and says whether they had. What
// is too short is filled with zeros, so that the entry ends where its header says.
func (w *writer) file(name string, r io.Reader, size int64, want []byte, version, mediaType string) (ok bool, err error) {
	pax := map[string]string{paxDigest: hex.EncodeToString(want), paxVersion: version, paxType: mediaType}
	for k, v := range pax {
		if v == "" {
			delete(pax, k)
		}
	}
	if err := w.header(name, size, pax); err != nil {
		return false, err
	}
	h := sha256.New()
	to := io.MultiWriter(w.tar, h)
	n, err := io.Copy(to, io.LimitReader(r, size))
	if err != nil {
		return false, err
	}
	if n < size {
		_, err = io.CopyN(to, zeros{}, size-n)
	} else if more, _ := io.ReadFull(r, make([]byte, 1)); more > 0 {
		n++
	}
	sum := h.Sum(nil)
	w.tally.add(name, size, sum)
	return n == size && bytes.Equal(sum, want), err
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

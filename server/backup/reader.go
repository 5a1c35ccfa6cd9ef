package backup

import (
	"archive/tar"
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"tiaocai/models"
)

// entry is one entry of an archive while it is read.
type entry struct {
	Name    string
	Size    int64
	Digest  string // what it should have, by its header
	Version string
	Type    string
}

// counter counts what was read of the archive.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// walk calls each for every entry in order. An archive that stops in the middle of an entry is cut
// short.
func walk(ctx context.Context, f *os.File, each func(entry, io.Reader) error) (read *counter, err error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	read = &counter{r: bufio.NewReaderSize(f, 1<<20)}
	t := tar.NewReader(read)
	for {
		h, err := t.Next()
		if err == io.EOF {
			return read, nil
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return read, broken(err)
		}
		e := entry{h.Name, h.Size, h.PAXRecords[paxDigest], h.PAXRecords[paxVersion], h.PAXRecords[paxType]}
		if err := each(e, t); err != nil {
			return read, broken(err)
		}
	}
}

// broken puts an error of reading the archive into words; our own stay as they are.
func broken(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return cutShort(err)
	case errors.Is(err, tar.ErrHeader):
		return damagedArchive(err)
	}
	return err
}

// Archive is a backup that was read from one end to the other and found whole.
type Archive struct {
	Manifest
	End  Complete
	Path string
	Size int64
}

// checker reads an archive once through.
type checker struct {
	keys     *models.Keyring
	manifest Manifest
	end      *Complete
	begun    bool // there was an entry
	tally    tally
	wrong    []string // files that are not what their header says
}

// Check reads an archive whole, changes nothing, and says in a sentence what is wrong with it: it was
// cut short, damaged, written by a newer program, or belongs to another key set.
func Check(ctx context.Context, path string, keys *models.Keyring) (*Archive, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, noArchive(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, noArchive(err)
	}
	c := &checker{keys: keys, tally: newTally()}
	read, err := walk(ctx, f, c.entry)
	if !c.begun && err != nil {
		return nil, noArchive(err)
	}
	if err != nil {
		return nil, err
	}
	return c.judge(path, read.n, info.Size())
}

// entry reads one entry. The manifest is judged at once, so that a wrong key set is told before
// hours of reading.
func (c *checker) entry(e entry, r io.Reader) error {
	c.begun = true
	if c.end != nil {
		return damagedArchive(fmt.Errorf("%s follows the end", e.Name))
	}
	h := sha256.New()
	keep := &bytes.Buffer{}
	var to io.Writer = h
	if e.Name == manifestName || e.Name == completeName {
		if e.Size > 64<<20 {
			return noArchive(nil)
		}
		to = io.MultiWriter(h, keep)
	}
	if _, err := io.Copy(to, r); err != nil {
		return err
	}
	sum := h.Sum(nil)
	first := c.tally.entries == 0
	switch {
	case first != (e.Name == manifestName):
		return noArchive(fmt.Errorf("%s is not where it belongs", e.Name))
	case first:
		if err := json.Unmarshal(keep.Bytes(), &c.manifest); err != nil {
			return noArchive(err)
		}
		if err := c.fits(); err != nil {
			return err
		}
	case e.Name == completeName:
		c.end = &Complete{}
		if err := json.Unmarshal(keep.Bytes(), c.end); err != nil {
			return damagedArchive(err)
		}
		return nil
	}
	if fmt.Sprintf("%x", sum) != e.Digest {
		c.wrong = append(c.wrong, e.Name+"\x00"+e.Version)
	}
	c.tally.add(e.Name, e.Size, sum)
	return nil
}

// fits says whether this program, with these keys, can bring the archive back.
func (c *checker) fits() error {
	m := c.manifest
	if m.Format == 0 {
		return noArchive(nil)
	}
	if m.Format > Format || m.Schema > models.SchemaVersion() {
		return newerArchive(m)
	}
	if ours := c.keys.Fingerprint(); m.Keys != ours {
		return wrongKeys(m.Keys, ours)
	}
	return nil
}

// judge compares what was read with what the last entry says. The end of a tar file is two empty
// blocks; without them the copy was cut short, if only by a little.
func (c *checker) judge(path string, read, size int64) (*Archive, error) {
	if c.end == nil || read != size || size%512 != 0 || !c.closed(path, size) {
		return nil, cutShort(nil)
	}
	digest := fmt.Sprintf("%x", c.tally.all.Sum(nil))
	if c.end.Entries != c.tally.entries || c.end.Bytes != c.tally.bytes || c.end.Digest != digest || c.end.Seal != seal(c.keys, digest) {
		return nil, damagedArchive(errors.New("the digest of all entries is not the one at the end"))
	}
	known := map[string]bool{}
	for _, d := range c.end.Damaged {
		known[evidencePrefix+d.Key+"\x00"+d.Version] = true
	}
	for _, name := range c.wrong {
		if !known[name] {
			return nil, damagedArchive(fmt.Errorf("%q is not what its header says", name))
		}
	}
	return &Archive{Manifest: c.manifest, End: *c.end, Path: path, Size: size}, nil
}

// closed says whether the file ends with the two empty blocks of a tar file.
func (c *checker) closed(path string, size int64) bool {
	f, err := os.Open(path)
	if err != nil || size < 1024 {
		return false
	}
	defer f.Close()
	end := make([]byte, 1024)
	_, err = f.ReadAt(end, size-1024)
	return err == nil && bytes.Equal(end, make([]byte, 1024))
}

// isEvidence gives the key of a file.
func (e entry) isEvidence() (key string, ok bool) { return strings.CutPrefix(e.Name, evidencePrefix) }

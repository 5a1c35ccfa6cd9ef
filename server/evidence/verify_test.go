package evidence

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"io"
	"testing"
	"testing/iotest"
)

func TestVerifyPassesSoundObjects(t *testing.T) {
	t.Parallel()
	for _, size := range []int{0, 1, withheld - 1, withheld, withheld + 1, 3*withheld + 7} {
		content := make([]byte, size)
		rand.Read(content)
		for name, from := range map[string]io.Reader{
			"whole":         bytes.NewReader(content),
			"data with EOF": iotest.DataErrReader(bytes.NewReader(content)),
			"half reads":    iotest.HalfReader(bytes.NewReader(content)),
		} {
			r := Verify(from, sha256.Sum256(content), int64(size), func() { t.Error("alarm") })
			if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, content) {
				t.Errorf("%s: %d of %d bytes, %v", name, len(got), size, err)
			}
			if n, err := r.Read(make([]byte, 1)); n != 0 || err != io.EOF {
				t.Errorf("%s: after the end %d, %v, want io.EOF", name, n, err)
			}
		}
	}
}

func TestVerifyWithholdsTheEndOfDamagedObjects(t *testing.T) {
	t.Parallel()
	const size = 3 * withheld
	content := make([]byte, size)
	rand.Read(content)
	sum := sha256.Sum256(content)
	changed := func(at int) []byte {
		c := bytes.Clone(content)
		c[at] ^= 1
		return c
	}
	for name, got := range map[string][]byte{
		"first byte":   changed(0),
		"last byte":    changed(size - 1),
		"cut early":    content[:100],
		"cut late":     content[:size-1],
		"nothing":      nil,
		"one too many": append(bytes.Clone(content), 0),
	} {
		alarms := 0
		r := Verify(bytes.NewReader(got), sum, size, func() { alarms++ })
		passed, err := io.ReadAll(r)
		if !errors.Is(err, ErrDamaged) || alarms != 1 {
			t.Errorf("%s: %v with %d alarms, want ErrDamaged with 1", name, err, alarms)
		}
		if len(passed) > size-withheld {
			t.Errorf("%s: %d bytes passed, want at most %d", name, len(passed), size-withheld)
		}
		if n, err := r.Read(make([]byte, 1)); n != 0 || !errors.Is(err, ErrDamaged) || alarms != 1 {
			t.Errorf("%s: afterwards %d, %v, %d alarms", name, n, err, alarms)
		}
	}
}

// A line that breaks is no damage: trying again may help.
func TestVerifyTellsBrokenLinesApart(t *testing.T) {
	t.Parallel()
	broken := errors.New("line broken")
	for _, after := range []int{0, 10, withheld + 10} {
		from := io.MultiReader(bytes.NewReader(make([]byte, after)), iotest.ErrReader(broken))
		_, err := io.ReadAll(Verify(from, [32]byte{}, 2*withheld, func() { t.Error("alarm") }))
		if !errors.Is(err, broken) {
			t.Errorf("after %d bytes: %v, want the error of the line", after, err)
		}
	}
}

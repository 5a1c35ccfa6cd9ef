package evidence

import (
	"crypto/sha256"
	"errors"
	"hash"
	"io"
)

// ErrDamaged says that an object is no longer what was handed over.
var ErrDamaged = errors.New("evidence: the object is not what was handed over")

// withheld is how many bytes at the end of a download wait for the verdict.
const withheld = 32 << 10

// Verify passes r on and hashes on the way. The last bytes are held back until the whole is known to
// have the SHA-256 want and the size; if not, the reader ends with ErrDamaged instead. So whoever
// downloads sees a transfer that broke off, never a complete file that is the wrong one. alarm may
// be nil; it is called once, when an object is damaged, but not when reading it failed.
//
// Only a whole object can be verified; whoever gives out a part sees to it that the whole was looked at.
func Verify(r io.Reader, want [32]byte, size int64, alarm func()) io.Reader {
	return &verifier{from: r, want: want, open: max(0, size-withheld), end: min(size, withheld), alarm: alarm, hash: sha256.New()}
}

// verifier first passes open bytes on, then reads the end into tail and judges.
type verifier struct {
	from  io.Reader
	hash  hash.Hash
	want  [32]byte
	open  int64  // bytes still to pass on unjudged
	end   int64  // bytes to withhold
	tail  []byte // judged and found right
	alarm func()
	err   error // how it ended
}

func (v *verifier) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if v.err == nil && v.open > 0 {
		return v.pass(p)
	}
	if v.err == nil {
		v.err = v.judge()
	}
	if len(v.tail) > 0 {
		n := copy(p, v.tail)
		v.tail = v.tail[n:]
		return n, nil
	}
	return 0, v.err
}

// pass hands on bytes from before the end.
func (v *verifier) pass(p []byte) (int, error) {
	n, err := v.from.Read(p[:min(int64(len(p)), v.open)])
	v.hash.Write(p[:n])
	v.open -= int64(n)
	if err == io.EOF {
		err = nil
		if v.open > 0 { // too short
			err = v.damaged()
		}
	}
	v.err = err
	return n, err
}

// judge reads the end, one byte further to see that it is the end, and compares; io.EOF is the
// verdict that all is well.
func (v *verifier) judge() error {
	tail := make([]byte, v.end)
	if _, err := io.ReadFull(v.from, tail); err == io.EOF || err == io.ErrUnexpectedEOF {
		return v.damaged()
	} else if err != nil {
		return err
	}
	n, err := io.ReadFull(v.from, make([]byte, 1))
	if n > 0 {
		return v.damaged()
	}
	if err != io.EOF {
		return err
	}
	v.hash.Write(tail)
	if [32]byte(v.hash.Sum(nil)) != v.want {
		return v.damaged()
	}
	v.tail = tail
	return io.EOF
}

// damaged raises the alarm.
func (v *verifier) damaged() error {
	if v.alarm != nil {
		v.alarm()
	}
	return ErrDamaged
}

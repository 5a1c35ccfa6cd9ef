// Package evidence is the vault (证据库): it takes in the files that parties hand over, checks what
// they are, keeps them where nobody can change them unseen, and gives them out again.
//
// The way of a file: Intake.Receive streams it to a temporary file, hashing and counting on the
// way, and refuses what is too large, of a kind that isn't taken, damaged or encrypted. Then
// Upload.Keep puts it into a Store under a key made of the case and the digest of the content,
// so the same file handed over twice is one object. A large file goes to an S3 server in pieces while
// it comes in, under a key of its own, and becomes an object only when it was taken. The row in the database holds key, version,
// size and SHA-256; with it Verify checks each download, and withholds the end of a file that
// isn't what was handed over. An object without a row, left behind by a refusal or a power cut, is
// removed by Sweep; a row without an object cannot arise.
//
// There are two stores: a Disk, which needs nothing installed, and S3, with versions and locks. What
// a store can promise is found out by trying a real lock (Probe) and told as it is (Sealing).
package evidence

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Store keeps objects for good, under keys as Key makes them. All methods may be called at the
// same time. A store that can't be reached, or is full, answers with fault.Unavailable; an object
// that isn't there with fault.NotFound; a key of another form with ErrKey.
type Store interface {
	// Put stores the first size bytes of file and returns the version to read later, which is
	// empty where the store has no versions. The content must have the SHA-256 sum, else nothing
	// is kept and the answer is ErrChecksum. The same content may be put again; other content
	// under a key that is taken never replaces it.
	Put(ctx context.Context, key string, file *os.File, size int64, sum [32]byte, mediaType string) (version string, err error)

	// Open reads length bytes from the byte from on; a length of -1 means to the end. A range that
	// is empty or reaches outside the object is ErrRange.
	Open(ctx context.Context, key, version string, from, length int64) (io.ReadCloser, error)

	// Stat tells of one version; an empty version means the newest.
	Stat(ctx context.Context, key, version string) (Info, error)

	// Delete removes one version if it was last put before the given moment, and says whether it
	// did; the zero time removes it whatever its age. What isn't there is no error. Where there are
	// versions, an empty one is that of an object from before, never the newest.
	Delete(ctx context.Context, key, version string, before time.Time) (removed bool, err error)

	// List calls each for every version whose key begins with prefix, and stops at its first error.
	List(ctx context.Context, prefix string, each func(Info) error) error

	// Lock keeps a version from being removed by anybody before a moment, and only ever lengthens:
	// an earlier moment changes nothing. A store that can't lock answers ErrNoLock.
	Lock(ctx context.Context, key, version string, until time.Time) error

	// Locked says until when nobody can remove the version; zero if it isn't locked.
	Locked(ctx context.Context, key, version string) (time.Time, error)

	// Probe finds out by trying what Sealing then tells.
	Probe(ctx context.Context) error

	// Sealing is what the store can promise; it asks nobody.
	Sealing() Sealing

	// Check says whether the store would take a file now.
	Check(ctx context.Context) error
}

// Info is what a store knows of one version of an object.
type Info struct {
	Key      string
	Version  string // empty where there are no versions
	Size     int64  // bytes
	Modified time.Time
}

// What can be wrong with an object, or with a caller. None of these is shown to people.
var (
	ErrKey      = errors.New("evidence: not a key")
	ErrRange    = errors.New("evidence: no such range of bytes")
	ErrChecksum = errors.New("evidence: the bytes do not have the SHA-256 that was given for them")
	ErrTaken    = errors.New("evidence: the key is taken by other content")
	ErrLocked   = errors.New("evidence: the version is locked")
)

// retry is when trying again makes sense after the store was down.
const retry = 30 * time.Second

// unavailable is the fault that people see while the store is down; cause is for the log.
func unavailable(cause error) error {
	f := fault.New(fault.Unavailable, "evidence-store-unavailable", law.Text{
		ZH: "证据库暂时无法使用，材料没有丢失。请半分钟后再试。",
		EN: "The evidence store is out of reach just now. Nothing that was kept is lost; please try again in half a minute.",
	})
	f.RetryAfter = retry
	return &caused{f, cause}
}

// caused is a fault with the reason that only the log sees.
type caused struct {
	fault *fault.Error
	cause error
}

func (c *caused) Error() string   { return c.fault.Error() + ": " + c.cause.Error() }
func (c *caused) Unwrap() []error { return []error{c.fault, c.cause} }

// missing is the one answer for an object that isn't there; cause is for the log.
func missing(cause error) error { return &caused{fault.Missing(), cause} }

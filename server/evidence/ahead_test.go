package evidence

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/minio/minio-go/v7"

	"tiaocai/workflows/fault"
)

// recording is a sound file of a size.
func recording(size int) []byte {
	b := make([]byte, size)
	rand.New(rand.NewSource(int64(size))).Read(b)
	copy(b, "RIFF\x00\x00\x00\x00WAVEfmt ")
	return b
}

func placeOn(s *S3) Place { return Place{s, 7, "ABCD"} }

// begun are the uploads in pieces that the server still has.
func begun(t *testing.T, s *S3, key string) (n int) {
	t.Helper()
	list, err := minio.Core{Client: s.quick}.ListMultipartUploads(t.Context(), s.bucket, key, "", "", "", 100)
	if err != nil {
		t.Fatal(err)
	}
	return len(list.Uploads)
}

func objects(t *testing.T, s *S3) (list []string) {
	t.Helper()
	if err := s.List(t.Context(), "c7/", func(o Info) error { list = append(list, o.Key); return nil }); err != nil {
		t.Fatal(err)
	}
	return list
}

// A large file is in the store when its last byte has come in, whole and as it was; a small one is
// put as one under its digest.
func TestALargeFileGoesAhead(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		in, err := NewIntake(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range []int{2*pieceSize + 5, 2 * pieceSize, pieceSize - 1} {
			content := recording(size)
			u, err := in.ReceiveFor(t.Context(), bytes.NewReader(content), "录音.wav", 1<<30, placeOn(s))
			if err != nil {
				t.Fatal(err)
			}
			key, version, err := u.Keep(t.Context(), placeOn(s))
			if err != nil || version == "" {
				t.Fatalf("Keep = %q, %q, %v", key, version, err)
			}
			if ahead := strings.HasPrefix(key, "c7/ABCD/u"); ahead != (size >= pieceSize) {
				t.Errorf("%d bytes: key %s", size, key)
			}
			r, err := s.Open(t.Context(), key, version, 0, -1)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(Verify(r, u.Sum, u.Size, nil))
			if err != nil || !bytes.Equal(got, content) {
				t.Errorf("%d bytes come back as %d, %v", size, len(got), err)
			}
			r.Close()
			u.Close()
		}
	})
}

// Of a file that is refused, or breaks off, after pieces of it were sent, nothing is left.
func TestARefusedFileTakesItsPiecesBack(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		in, err := NewIntake(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		large := bytes.Repeat([]byte("\x7fELF no evidence"), 3*pieceSize/16)
		if _, err := in.ReceiveFor(t.Context(), bytes.NewReader(large), "a.wav", 1<<30, placeOn(s)); fault.As(err) == nil {
			t.Errorf("a program: %v", err)
		}
		if _, err := in.ReceiveFor(t.Context(), bytes.NewReader(recording(3*pieceSize)), "a.wav", 2*pieceSize, placeOn(s)); fault.As(err) == nil {
			t.Errorf("too large: %v", err)
		}
		broken := io.MultiReader(bytes.NewReader(recording(2*pieceSize)), errReader{})
		if _, err := in.ReceiveFor(t.Context(), broken, "a.wav", 1<<30, placeOn(s)); fault.As(err) == nil {
			t.Errorf("broken off: %v", err)
		}
		if list := objects(t, s); len(list) > 0 || begun(t, s, "") > 0 {
			t.Errorf("left in the store: %v, and %d uploads", list, begun(t, s, ""))
		}
	})
}

type errReader struct{}

func (errReader) Read([]byte) (int, error) { return 0, errors.New("the line went dead") }

// Where pieces go wrong, the file is put as a whole.
func TestPiecesThatGoWrongCostNothing(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		in, err := NewIntake(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		u, err := in.ReceiveFor(t.Context(), bytes.NewReader(recording(2*pieceSize)), "a.wav", 1<<30, Place{forgetful{s}, 7, "ABCD"})
		if err != nil {
			t.Fatal(err)
		}
		key, version, err := u.Keep(t.Context(), placeOn(s))
		if err != nil || key != Key(7, "ABCD", u.Sum) || version == "" {
			t.Errorf("Keep = %s, %q, %v", key, version, err)
		}
		if list := objects(t, s); len(list) != 1 {
			t.Errorf("in the store: %v", list)
		}
	})
}

// forgetful loses every upload in pieces before it is finished, as a server does that cleans up.
type forgetful struct{ *S3 }

func (f forgetful) Begin(ctx context.Context, key string) (Pieces, error) {
	p, err := f.S3.Begin(ctx, key)
	if err == nil {
		p.Drop(ctx)
	}
	return p, err
}

// Pieces of a process that was killed are taken back after a while, and never those of an upload under way.
func TestTidyTakesOldPiecesBack(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		p, err := s.Begin(t.Context(), "c7/ABCD/ukilled")
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Piece(t.Context(), 1, io.NewSectionReader(bytes.NewReader(recording(pieceSize)), 0, pieceSize)); err != nil {
			t.Fatal(err)
		}
		if err := s.Tidy(time.Now().Add(-time.Hour)); err != nil {
			t.Fatal(err)
		}
		if n := begun(t, s, "c7/ABCD/ukilled"); n != 1 {
			t.Errorf("%d uploads under way, want 1", n)
		}
		if err := s.Tidy(time.Now().Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		if n := begun(t, s, ""); n != 0 {
			t.Errorf("%d uploads left", n)
		}
	})
}

package evidence

import (
	"errors"
	"testing"
	"time"

	"github.com/minio/minio-go/v7"

	"tiaocai/server/devstack"
	"tiaocai/workflows/fault"
)

// onBothServers runs a test against MinIO and versitygw.
func onBothServers(t *testing.T, test func(t *testing.T, s *S3)) {
	t.Parallel()
	for name, server := range map[string]*devstack.ObjectServer{"minio": minioServer, "versitygw": versityServer} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, err := NewS3(bucketOn(server).S3)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { s.Close() })
			test(t, s)
		})
	}
}

// In a bucket that has no versions a Put would replace, so it looks first.
func TestBucketWithoutVersions(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		if err := s.quick.MakeBucket(t.Context(), s.bucket, minio.MakeBucketOptions{}); err != nil {
			t.Fatal(err)
		}
		s.prepared = true // and no versions, as with a server that has none
		content := []byte("只此一份")
		key, version := mustPut(t, s, content)
		if version != "" {
			t.Errorf("version = %q, want none", version)
		}
		mustPut(t, s, content)
		other, sum := fileOf(t, []byte("另外一份"))
		if _, err := s.Put(t.Context(), key, other, 12, sum, "text/plain"); !errors.Is(err, ErrTaken) {
			t.Errorf("Put of other content: %v, want ErrTaken", err)
		}
		if got := read(t, s, key, "", 0, -1); string(got) != string(content) {
			t.Errorf("then it reads %q", got)
		}
		if n, err := Sweep(t.Context(), s, time.Now().Add(time.Hour), func(string, string) (bool, error) { return false, nil }); n != 1 || err != nil {
			t.Errorf("Sweep = %d, %v, want 1", n, err)
		}
	})
}

func TestBucketHasVersionsAndLocks(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		if err := s.Check(t.Context()); err != nil {
			t.Fatal(err)
		}
		if !s.Versioned() {
			t.Error("no versions")
		}
		if lock, _, _, _, err := s.quick.GetObjectLockConfig(t.Context(), s.bucket); err != nil || lock != "Enabled" {
			t.Errorf("locks = %q, %v", lock, err)
		}
		again, err := NewS3(S3Config{Endpoint: s.quick.EndpointURL().Host, AccessKey: "nobody", SecretKey: "nothing-at-all", Bucket: s.bucket})
		if err != nil {
			t.Fatal(err)
		}
		if err := again.Check(t.Context()); err == nil {
			t.Error("Check with a wrong key: no error")
		}
	})
}

// A delete that names no version must not hide the newest one behind a marker.
func TestDeleteWithoutVersionHidesNothing(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		key, version := mustPut(t, s, []byte("封存"))
		if removed, err := s.Delete(t.Context(), key, "", time.Time{}); removed || err != nil {
			t.Errorf("Delete without a version = %v, %v, want false", removed, err)
		}
		if info, err := s.Stat(t.Context(), key, ""); err != nil || info.Version != version {
			t.Errorf("the newest is %+v, %v, want version %s", info, err, version)
		}
	})
}

// A version under a lock survives a sweep, which tells of it and goes on.
func TestSweepPassesOverLockedVersions(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		locked, version := mustPut(t, s, []byte("a locked one"))
		mode, until := minio.Governance, time.Now().Add(time.Hour).UTC()
		err := s.quick.PutObjectRetention(t.Context(), s.bucket, locked,
			minio.PutObjectRetentionOptions{Mode: &mode, RetainUntilDate: &until, VersionID: version})
		if err != nil {
			t.Fatal(err)
		}
		mustPut(t, s, []byte("a free one"))
		mustPut(t, s, []byte("another free one"))
		n, err := Sweep(t.Context(), s, time.Now().Add(time.Hour), func(string, string) (bool, error) { return false, nil })
		if n != 2 || err == nil {
			t.Errorf("Sweep = %d, %v, want 2 and an error", n, err)
		}
		if _, err := s.Stat(t.Context(), locked, version); err != nil {
			t.Errorf("the locked one: %v", err)
		}
	})
}

// For servers that confirm no checksum, the object is read back, and removed if it differs.
func TestReadBack(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		content := []byte("what was sent")
		key, version := mustPut(t, s, content)
		_, sum := fileOf(t, content)
		if err := s.readBack(t.Context(), key, version, int64(len(content)), sum); err != nil {
			t.Errorf("readBack of the same: %v", err)
		}
		if err := s.readBack(t.Context(), key, version, int64(len(content)), [32]byte{1}); !errors.Is(err, ErrChecksum) {
			t.Errorf("readBack of another: %v, want ErrChecksum", err)
		}
		if _, err := s.Stat(t.Context(), key, version); !fault.Is(err, fault.NotFound) {
			t.Errorf("then Stat: %v, want not found", err)
		}
	})
}

package evidence

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/minio/minio-go/v7"

	"tiaocai/server/devstack"
	"tiaocai/workflows/fault"
)

// What a server can promise is found out by trying, and only one whose lock held may be called sealed.
func TestProbeSaysWhatItFound(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		if got := s.Sealing(); got.Kind != SealUnknown || got.Locks() {
			t.Errorf("before anybody asked: %+v", got)
		}
		if err := s.Probe(t.Context()); err != nil || s.Sealing().Kind != SealLocked {
			t.Errorf("a bucket with locks: %s, %v", s.Sealing().Kind, err)
		}
		beside := func(bucket string, prepared bool) *S3 {
			return &S3{quick: s.quick, slow: s.slow, plain: s.plain, bucket: bucket, region: s.region, prepared: prepared}
		}
		plain := beside(s.bucket+"-plain", true) // and no versions, as with a server that has none
		if err := s.quick.MakeBucket(t.Context(), plain.bucket, minio.MakeBucketOptions{}); err != nil {
			t.Fatal(err)
		}
		if err := plain.Probe(t.Context()); err != nil || plain.Sealing().Kind != SealNone {
			t.Errorf("a plain bucket: %s, %v", plain.Sealing().Kind, err)
		}
		key, version := mustPut(t, plain, []byte("not lockable"))
		if err := plain.Lock(t.Context(), key, version, time.Now().Add(time.Hour)); !errors.Is(err, ErrNoLock) {
			t.Errorf("Lock in a plain bucket: %v, want ErrNoLock", err)
		}
		half := beside(s.bucket+"-half", false)
		if err := s.quick.MakeBucket(t.Context(), half.bucket, minio.MakeBucketOptions{}); err != nil {
			t.Fatal(err)
		}
		if err := half.Probe(t.Context()); err != nil || half.Sealing().Kind != SealVersions {
			t.Errorf("a bucket with versions and no locks: %s, %v", half.Sealing().Kind, err)
		}
		for _, seal := range []Sealing{sealUnknown, sealDisk, sealPlain, sealVersions, sealLocked} {
			if seal.Says.ZH == "" || seal.Says.EN == "" {
				t.Errorf("%s has no words", seal.Kind)
			}
		}
	})
}

func TestLockOnlyLengthens(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		key, version := mustPut(t, s, []byte("入卷的证据"))
		at := func() time.Time {
			t.Helper()
			until, err := s.Locked(t.Context(), key, version)
			if err != nil {
				t.Fatal(err)
			}
			return until
		}
		if got := at(); !got.IsZero() {
			t.Errorf("locked by the upload already: %s", got)
		}
		five := time.Now().AddDate(5, 0, 0).Truncate(time.Second)
		for _, c := range []struct{ ask, want time.Time }{{five, five}, {five, five}, {five.AddDate(-1, 0, 0), five}, {five.AddDate(5, 0, 0), five.AddDate(5, 0, 0)}} {
			if err := s.Lock(t.Context(), key, version, c.ask); err != nil || !at().Equal(c.want) {
				t.Errorf("Lock until %s: %v, locked until %s, want %s", c.ask, err, at(), c.want)
			}
		}
		if removed, err := s.Delete(t.Context(), key, version, time.Time{}); removed || !errors.Is(err, ErrLocked) {
			t.Errorf("Delete of a locked version = %v, %v, want ErrLocked", removed, err)
		}
		if got := read(t, s, key, version, 0, -1); string(got) != "入卷的证据" {
			t.Errorf("then it reads %q", got)
		}
		if err := s.Lock(t.Context(), key, "00000000-0000-0000-0000-000000000000", five); err == nil {
			t.Error("Lock of a version that isn't there: no error")
		}
	})
}

// A delete without a version leaves a marker that hides the object from whoever names no version.
func TestPlantedDeleteMarkerChangesNothing(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		content := bytes.Repeat([]byte("工资流水 "), 1000)
		key, version := mustPut(t, s, content)
		if err := s.quick.RemoveObject(t.Context(), s.bucket, key, minio.RemoveObjectOptions{}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Stat(t.Context(), key, ""); !fault.Is(err, fault.NotFound) {
			t.Fatalf("the marker hides nothing: %v", err)
		}
		if got := read(t, s, key, version, 0, -1); !bytes.Equal(got, content) {
			t.Errorf("read %d bytes", len(got))
		}
		if got := read(t, s, key, version, 7, 14); !bytes.Equal(got, content[7:21]) {
			t.Errorf("a part reads %q", got)
		}
		if err := s.Lock(t.Context(), key, version, time.Now().Add(time.Hour)); err != nil {
			t.Errorf("Lock: %v", err)
		}
		known := func(k, v string) (bool, error) { return k == key && v == version, nil }
		if until, err := s.Locked(t.Context(), key, version); err != nil || until.Before(time.Now().Add(50*time.Minute)) {
			t.Errorf("Locked = %s, %v", until, err)
		}
		if removed, err := s.Delete(t.Context(), key, version, time.Time{}); removed || !errors.Is(err, ErrLocked) {
			t.Errorf("Delete below the marker = %v, %v, want ErrLocked", removed, err)
		}
		if n, err := Sweep(t.Context(), s, time.Now().Add(time.Hour), known); n != 0 || err != nil {
			t.Errorf("Sweep = %d, %v, want 0", n, err)
		}
		if again, second := mustPut(t, s, content); again != key || second == version {
			t.Errorf("put again: %s %s", again, second)
		}
	})
}

// A retry makes a second version; the row names one, and the sweep takes the other.
func TestSweepKeepsTheNamedVersionAlone(t *testing.T) {
	onBothServers(t, func(t *testing.T, s *S3) {
		key, first := mustPut(t, s, []byte("交了两次"))
		_, second := mustPut(t, s, []byte("交了两次"))
		_, third := mustPut(t, s, []byte("交了两次"))
		known := func(k, v string) (bool, error) { return k == key && v == second, nil }
		if n, err := Sweep(t.Context(), s, time.Now().Add(time.Hour), known); n != 2 || err != nil {
			t.Errorf("Sweep = %d, %v, want 2", n, err)
		}
		for version, want := range map[string]bool{first: false, second: true, third: false} {
			if _, err := s.Stat(t.Context(), key, version); (err == nil) != want {
				t.Errorf("version %s: %v, want there %v", version, err, want)
			}
		}
	})
}

// A store that knows us not answers in words that an administrator can use; it isn't our mistake.
func TestWrongKeyIsSaidInWords(t *testing.T) {
	t.Parallel()
	for name, server := range map[string]*devstack.ObjectServer{"minio": minioServer, "versitygw": versityServer} {
		good := bucketOn(server)
		owner, err := good.open()
		if err != nil {
			t.Fatal(err)
		}
		key, version := mustPut(t, owner, []byte("kept before"))
		for who, bad := range map[string]S3Config{
			"wrong secret": {Endpoint: server.Endpoint, AccessKey: server.AccessKey, SecretKey: "nothing-at-all", Bucket: good.S3.Bucket},
			"nobody":       {Endpoint: server.Endpoint, AccessKey: "nobody", SecretKey: "nothing-at-all", Bucket: good.S3.Bucket},
		} {
			s, err := NewS3(bad)
			if err != nil {
				t.Fatal(err)
			}
			f, sum := fileOf(t, []byte("x"))
			_, put := s.Put(t.Context(), Key(1, "x", sum), f, 1, sum, "text/plain")
			_, open := s.Open(t.Context(), key, version, 0, -1)
			_, stat := s.Stat(t.Context(), key, version)
			for act, err := range map[string]error{"Put": put, "Open": open, "Stat": stat, "Check": s.Check(t.Context()), "Probe": s.Probe(t.Context()),
				"Lock": s.Lock(t.Context(), key, version, time.Now().Add(time.Hour)), "List": s.List(t.Context(), "", func(Info) error { return nil })} {
				if !Refused(err) || !fault.Is(err, fault.Unavailable) {
					t.Errorf("%s, %s: %s: %v, want that the store refuses our key", name, who, act, err)
				}
			}
			s.Close()
		}
	}
}

func TestDiskSaysThatItCannotSeal(t *testing.T) {
	t.Parallel()
	d, _ := diskIn(t)
	key, version := mustPut(t, d, []byte("x"))
	if err := d.Lock(t.Context(), key, version, time.Now().Add(time.Hour)); !errors.Is(err, ErrNoLock) {
		t.Errorf("Lock: %v, want ErrNoLock", err)
	}
	if err := d.Probe(t.Context()); err != nil || d.Sealing().Kind != SealNone || d.Sealing().Locks() {
		t.Errorf("Sealing = %+v, %v", d.Sealing(), err)
	}
}

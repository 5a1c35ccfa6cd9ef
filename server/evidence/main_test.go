package evidence

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiaocai/server/devstack"
)

// The S3 servers that all tests share; each test has a bucket of its own.
var minioServer, versityServer *devstack.ObjectServer

// TestMain finds or builds the servers before m.Run, because the time limit of go test starts there.
func TestMain(m *testing.M) {
	if setting := os.Getenv(childSetting); setting != "" {
		putForEver(setting)
	}
	os.Exit(withServers(m))
}

func withServers(m *testing.M) int {
	dir, err := os.MkdirTemp("", "evidence-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	minioServer, err = startMinIO(filepath.Join(dir, "minio"))
	if err != nil {
		panic(err)
	}
	defer minioServer.Stop()
	versityServer, err = startVersityGW(filepath.Join(dir, "versitygw"))
	if err != nil {
		panic(err)
	}
	defer versityServer.Stop()
	return m.Run()
}

func startMinIO(dir string) (*devstack.ObjectServer, error) {
	_, cache := devstack.Folders()
	bin, err := devstack.FindMinIO(context.Background(), cache)
	if err != nil {
		return nil, err
	}
	return devstack.StartMinIO(context.Background(), bin, dir)
}

func startVersityGW(dir string) (*devstack.ObjectServer, error) {
	_, cache := devstack.Folders()
	bin, err := devstack.FindVersityGW(context.Background(), cache)
	if err != nil {
		return nil, err
	}
	return devstack.StartVersityGW(context.Background(), bin, dir)
}

// setting is all that is needed to open a store, in this process or in a child.
type setting struct {
	Dir string // of a Disk; empty for S3
	S3  S3Config
}

func (s setting) open() (Store, error) {
	if s.Dir != "" {
		return NewDisk(s.Dir)
	}
	return NewS3(s.S3)
}

// bucketOn is a new bucket on a server, not made yet.
func bucketOn(server *devstack.ObjectServer) setting {
	return setting{S3: S3Config{Endpoint: server.Endpoint, AccessKey: server.AccessKey,
		SecretKey: server.SecretKey, Bucket: "b" + strings.ToLower(rand.Text())}}
}

// onEveryStore runs a test against all stores, each empty.
func onEveryStore(t *testing.T, test func(t *testing.T, s Store, how setting)) {
	t.Helper()
	t.Parallel()
	for name, how := range map[string]setting{
		"disk":      {Dir: t.TempDir()},
		"minio":     bucketOn(minioServer),
		"versitygw": bucketOn(versityServer),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			store, err := how.open()
			if err != nil {
				t.Fatal(err)
			}
			test(t, store, how)
		})
	}
}

// versioned says whether the store has versions: of ours, only the disk has none.
func versioned(s Store) bool { _, disk := s.(*Disk); return !disk }

// fileOf is a temporary file with the content, and its digest.
func fileOf(t *testing.T, content []byte) (*os.File, [32]byte) {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "file"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if _, err := f.Write(content); err != nil {
		t.Fatal(err)
	}
	return f, sha256.Sum256(content)
}

// mustPut puts content under the key of its digest.
func mustPut(t *testing.T, s Store, content []byte) (key, version string) {
	t.Helper()
	f, sum := fileOf(t, content)
	key = Key(7, "2026-000123", sum)
	version, err := s.Put(t.Context(), key, f, int64(len(content)), sum, "text/plain")
	if err != nil {
		t.Fatalf("Put: %v", err)
	}
	return key, version
}

// childSetting is the environment variable that makes the test binary a child that puts objects.
const childSetting = "TIAOCAI_TEST_PUT_FOR_EVER"

// childSize is the size of the objects that the child puts.
const childSize = 8 << 20

// putForEver puts one object after another, saying so after each, until it is killed.
func putForEver(text string) {
	var how setting
	err := json.Unmarshal([]byte(text), &how)
	for n := 0; err == nil; n++ {
		err = putNumber(how, n)
		fmt.Println(n)
	}
	fmt.Println(err)
	os.Exit(1)
}

func putNumber(how setting, n int) error {
	store, err := how.open()
	if err != nil {
		return err
	}
	content := make([]byte, childSize)
	rand.Read(content)
	f, err := os.CreateTemp("", "child-")
	if err != nil {
		return err
	}
	os.Remove(f.Name()) // it has no name any more, so it goes with us
	defer f.Close()
	if _, err := f.Write(content); err != nil {
		return err
	}
	sum := sha256.Sum256(content)
	_, err = store.Put(context.Background(), Key(1, fmt.Sprint(n), sum), f, childSize, sum, "application/pdf")
	return err
}

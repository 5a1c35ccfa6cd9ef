package devstack

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

// The object stores that tests run against, at the versions they were proven with. They are built
// from source once, into a cache folder, and never enter go.mod: one is archived and under AGPL,
// the other would bring some fifty modules that the program doesn't use.
const (
	minioModule     = "github.com/minio/minio@v0.0.0-20260212201848-7aac2a2c5b7c"
	versityGWModule = "github.com/versity/versitygw/cmd/versitygw@v1.8.0"
)

// FindMinIO gives a MinIO server for tests: from PATH, else from <cache>/bin, else built there,
// which takes some three minutes, once. Call it in TestMain before m.Run: the time limit of
// go test starts only in m.Run.
func FindMinIO(ctx context.Context, cache string) (bin string, err error) {
	return findOrBuild(ctx, cache, "minio", minioModule)
}

// FindVersityGW gives a versitygw server, found or built like MinIO; building takes half a minute.
func FindVersityGW(ctx context.Context, cache string) (bin string, err error) {
	return findOrBuild(ctx, cache, "versitygw", versityGWModule)
}

// findOrBuild looks for the program and builds it if there is none. The lock makes test binaries
// that run at the same time, one per package, build it once between them.
func findOrBuild(ctx context.Context, cache, name, module string) (string, error) {
	if onPath, err := exec.LookPath(name); err == nil {
		return onPath, nil
	}
	dir := filepath.Join(cache, "bin")
	bin := filepath.Join(dir, name)
	if runnable(bin) {
		return bin, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("cache for %s: %w", name, err)
	}
	unlock, err := lockFile(filepath.Join(dir, name+".lock"))
	if err != nil {
		return "", fmt.Errorf("cache for %s: %w", name, err)
	}
	defer unlock()
	if runnable(bin) { // another process built it while we waited
		return bin, nil
	}
	if err := build(ctx, dir, name, module); err != nil {
		return "", err
	}
	return bin, nil
}

// build installs the module into a folder of its own and moves the result to its place, so that a
// build that was broken off leaves no half program behind.
func build(ctx context.Context, dir, name, module string) error {
	into, err := os.MkdirTemp(dir, "build-")
	if err != nil {
		return fmt.Errorf("build %s: %w", name, err)
	}
	defer os.RemoveAll(into)
	c := exec.CommandContext(ctx, "go", "install", module)
	c.Dir = into // outside our module
	c.Env = append(os.Environ(), "GOBIN="+into, "GOFLAGS=", "GOWORK=off", "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("go install %s: %w\n%s", module, err, lastLines(string(out), 10))
	}
	return os.Rename(filepath.Join(into, name), filepath.Join(dir, name))
}

// runnable says whether there is a program at path.
func runnable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0
}

// lockFile waits for the lock on path; the kernel lets go of it if we die.
func lockFile(path string) (unlock func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return func() { f.Close() }, nil
}

// lastLines shortens what a program said to the part that tells why it failed.
func lastLines(s string, n int) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n")
}

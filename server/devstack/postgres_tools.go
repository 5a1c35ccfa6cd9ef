package devstack

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Tools are the programs that back a database up and bring it back.
var Tools = []string{"pg_dump", "pg_restore", "psql"}

// FindTools finds a folder with PostgreSQL's tools of at least a major version: they read older
// servers, never newer ones. If there is none, the Trouble names the package to install.
func FindTools(ctx context.Context, set string, atLeast int) (bin string, major int, err error) {
	var seen []string
	for _, dir := range toolFolders(set) {
		major, err := toolsVersion(ctx, dir)
		if err != nil {
			continue
		}
		if major >= atLeast {
			return dir, major, nil
		}
		seen = append(seen, fmt.Sprintf("%s (%d)", dir, major))
	}
	found := ""
	if len(seen) > 0 {
		found = " " + strings.Join(seen, ", ")
	}
	return "", 0, &Trouble{
		ZH: fmt.Sprintf("没有找到 PostgreSQL %d 版以上的 pg_dump、pg_restore 和 psql%s。请安装：apt-get install -y postgresql-client-%[1]d（或 dnf install -y postgresql），或用 TIAOCAI_PG_BIN 指定所在的文件夹。", atLeast, found),
		EN: fmt.Sprintf("No pg_dump, pg_restore and psql of PostgreSQL %d or newer were found%s. Please install them: apt-get install -y postgresql-client-%[1]d (or dnf install -y postgresql), or name their folder with TIAOCAI_PG_BIN.", atLeast, found),
	}
}

// toolFolders are the places to look in: the one that was set, the systems' folders with the newest
// version first, then PATH, where some systems have a script that guesses a version.
func toolFolders(set string) []string {
	var dirs []string
	if set != "" {
		dirs = append(dirs, set)
	}
	for _, place := range systemPlaces {
		found, _ := filepath.Glob(place)
		slices.SortFunc(found, func(a, b string) int { return versionIn(b) - versionIn(a) })
		dirs = append(dirs, found...)
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		if filepath.IsAbs(dir) {
			dirs = append(dirs, dir)
		}
	}
	return dirs
}

// toolsVersion is the oldest major version of the tools in a folder.
func toolsVersion(ctx context.Context, dir string) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	oldest := 0
	for _, name := range Tools {
		out, err := exec.CommandContext(ctx, filepath.Join(dir, name), "--version").Output()
		if err != nil {
			return 0, err
		}
		_, number, _ := strings.Cut(string(out), "(PostgreSQL) ")
		major := versionIn(number)
		if major == 0 {
			return 0, fmt.Errorf("%s --version says %q", name, out)
		}
		if oldest == 0 || major < oldest {
			oldest = major
		}
	}
	return oldest, nil
}

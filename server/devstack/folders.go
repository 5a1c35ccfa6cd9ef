package devstack

import (
	"errors"
	"os"
	"os/user"
	"path/filepath"
)

// Folders says where things are kept when nothing is set: data is what must never be lost, cache
// is what can be fetched again. Root gets /var/lib and /var/cache, because PostgreSQL runs as a
// low user who can't enter /root; everybody else gets the folders that the XDG rules name.
func Folders() (data, cache string) {
	if os.Geteuid() == 0 {
		return "/var/lib/tiaocai", "/var/cache/tiaocai"
	}
	return xdg("XDG_DATA_HOME", ".local/share"), xdg("XDG_CACHE_HOME", ".cache")
}

func xdg(name, below string) string {
	if dir := os.Getenv(name); filepath.IsAbs(dir) { // the rules say to ignore a relative one
		return filepath.Join(dir, "tiaocai")
	}
	return filepath.Join(home(), below, "tiaocai")
}

// home is HOME, or what the system's list of users says for a service that has no HOME.
func home() string {
	if dir := os.Getenv("HOME"); filepath.IsAbs(dir) {
		return dir
	}
	if u, err := user.Current(); err == nil {
		return u.HomeDir
	}
	return "/nonexistent"
}

// makeFolders makes a folder and those above it: open to all if we are root, because a low user
// has to pass; else as the user's own settings have it.
func makeFolders(dir string) error {
	if os.Geteuid() != 0 {
		return os.MkdirAll(dir, 0o755)
	}
	return folder(dir)
}

// folder makes a folder that everybody may enter, whatever the umask.
func folder(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if err := folder(filepath.Dir(dir)); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	return os.Chmod(dir, 0o755)
}

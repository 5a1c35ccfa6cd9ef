package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// ran runs a command of the program on a folder and says what it said.
func ran(t *testing.T, dir string, env []string, args ...string) (string, error) {
	t.Helper()
	c := exec.Command(binary, args...)
	c.Env = append(environ(dir), env...)
	out, err := c.CombinedOutput()
	return string(out), err
}

// A key file is made once and never overwritten; its fingerprint tells sets apart.
func TestKeysAtTheTerminal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "keyset.json")
	made, err := ran(t, dir, nil, "keys", "create", path)
	if info, there := os.Stat(path); err != nil || there != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("keys create: %v\n%s", err, made)
	}
	if out, err := ran(t, dir, nil, "keys", "create", path); err == nil {
		t.Errorf("a key file was overwritten: %s", out)
	}
	shown, err := ran(t, dir, []string{"TIAOCAI_KEYSET=" + path}, "keys", "show")
	if err != nil || !strings.HasPrefix(shown, "指纹 fingerprint: ") || !strings.HasSuffix(made, shown) {
		t.Errorf("keys show: %v\n%s\nmade as\n%s", err, shown, made)
	}
}

// The drill of docs/operations.md as an administrator types it: back up, go to an empty machine, put
// the key file there, restore, verify, start, sign in.
func TestBackupAndRestoreAtTheTerminal(t *testing.T) {
	t.Parallel()
	home := folder(t)
	r := start(t, home)
	token := signIn(t, r)
	ref := openCase(t, r, token)
	r.cmd.Process.Signal(os.Interrupt)
	if err := r.ends(); err != nil {
		t.Fatal(err)
	}

	shelf := t.TempDir()
	out, err := ran(t, home, nil, "backup", shelf)
	files, _ := filepath.Glob(filepath.Join(shelf, "*"))
	if err != nil || len(files) != 1 || !strings.HasSuffix(files[0], ".tar") || !strings.Contains(out, "THE KEYS ARE NOT IN THE BACKUP") {
		t.Fatalf("backup: %v %v\n%s", err, files, out)
	}
	piped := filepath.Join(shelf, "piped.tar")
	sh := exec.Command("sh", "-c", `"$0" backup - > "$1"`, binary, piped)
	sh.Env = environ(home)
	if out, err := sh.CombinedOutput(); err != nil {
		t.Fatalf("backup to a pipe: %v\n%s", err, out)
	}
	if out, err := ran(t, home, nil, "backup", "/dev/full"); err == nil || !strings.Contains(out, "磁盘已满") {
		t.Errorf("backup on a full disk: %v\n%s", err, out)
	}
	if out, err := ran(t, home, nil, "backup", files[0]); err == nil || !strings.Contains(out, "没有覆盖") {
		t.Errorf("backup over another: %v\n%s", err, out)
	}
	if out, err := ran(t, home, nil, "restore", files[0]); err == nil || !strings.Contains(out, "不是空的") {
		t.Errorf("restore at home: %v\n%s", err, out)
	}

	away := folder(t)
	if out, err := ran(t, away, nil, "restore", files[0]); err == nil || !strings.Contains(out, "密钥文件") {
		t.Errorf("restore without the keys: %v\n%s", err, out)
	}
	keys, err := os.ReadFile(filepath.Join(home, "data", "keyset.json"))
	if err != nil {
		t.Fatal(err)
	}
	os.MkdirAll(filepath.Join(away, "data"), 0o755)
	if err := os.WriteFile(filepath.Join(away, "data", "keyset.json"), keys, 0o600); err != nil {
		t.Fatal(err)
	}
	short := filepath.Join(shelf, "short.tar")
	whole, _ := os.ReadFile(piped)
	os.WriteFile(short, whole[:len(whole)-3000], 0o600)
	if out, err := ran(t, away, nil, "restore", short); err == nil || !strings.Contains(out, "不完整") {
		t.Errorf("restore of a half: %v\n%s", err, out)
	}
	if out, err = ran(t, away, nil, "restore", piped); err != nil || !strings.Contains(out, "1 cases, 1 events, 0 files checked") {
		t.Fatalf("restore: %v\n%s", err, out)
	}
	if out, err = ran(t, away, nil, "verify"); err != nil || !strings.Contains(out, "1 cases, 1 events, 0 files checked") {
		t.Errorf("verify: %v\n%s", err, out)
	}
	r = start(t, away)
	mustSee(t, r, signIn(t, r), ref)
}

// Package inbrowser runs the scripts of the journeys in headless Chromium.
package inbrowser

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Run runs a script of the folder in headless Chromium and gives what it said. Whatever it
// needs must be there: a missing browser is an error, not a reason to leave the pages unread.
func Run(t *testing.T, folder, script string, env ...string) (string, error) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Fatal("node is needed for this test; install it with: apt-get install -y nodejs")
	}
	chromium, err := browser()
	if err != nil {
		t.Fatal("Chromium is needed for this test; install it with: apt-get install -y chromium-headless-shell fonts-noto-cjk")
	}
	if _, err := os.Stat(filepath.Join(folder, "node_modules/html-validate")); err != nil {
		t.Fatal("the browser's driver and the checkers are needed for this test; install them with: npm ci --prefix server/e2e")
	}
	cmd := exec.CommandContext(t.Context(), "node", script)
	cmd.Dir = folder
	cmd.Env = append(append(os.Environ(), "CHROMIUM="+chromium), env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// browser finds Debian's Chromium without a window, which opens a page in two thirds of the time, or the one with.
func browser() (string, error) {
	if shell, err := exec.LookPath("chromium-headless-shell"); err == nil {
		return shell, nil
	}
	return exec.LookPath("chromium")
}

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
	for program, install := range map[string]string{"chromium": "apt-get install -y chromium fonts-noto-cjk", "node": "apt-get install -y nodejs"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s is needed for this test; install it with: %s", program, install)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "node_modules/html-validate")); err != nil {
		t.Fatal("the browser's driver and the checkers are needed for this test; install them with: npm ci --prefix server/e2e")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "node", script)
	cmd.Dir = folder
	cmd.Env = append(append(os.Environ(), "CHROMIUM="+chromium), env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

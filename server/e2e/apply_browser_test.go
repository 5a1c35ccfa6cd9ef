package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"tiaocai/server/testkit"
)

// A worker applies on a phone in headless Chromium, without scripts, with three photos; every page on the
// way is read by the checker of accessibility, in both languages.
func TestBrowserApplication(t *testing.T) {
	t.Parallel()
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal("chromium is needed for this test; install it with: apt-get install -y chromium fonts-noto-cjk nodejs")
	}
	if _, err := os.Stat("node_modules/playwright-core"); err != nil {
		t.Fatal("the browser's driver is needed for this test; install it with: npm ci --prefix server/e2e")
	}
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	dir, shots := t.TempDir(), snapshots(t)
	for name, of := range map[string]string{"1.jpg": "IMG_1.jpg", "2.png": "截图.png", "3.heic": "IMG_2.jpg"} {
		if err := os.WriteFile(filepath.Join(dir, name), shots[of], 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), "node", "apply.js")
	cmd.Env = append(os.Environ(), "BASE="+k.Base, "FILES="+dir, "CHROMIUM="+chromium, "SHOTS="+os.Getenv("TIAOCAI_SHOTS"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

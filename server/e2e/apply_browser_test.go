package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/pages"
	"tiaocai/server/testkit"
)

// applyPages are those on the way of an application, which TestBrowserApplication walks.
var applyPages = []pages.Name{pages.ApplyCode, pages.ApplyQuestion, pages.ApplyWanted, pages.ApplyWorkOut, pages.ApplyEvidence, pages.ApplyCheck, pages.ApplyReceipt, pages.Photos, pages.Application}

// A worker applies on a phone in headless Chromium, without scripts, with three photos; every page on the
// way is read by the checker of accessibility, in both languages.
func TestBrowserApplication(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	dir, shots := t.TempDir(), snapshots(t)
	for name, of := range map[string]string{"1.jpg": "IMG_1.jpg", "2.png": "截图.png", "3.heic": "IMG_2.jpg"} {
		if err := os.WriteFile(filepath.Join(dir, name), shots[of], 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, err := inbrowser.Run(t, ".", "apply.js", "BASE="+k.Base, "FILES="+dir, "SHOTS="+os.Getenv("TIAOCAI_SHOTS"))
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range applyPages {
		if !strings.Contains(out+" ", " "+string(name)+" ") {
			t.Errorf("nobody came to the page %s:%s", name, out)
		}
	}
}

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/testkit"
)

// Whoever sends a file over a slow line sees how much of it has arrived.
func TestSendingAFileInTheBrowser(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.filedForArbitration()
	s.intake.Step(s.ref, "accept", fourTests)
	dir := t.TempDir()
	for name, content := range map[string][]byte{"工资条.pdf": pdf(strings.Repeat("x", 1<<20)), "程序.exe": []byte("MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff")} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := inbrowser.Run(t, ".", "sending.js", "BASE="+s.Base, "CASE="+s.ref, "FILES="+dir); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

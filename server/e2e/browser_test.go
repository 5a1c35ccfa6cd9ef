package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/testkit"
)

// The same story in headless Chromium, without scripts, as each person in turn; then the pages are
// read by an accessibility checker and at the width of a phone.
func TestBrowserJourney(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	clock := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { k.Clock.Set(r.URL.Query().Get("day")) }))
	defer clock.Close()
	dir := t.TempDir()
	for name, content := range map[string][]byte{"工资条.pdf": pdf("Payslip"), "打卡.png": sample("a.png"), "聊天.txt": sample("a.txt")} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := inbrowser.Run(t, ".", "journey.js", "BASE="+k.Base, "CLOCK="+clock.URL, "FILES="+dir, "SHOTS="+os.Getenv("TIAOCAI_SHOTS")); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

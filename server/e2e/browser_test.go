package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"tiaocai/server/testkit"
)

// The same story in headless Chromium, without scripts, as each person in turn; then the pages are
// read by an accessibility checker and at the width of a phone.
func TestBrowserJourney(t *testing.T) {
	t.Parallel()
	for _, need := range []struct{ program, install string }{{"chromium", "apt-get install -y chromium fonts-noto-cjk"}, {"node", "apt-get install -y nodejs"}} {
		if _, err := exec.LookPath(need.program); err != nil {
			t.Fatalf("%s is needed for this test; install it with: %s", need.program, need.install)
		}
	}
	if _, err := os.Stat("node_modules/playwright-core"); err != nil {
		t.Fatal("the browser's driver is needed for this test; install it with: npm ci --prefix server/e2e")
	}
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	clock := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { k.Clock.Set(r.URL.Query().Get("day")) }))
	defer clock.Close()
	dir := t.TempDir()
	for name, content := range map[string][]byte{"工资条.pdf": pdf("Payslip"), "打卡.png": sample("a.png"), "聊天.txt": sample("a.txt")} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	chromium, _ := exec.LookPath("chromium")
	cmd := exec.CommandContext(t.Context(), "node", "journey.js")
	cmd.Env = append(os.Environ(), "BASE="+k.Base, "CLOCK="+clock.URL, "FILES="+dir, "CHROMIUM="+chromium, "SHOTS="+os.Getenv("TIAOCAI_SHOTS"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// Package everypage follows every link of every role through the demo's world.
package everypage

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/pages"
	"tiaocai/server/testkit"
)

// ownJourney are those on the way of an application, which TestBrowserApplication walks, and those that take a code, which
// TestASecondFactorByTheKeyboard does.
var ownJourney = []pages.Name{pages.ApplyCode, pages.ApplyQuestion, pages.ApplyWanted, pages.ApplyWorkOut, pages.ApplyEvidence, pages.ApplyCheck, pages.ApplyReceipt, pages.Photos, pages.Application, pages.SignInCode, pages.FactorCodes}

// sheetOfOldCases is what the head of the court carries over.
const sheetOfOldCases = "\xef\xbb\xbf案号,受理日期,申请人,身份证号,被申请人,案由,请求类型,标的额,结案日期,结案方式,裁决金额,中止日期\n" +
	"仙劳人仲案〔2025〕7号,2025-11-03,王某红,,仙居云某工艺品有限公司,追索劳动报酬,M01,\"12,000.00\",2025-12-10,终局裁决,9000,\n"

func TestMain(m *testing.M) { testkit.Main(m) }

// onePerRole are the demo's people, one of each role.
const onePerRole = "worker employer agent lian zhongcai shuji tiaojie guanli yuanzhang zhuren ducha tongji guanliyuan shenji"

// Every role follows every link it is offered through the demo's world, in both languages, on a desk
// and on a phone: each page opens, is valid HTML, can be read by everybody, fits, and asks no other
// server for anything. A page that nobody finds fails the test.
// With TIAOCAI_SHOTS=<folder> each page is kept there as a picture.
func TestEveryPage(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-11-23", Idle: true})
	if err := k.P.SeedWorld(t.Context()); err != nil {
		t.Fatal(err)
	}
	sheet := filepath.Join(t.TempDir(), "台账.csv")
	if err := os.WriteFile(sheet, []byte(sheetOfOldCases), 0o644); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, n := range pages.Names() {
		if !slices.Contains(ownJourney, n) {
			names = append(names, string(n))
		}
	}
	shots := os.Getenv("TIAOCAI_SHOTS")
	if shots != "" {
		if err := os.MkdirAll(shots, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	out, err := inbrowser.Run(t, "..", "pages.js", "BASE="+k.Base, "LOGINS="+onePerRole, "PAGES="+strings.Join(names, " "), "SHEET="+sheet, "SHOTS="+shots, "START=/")
	t.Log(strings.SplitN(out, "\n", 2)[0])
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// What is wrong with a page is found: each fault planted here has to be named. All but the missing policy stand on one page; on a page without a fault nothing is.
func TestAPlantedFaultIsFound(t *testing.T) {
	t.Parallel()
	const faulty = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>题</title></head><body data-page="home"><main><h1>题</h1>%s</main></body></html>`
	const policy = "default-src 'none'; img-src * data:"
	for name, p := range map[string]struct {
		body, policy string
		want         []string
	}{
		"with a policy": {`<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><form action="/x" method="post"><input name="a"><button type="submit">送</button></form><p id="a">一</p><p id="a">二</p><ul><p>块</p></ul><pre>` +
			strings.Repeat("长", 200) + `</pre><img alt="一张图" src="http://example.org/a.png"><p><a href="/gone">不在了</a></p>`, policy + "; script-src 'unsafe-inline'",
			[]string{"image-alt", " label:", "no-dup-id", "element-permitted", "wider than 390", "asks another server", "cannot be opened: 404", "nobody found the page in", "the policy lets"}},
		"without": {"<p>好</p>", "", []string{"no policy"}},
		"none":    {"<p>好</p>", policy, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Content-Security-Policy", p.policy)
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				if r.URL.Path == "/gone" || r.URL.Path == "/no-such-page" {
					w.WriteHeader(http.StatusNotFound)
				}
				fmt.Fprintf(w, faulty, p.body)
			}))
			defer s.Close()
			names := "home"
			if len(p.want) > 1 {
				names = "home inbox"
			}
			out, err := inbrowser.Run(t, "..", "pages.js", "BASE="+s.URL, "LOGINS=", "PAGES="+names, "START=/")
			if (err != nil) != (len(p.want) > 0) {
				t.Errorf("it ends with %v:\n%s", err, out)
			}
			for _, want := range p.want {
				if !strings.Contains(out, want) {
					t.Errorf("%s was not found:\n%s", want, out)
				}
			}
		})
	}
}

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

// ownJourney are those on the way of an application, which TestBrowserApplication walks.
var ownJourney = []pages.Name{pages.ApplyCode, pages.ApplyQuestion, pages.ApplyWanted, pages.ApplyWorkOut, pages.ApplyEvidence, pages.ApplyCheck, pages.ApplyReceipt, pages.Photos, pages.Application}

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

// What is wrong with a page is found: each fault planted here has to be named.
func TestAPlantedFaultIsFound(t *testing.T) {
	t.Parallel()
	page := func(body string) string {
		return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>题</title></head><body data-page="home"><main><h1>题</h1>` + body + `</main></body></html>`
	}
	const policy = "default-src 'none'; img-src * data:"
	for want, p := range map[string]struct{ body, policy string }{
		"image-alt":                {page(`<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`), policy},
		"label":                    {page(`<form action="/x" method="post"><input name="a"><button type="submit">送</button></form>`), policy},
		"no-dup-id":                {page(`<p id="a">一</p><p id="a">二</p>`), policy},
		"element-permitted":        {page(`<ul><p>块</p></ul>`), policy},
		"wider than 390":           {page(`<pre>` + strings.Repeat("长", 200) + `</pre>`), policy},
		"asks another server":      {page(`<img alt="一张图" src="http://example.org/a.png">`), policy},
		"the policy lets":          {page(`<p>好</p>`), policy + "; script-src 'unsafe-inline'"},
		"no policy":                {page(`<p>好</p>`), ""},
		"cannot be opened: 404":    {page(`<p><a href="/gone">不在了</a></p>`), policy},
		"nobody found the page in": {page(`<p>好</p>`), policy},
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/gone" || r.URL.Path == "/no-such-page" {
					w.WriteHeader(http.StatusNotFound)
				}
				w.Header().Set("Content-Security-Policy", p.policy)
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				fmt.Fprint(w, p.body)
			}))
			defer s.Close()
			out, err := inbrowser.Run(t, "..", "pages.js", "BASE="+s.URL, "LOGINS=", "PAGES=home inbox", "START=/")
			if err == nil || !strings.Contains(out, want) {
				t.Errorf("%s was not found (%v):\n%s", want, err, out)
			}
		})
	}
}

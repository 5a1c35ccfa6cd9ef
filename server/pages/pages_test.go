package pages

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

func bodyOf(p Page) *casework.Figures { return p.Body.(*casework.Figures) }

func render(t *testing.T, name Name, p Page) string {
	t.Helper()
	pp, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := pp.Render(&b, name, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func has(t *testing.T, page string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(page, p) {
			t.Errorf("the page does not say %q", p)
		}
	}
}

func hasNot(t *testing.T, page string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if strings.Contains(page, p) {
			t.Errorf("the page says %q", p)
		}
	}
}

func TestAWrongBodyIsAnErrorAndNothingIsWritten(t *testing.T) {
	t.Parallel()
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.Render(&b, Case, Page{Body: "no case"}); err == nil || b.Len() > 0 {
		t.Errorf("a case page without a case: %v, %d bytes", err, b.Len())
	}
	if err := p.Render(&b, "nowhere", Page{}); err == nil || b.Len() > 0 {
		t.Errorf("an unknown page: %v, %d bytes", err, b.Len())
	}
}

func TestAssetsKeepForGood(t *testing.T) {
	t.Parallel()
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	prefix, h := p.Assets()
	home := render(t, Home, Page{URL: "/"})
	_, after, _ := strings.Cut(home, `href="`+prefix)
	at, _, _ := strings.Cut(after, `"`)
	for path, status := range map[string]int{prefix + at: http.StatusOK, prefix + "look.css": http.StatusNotFound, prefix + "../pages.go": http.StatusNotFound} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if w.Code != status {
			t.Errorf("GET %s = %d, want %d", path, w.Code, status)
		}
		if status == http.StatusOK && (w.Header().Get("Content-Type") != "text/css; charset=utf-8" || !strings.Contains(w.Header().Get("Cache-Control"), "immutable")) {
			t.Errorf("GET %s: %v", path, w.Header())
		}
	}
}

func TestTheSwitchKeepsThePage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name Name
		lang string
		url  string
		want string
	}{{Work, "zh", "/work?q=%E6%BD%98&list=own", "/work?lang=en&list=own&q=%E6%BD%98"}, {Home, "en", "/?lang=en", "/?lang=zh"}, {NewCase, "zh", "/cases", "/cases/new?lang=en"},
		{RevealedPage, "zh", "/cases/K7/reveal", "/cases/K7?lang=en"}, {Home, "zh", "//evil.example", "/?lang=en"}, {Home, "zh", "%zz", "/?lang=en"}} {
		v := &view{Page: Page{Lang: c.lang, URL: c.url}, Name: c.name}
		if got := v.Switch(); got != c.want {
			t.Errorf("Switch of %s = %s, want %s", c.url, got, c.want)
		}
	}
}

func TestPartiesReadTheirOwnWords(t *testing.T) {
	t.Parallel()
	v := sampleCase(true, workflows.Applicant)
	page := render(t, MyCase, Page{Me: partyMe(), Key: "k0123456789", Body: v})
	has(t, page, `<body class="read"`, workflows.Deliberating.Says().Worker.ZH, "谁看过您的案卷", "怎么算的", "调解仲裁法第四十三条", "＋45 日", `action="/cases/K7M2Q9XH4T3W/reveal"`)
	hasNot(t, page, "等待审批", "/codes", "9f2c61d07be4a3585c0e1ab7d1f04e6623b8cc5a0d9e7714fe23a86b90c47d1e #")
	staff := render(t, Case, Page{Me: staffMe(), Key: "k0123456789", Body: sampleCase(false, workflows.Registry)})
	has(t, staff, `<body class="work"`, "等待审批", `action="/cases/K7M2Q9XH4T3W/codes"`, "调解内容不对仲裁庭公开", `<h1 class="no">仙劳人仲案〔2026〕123号</h1>`)
}

func TestStepsOpenAndShut(t *testing.T) {
	t.Parallel()
	v := sampleCase(true, workflows.Applicant)
	says := law.Text{ZH: "仲裁庭还在法定期限内。", EN: "Still within its time."}
	cite := law.Arbitration(43)
	v.Options = []workflows.Option{{Event: workflows.FileEvidence, Name: law.Text{ZH: "提交证据", EN: "File evidence"}, Law: law.Zhejiang(25), Open: true},
		{Event: workflows.RecordSuit, Name: law.Text{ZH: "起诉", EN: "Sue"}, Law: cite, Says: &says, Why: &cite, Opens: on("2026-12-01")},
		{Event: workflows.Archive, Name: law.Text{ZH: "归档", EN: "Archive"}, Law: cite, Says: &says, Why: &cite, Later: true}}
	page := render(t, MyCase, Page{Me: partyMe(), Key: "k0123456789", Body: v})
	has(t, page, `href="/cases/K7M2Q9XH4T3W/steps/file-evidence"`, "仲裁庭还在法定期限内。", "2026年12月1日", "起可以办", "以后的步骤 1 项", "还没到这一步")
	hasNot(t, page, `href="/cases/K7M2Q9XH4T3W/steps/record-suit"`, `href="/cases/K7M2Q9XH4T3W/steps/archive"`)
}

func TestTheFormComesBackWithWhatWasTyped(t *testing.T) {
	t.Parallel()
	wrong := fault.Bad("password", law.Text{ZH: "账号或密码不对。", EN: "Wrong."})
	page := render(t, SignInPage, Page{Key: "k0123456789", Kept: url.Values{"login": {`"><script>`}, "password": {"hidden-word"}}, Fault: wrong, Reference: "7F3A-1", Body: SignIn{Next: "/work"}})
	has(t, page, "&#34;&gt;&lt;script&gt;", `href="#f-password"`, "账号或密码不对", "（有错）", `name="_next" value="/work"`)
	hasNot(t, page, "hidden-word", "<script>")
}

func TestVersionTravelsOnlyWhereItIsNeeded(t *testing.T) {
	t.Parallel()
	v := sampleCase(false, workflows.Registry)
	for _, e := range []workflows.Event{workflows.AmendApplication, workflows.AddAgent, workflows.DraftAgreement} {
		s := stepOf(e, v)
		page := render(t, StepPage, Page{Me: staffMe(), Key: "k0123456789", Body: s})
		if got := strings.Contains(page, `name="_version" value="14"`); got != (s.Row.NeedsVersion || casework.WritesText(e)) {
			t.Errorf("%s: version in the form %v, want %v", e, got, !got)
		}
	}
}

// TestNotFoundSaysNothing compares the page for a stranger with the page for a mistyped address.
func TestNotFoundSaysNothing(t *testing.T) {
	t.Parallel()
	page := render(t, Problem, Page{Fault: fault.Missing(), Reference: "7F3A-1"})
	other := fault.New(fault.NotFound, "no-such-step", law.Text{ZH: "没有这个步骤。", EN: "No such step."})
	if again := render(t, Problem, Page{Fault: other, Reference: "7F3A-1"}); again != page {
		t.Error("two ways of not finding look different")
	}
	has(t, page, "两种情况我们都只说", "7F3A-1")
}

func TestListOfCases(t *testing.T) {
	t.Parallel()
	page := render(t, Work, Page{URL: "/work", Me: staffMe(), Key: "k0123456789", Body: sampleWork()})
	has(t, page, "超 4 天", `class="urgent"`, "无期限", `href="/work?after=abc&amp;list=office&amp;q=%E6%BD%98"`, `href="/work?list=own&amp;q=%E6%BD%98"`, "386,420.00", `aria-current="page"`)
}

func TestAClosedClaimShowsItsDecision(t *testing.T) {
	t.Parallel()
	page := render(t, CaseClaims, Page{Me: staffMe(), Key: "k0123456789", Body: closedCase()})
	has(t, page, "部分支持", "8,547.00", ">终局<", ">非终局<", "计薪 14 日未付。")
	has(t, render(t, Case, Page{Me: staffMe(), Key: "k0123456789", Body: closedCase()}), "2026年11月27日（星期五）")
	yes, no := true, false
	for want, final := range map[string]*bool{"终局": &yes, "非终局": &no, "—": nil} {
		if got := tongue("zh").finality(final); got != want {
			t.Errorf("finality = %s, want %s", got, want)
		}
	}
}

func TestTheSolidButtonIsTheNextLawfulAct(t *testing.T) {
	t.Parallel()
	v := sampleCase(false, workflows.Tribunal)
	v.Proposal = nil
	if o := primary(v); o == nil || o.Event != workflows.MakeAward.Proposal() {
		t.Errorf("primary = %+v, want the award's proposal", o)
	}
	v.Proposal = &casework.ProposalView{Event: workflows.MakeAward}
	if o := primary(v); o != nil {
		t.Errorf("primary while the award waits for approval = %+v, want none", o)
	}
	v.Next.You = false
	if o := primary(v); o != nil {
		t.Errorf("primary of somebody else's turn = %+v", o)
	}
}

func TestACaseAtItsVeryStart(t *testing.T) {
	t.Parallel()
	v := &casework.CaseView{Ref: "K7M2Q9XH4T3W", State: workflows.Consulting, StateName: workflows.Consulting.Says().Staff, StaffName: workflows.Consulting.Says().Staff, OpenedOn: on("2026-09-01"), Today: on("2026-09-01"),
		CauseName: law.Text{ZH: "未定", EN: "not set"}, Next: casework.NextView{By: calendar.Date{}}}
	page := render(t, Case, Page{Me: staffMe(), Key: "k0123456789", Body: v})
	has(t, render(t, CasePapers, Page{Me: staffMe(), Key: "k0123456789", Body: v}), "还没有文书")
	has(t, page, "K7M2Q9XH4T3W", "没有法定期限", "还没有写被申请人")
	hasNot(t, page, "XH4T3W/hearing", "XH4T3W/clocks", "XH4T3W/claims")
	for _, w := range lint(page, "zh") {
		t.Error(w)
	}
}

func TestPapersAreLaidOut(t *testing.T) {
	t.Parallel()
	if s := sheetOf("某委\n开庭通知书\n某案〔2026〕1号\n\n正文\n\n落款"); s != (sheet{"某委", "开庭通知书", "某案〔2026〕1号", "正文\n\n落款"}) {
		t.Errorf("sheetOf = %+v", s)
	}
	if s := sheetOf("一段话"); s != (sheet{Rest: "一段话"}) {
		t.Errorf("sheetOf = %+v", s)
	}
}

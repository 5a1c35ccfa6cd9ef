package e2e

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/identity"
)

// phone is a worker's phone: a browser with its own cookies, nobody signed in.
type phone struct {
	*testkit.Client
	t *testing.T
}

func newPhone(t *testing.T, k *testkit.Kit) phone { return phone{k.Nobody(), t} }

// send sends a form and gives what came back, and where it leads.
func (p phone) send(path string, fields ...string) (status int, to, page string) {
	p.t.Helper()
	v := url.Values{"_key": {testkit.NewKey()}}
	for i := 0; i+1 < len(fields); i += 2 {
		v.Add(fields[i], fields[i+1])
	}
	res, err := p.HTTP.PostForm(p.Kit.Base+path, v)
	if err != nil {
		p.t.Fatal(err)
	}
	defer res.Body.Close()
	b, _ := io.ReadAll(res.Body)
	return res.StatusCode, res.Header.Get("Location"), string(b)
}

// answers sends an answer that must be taken, and must lead to the next question.
func (p phone) answers(step, next string, fields ...string) {
	p.t.Helper()
	status, to, page := p.send("/apply/q/"+step, fields...)
	if status != http.StatusSeeOther || to != next {
		p.t.Fatalf("%s = %d to %q, want %q\n%s", step, status, to, next, inMain(page))
	}
}

// refused sends an answer that must come back with this sentence, with what was typed still there.
func (p phone) refused(path, sentence string, fields ...string) {
	p.t.Helper()
	status, _, page := p.send(path, fields...)
	if status != 422 || !strings.Contains(page, sentence) {
		p.t.Errorf("%s = %d, want 422 with %q\n%s", path, status, sentence, inMain(page))
	}
}

func (p phone) open(path string) string {
	p.t.Helper()
	a := p.Do("GET", path, nil)
	if a.Status != 200 {
		p.t.Fatalf("GET %s = %d %s", path, a.Status, a.Header.Get("Location"))
	}
	return string(a.Body)
}

// shoot uploads files from the phone, under the names that it gives them.
func (p phone) shoot(path string, files map[string][]byte, order ...string) (int, string) {
	p.t.Helper()
	var buf bytes.Buffer
	w := multipart.NewWriter(&buf)
	w.WriteField("_key", testkit.NewKey())
	for _, name := range order {
		f, _ := w.CreateFormFile("photos", name)
		f.Write(files[name])
	}
	w.Close()
	res, err := p.HTTP.Post(p.Kit.Base+path, w.FormDataContentType(), &buf)
	if err != nil {
		p.t.Fatal(err)
	}
	defer res.Body.Close()
	b, _ := io.ReadAll(res.Body)
	return res.StatusCode, string(b)
}

func inMain(page string) string {
	_, rest, _ := strings.Cut(page, "<main")
	in, _, _ := strings.Cut(rest, "</main>")
	return regexp.MustCompile(`<[^>]*>|\n\s*\n`).ReplaceAllString(in, "")
}

// snapshots are three photos as phones make them: one on its side, a screenshot, one of an iPhone.
func snapshots(t *testing.T) map[string][]byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 1200, 900))
	for i := range m.Pix {
		m.Pix[i] = 0xF0
	}
	m.Set(5, 5, color.RGBA{200, 0, 0, 255})
	var j, s bytes.Buffer
	jpeg.Encode(&j, m, nil)
	png.Encode(&s, m)
	exif := "Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00GPS 28.8N"
	side := append([]byte{0xFF, 0xD8, 0xFF, 0xE1, byte((len(exif) + 2) >> 8), byte(len(exif) + 2)}, exif...)
	heic, err := os.ReadFile("../evidence/photos/testdata/upright.heic")
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"IMG_1.jpg": append(side, j.Bytes()[2:]...), "截图.png": s.Bytes(), "IMG_2.jpg": heic} // an iPhone's file under the wrong name
}

var dashed = regexp.MustCompile(`[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}`)

// A worker begins on one phone, stops, goes on with the code on another, adds three photos, one of them
// an iPhone's, reads the application as it will be, sends it, and has a receipt and a case.
func TestAWorkerAppliesFromAPhone(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	p := newPhone(t, k)
	id := identity.MakeID("331024", calendar.Must("1990-03-07"), 128)

	before := one(t, k, "select count(*)::text from cases")

	// begin: the code is shown once
	status, _, page := p.send("/apply/begin")
	code := dashed.FindString(page)
	if status != 200 || code == "" {
		t.Fatalf("begin = %d\n%s", status, inMain(page))
	}
	if strings.Contains(p.open("/apply"), code) {
		t.Error("the code is shown a second time")
	}

	// one question a page; what can't be is said, and nothing typed is lost
	p.refused("/apply/q/who", "校验位不符", "name", "林小芬", "id_number", id[:17]+"0")
	p.answers("who", "/apply/q/reach", "name", "林小芬", "id_number", id)
	p.answers("reach", "/apply/q/employer", "phone", "13857612345", "address", "仙居县福应街道穿城中路1号", "e_service", "true")
	p.refused("/apply/q/employer", "信用代码", "name", "仙居某某医药化工机械有限公司", "credit_code", "91331024MA2AKXXX11")
	p.answers("employer", "/apply/q/started", "name", "仙居某某医药化工机械有限公司")
	p.answers("started", "/apply/q/ended", "day.year", "2023", "day.month", "5", "day.day", "10")
	p.refused("/apply/q/ended", "2023年5月10日", "day.year", "2022", "day.month", "8", "day.day", "20")

	// stop; a wrong code is of no use; on another phone the right one is
	p.send("/apply/leave")
	if a := p.Do("GET", "/apply/q/ended", nil); a.Status != 303 || a.Header.Get("Location") != "/apply" {
		t.Errorf("after leaving, the question = %d to %q", a.Status, a.Header.Get("Location"))
	}
	if status, _, page := p.send("/apply/q/facts", "facts", "老板让我不用来了。"); status != 409 || !strings.Contains(page, "老板让我不用来了。") {
		t.Errorf("what was written after the session had run out is lost: %d", status)
	}
	p = newPhone(t, k)
	p.refused("/apply/resume", "续填码不对", "code", "ABCD-EFGH-JKMN-PQRS")
	if status, to, _ := p.send("/apply/resume", "code", strings.ToLower(code)); status != 303 || to != "/apply/q/ended" {
		t.Fatalf("the code leads to %d %q", status, to)
	}
	p.answers("ended", "/apply/q/job", "day.year", "2026", "day.month", "2", "day.day", "20")
	p.answers("job", "/apply/q/wanted", "post", "质检员", "wage", "5200", "place", "仙居县经济开发区")
	p.refused("/apply/q/wanted", "请")
	p.answers("wanted", "/apply/q/sum-M01", "kinds.0", "M01", "kinds.4", "M05")
	p.refused("/apply/q/sum-M01", "金额", "amount", "")
	p.answers("sum-M01", "/apply/q/sum-M05", "amount", "18600")

	// the calculator knows what was answered, and its sum comes with its working
	form := p.open("/apply/sums/M05")
	for _, known := range []string{`value="2023"`, `value="5200.00"`} {
		if !strings.Contains(form, known) {
			t.Errorf("the calculator does not know %s", known)
		}
	}
	if status, to, page := p.send("/apply/sums/M05", "employed_from.year", "2023", "employed_from.month", "5", "employed_from.day", "10", "last_day.year", "2026", "last_day.month", "2", "last_day.day", "20",
		"average_wage", "5200", "minimum_wage", "2490", "city_average_wage", "8500", "monthly_wages", "", "ground", "", "before_2008", ""); status != 303 || to != "/apply/q/sum-M05" {
		t.Fatalf("working out = %d\n%s", status, inMain(page))
	}
	if page := p.open("/apply/q/sum-M05"); !strings.Contains(page, `value="15600.00"`) || !strings.Contains(page, "怎么算的") {
		t.Errorf("the sum is not filled in:\n%s", inMain(page))
	}
	p.answers("sum-M05", "/apply/q/known", "amount", "15600.00")
	p.answers("known", "/apply/q/facts", "day.year", "2024", "day.month", "1", "day.day", "5")
	p.answers("facts", "/apply/q/evidence", "facts", "2026年2月20日，老板让我不用来了。\n最后三个月工资没发。")

	// three photos make one exhibit; what is no photo is refused in words, which one it was
	if status, to, _ := p.send("/apply/exhibits", "title", "工资条", "proves", "拖欠工资"); status != 303 || to != "/apply/q/evidence#exhibit-1" {
		t.Fatalf("an exhibit = %d %q", status, to)
	}
	p.refused("/apply/q/evidence", "还没有照片")
	shots := snapshots(t)
	shots["x.jpg"] = shots["IMG_1.jpg"][:300]
	if status, page := p.shoot("/apply/exhibits/1/photos", shots, "IMG_1.jpg", "x.jpg"); status != 422 || !strings.Contains(page, "第 2 张：这张照片已经损坏") {
		t.Errorf("a damaged photo = %d\n%s", status, inMain([]string{page}[0]))
	}
	if status, page := p.shoot("/apply/exhibits/1/photos", shots, "截图.png", "IMG_2.jpg"); status != 303 {
		t.Fatalf("photos = %d\n%s", status, inMain(page))
	}
	if page := p.open("/apply/q/evidence"); strings.Count(page, "/drop\"") != 4 || !strings.Contains(page, "IMG_2") {
		t.Errorf("the photos are not listed:\n%s", inMain(page))
	}
	p.answers("evidence", "/apply/check")

	// the application as the document it will be; the year is shown, and nothing is refused for it
	page = p.open("/apply/check")
	for _, want := range []string{"劳动人事争议仲裁申请书", id, "18,600.00 元", "15,600.00 元", "老板让我不用来了", "1. 工资条，证明拖欠工资", "SHA-256", "届满"} {
		if !strings.Contains(page, want) {
			t.Errorf("the application does not say %q", want)
		}
	}
	hash := regexp.MustCompile(`SHA-256 ([0-9a-f]{64})`).FindStringSubmatch(page)[1]
	if n := one(t, k, "select count(*)::text from cases"); n != before {
		t.Errorf("a draft made a case: %s, before it %s", n, before)
	}

	// sent: an account is made on the way
	p.refused("/apply/send", "请确认", "login", "13857612345", "password", "a-long-password")
	p.refused("/apply/send", "10", "agreed", "true", "login", "13857612345", "password", "short")
	status, _, page = p.send("/apply/send", "agreed", "true", "login", "13857612345", "password", "a-long-password")
	if status != 200 || !strings.Contains(page, hash) {
		t.Fatalf("sent = %d\n%s", status, inMain(page))
	}
	ref := regexp.MustCompile(`/cases/([2-9A-HJ-NP-Z]{12})`).FindStringSubmatch(page)[1]

	// the worker sees the case; the exhibit is one PDF of three pages, the photos stand beside it as they were
	v := &casework.CaseView{}
	p.Get("/api/v1/cases/"+ref, v)
	if len(v.Exhibits) != 1 || len(v.Exhibits[0].Originals) != 3 || v.Exhibits[0].Mark != "申1" || len(v.Claims) != 2 || v.Claims[1].Calculation == nil {
		t.Fatalf("the case holds %+v, claims %+v", v.Exhibits, v.Claims)
	}
	if page := p.open("/cases/" + ref + "/application"); !v.SentOnline || !strings.Contains(page, hash) || !strings.Contains(page, id) {
		t.Error("the application as it was sent is not kept")
	}
	x := v.Exhibits[0]
	if !strings.Contains(page, x.Hash) {
		t.Error("the receipt does not name the exhibit's digest")
	}
	doc := p.Do("GET", fmt.Sprintf("/api/v1/cases/%s/exhibits/%d", ref, x.ID), nil).Body
	if n, err := api.PageCount(bytes.NewReader(doc), nil); err != nil || n != 3 {
		t.Errorf("%d pages, %v", n, err)
	}
	if bytes.Contains(doc, []byte("GPS")) {
		t.Error("the exhibit says where the photo was taken")
	}
	for i, name := range []string{"IMG_1.jpg", "截图.png", "IMG_2.jpg"} {
		o := x.Originals[i]
		if !strings.Contains(page, o.Hash) || !bytes.Equal(p.Do("GET", fmt.Sprintf("/api/v1/cases/%s/exhibits/%d", ref, o.ID), nil).Body, shots[name]) {
			t.Errorf("%s is not kept as it was", name)
		}
	}

	// the status is open by reference and code; the draft is empty, and its code tells where it went
	query := regexp.MustCompile(`<b class="big no">([2-9A-HJ-NP-Z]{8})</b>`).FindStringSubmatch(page)[1]
	p.Want(200, k.Nobody().Do("POST", "/api/v1/status", j{"number": ref, "code": query}), nil)
	other := newPhone(t, k)
	if status, to, _ := other.send("/apply/resume", "code", code); status != 303 || to != "/apply" {
		t.Errorf("the code of a sent application leads to %d %q", status, to)
	}
	if page := other.open("/apply"); !strings.Contains(page, ref) || strings.Contains(page, "林小芬") {
		t.Errorf("a sent application shows\n%s", inMain(page))
	}
	other.refused409("/apply/q/who", "name", "别人")

	// nothing personal in the log, in messages or events
	for _, line := range []string{k.Log.String(), one(t, k, "select string_agg(convert_from(e.canonical, 'UTF8'), ' ') from case_events e"), one(t, k, "select coalesce(string_agg(args::text, ' '), '') from river_job")} {
		for _, secret := range []string{"林小芬", "13857612345", id, strings.ReplaceAll(code, "-", ""), code, "老板"} {
			if strings.Contains(line, secret) {
				t.Errorf("the record holds %q", secret)
			}
		}
	}
}

func (p phone) refused409(path string, fields ...string) {
	p.t.Helper()
	if status, _, page := p.send(path, fields...); status != 409 && status != 404 {
		p.t.Errorf("%s = %d, want a refusal\n%s", path, status, inMain(page))
	}
}

// Programs fill an application in by the same answers. The code is all there is to a draft: nobody sees
// it without, and nobody sends it without being somebody.
func TestADraftIsOfWhoeverHasItsCode(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	n, w := k.Nobody(), k.As("worker")
	var begun casework.DraftBegun
	n.Want(200, n.Do("POST", "/api/v1/drafts", nil), &begun)
	have := []string{"Draft-Code", begun.Code}
	if a := n.Do("GET", "/api/v1/draft", nil); a.Status != 404 {
		t.Errorf("without a code = %d", a.Status)
	}
	for step, body := range map[string]j{"who": {"name": "林小芬"}, "reach": {"phone": "13857612345", "address": "仙居县福应街道"}, "employer": {"name": "仙居某某有限公司"},
		"started": {"day": "2023-05-10"}, "ended": {"still": true}, "job": {"place": "仙居县"}, "wanted": {"kinds": []string{"M01"}}, "known": {"in_service": true}, "facts": {"facts": "没发工资。"}} {
		n.Want(200, n.Do("POST", "/api/v1/draft/"+step, body, have...), nil)
	}
	if a := n.Do("POST", "/api/v1/draft/sums/M05", j{"amount": "1.00"}, have...); a.Status != 404 {
		t.Errorf("a sum that was not asked for = %d", a.Status)
	}
	n.Want(200, n.Do("POST", "/api/v1/draft/sums/M01", j{"amount": "18600.00"}, have...), nil)
	var v casework.DraftView
	n.Want(200, n.Do("POST", "/api/v1/draft/evidence", nil, have...), &v)
	if v.Next != "check" || len(v.Lacking) != 3 || len(v.Limitation) != 1 || v.Limitation[0].State != "none" {
		t.Errorf("next %q, lacking %d, limitation %+v", v.Next, len(v.Lacking), v.Limitation)
	}
	if a := n.Do("POST", "/api/v1/draft/send", j{"agreed": true}, have...); a.Status != 401 {
		t.Errorf("sent by nobody = %d", a.Status)
	}
	if a := k.As("employer").Do("POST", "/api/v1/draft/send", j{"agreed": true}, have...); a.Status != 403 || a.Code() != "not-a-worker" {
		t.Errorf("sent by an employer = %d %s", a.Status, a.Code())
	}
	var r casework.DraftReceipt
	w.Want(200, w.Do("POST", "/api/v1/draft/send", j{"agreed": true}, have...), &r)
	if r.Ref == "" || r.Hash != v.Hash {
		t.Errorf("the receipt is %+v, want the digest %s", r, v.Hash)
	}
	if a := w.Do("POST", "/api/v1/draft/send", j{"agreed": true}, have...); a.Status != 409 {
		t.Errorf("sent a second time = %d", a.Status)
	}
	for range 60 {
		if a := n.Do("GET", "/api/v1/draft", nil, "Draft-Code", "ABCD-EFGH-JKMN-PQRS"); a.Status == 429 {
			k.Clock.Set("2026-04-20") // and a draft that nobody touches goes by itself
			if _, err := k.P.Desk.SweepOrphans(t.Context()); err != nil {
				t.Fatal(err)
			}
			if left := one(t, k, "select count(*)::text from drafts"); left != "0" {
				t.Errorf("%s drafts are left", left)
			}
			return
		}
	}
	t.Error("codes can be guessed at without end")
}

package bind

import (
	"bytes"
	"encoding/json"
	"errors"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/go-cmp/cmp"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

type person struct {
	Name string `json:"name" minLength:"1" maxLength:"20"`
	ID   string `json:"id,omitempty" pattern:"^[0-9]{17}[0-9X]$" patternDescription:"18 位身份证号 / an identity number of 18 characters"`
}

type claim struct {
	Kind   string        `json:"kind" enum:"wages,overtime"`
	Amount claims.Fen    `json:"amount"`
	From   calendar.Date `json:"from,omitzero"`
}

type Marks struct {
	Urgent bool `json:"urgent,omitempty"`
}

// filing has one of everything that commands are made of.
type filing struct {
	Marks
	Respondent person            `json:"respondent"`
	Agent      *person           `json:"agent,omitempty"`
	Claims     []claim           `json:"claims" minItems:"1" maxItems:"20"`
	FiledOn    calendar.Date     `json:"filed_on" doc:"the day"`
	Born       *calendar.Date    `json:"born,omitempty"`
	Wage       claims.Fen        `json:"wage,omitempty"`
	Workers    int               `json:"workers,omitempty" minimum:"1" maximum:"1000"`
	Small      uint8             `json:"small,omitempty"`
	Share      float64           `json:"share,omitempty" exclusiveMaximum:"1"`
	Present    []string          `json:"present,omitempty" uniqueItems:"true" maxItems:"5"`
	Days       []calendar.Date   `json:"days,omitempty"`
	Story      string            `json:"story,omitempty"`
	Mail       string            `json:"mail,omitempty" format:"email"`
	Site       string            `json:"site,omitempty" format:"uri"`
	Extra      map[string]string `json:"extra,omitempty"`
	Sure       bool              `json:"sure,omitempty"`
	Any        any               `json:"any,omitempty"`
}

const whole = `{"respondent":{"name":"某厂"},"claims":[{"kind":"wages","amount":"8760.00"}],"filed_on":"2026-05-09"`

var shared = New()

func sendTo[T any](kind, body string) (T, Body, error) {
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	return Read[T](shared, r, 1<<20)
}

func sendJSON(body string) (filing, Body, error) { return sendTo[filing](jsonType, body) }
func sendForm(body string) (filing, Body, error) { return sendTo[filing](formType, body) }

// places are the faulty places of err with their Chinese sentences.
func places(t *testing.T, err error) map[string]string {
	t.Helper()
	f := fault.As(err)
	if f == nil || f.Kind != fault.Invalid || f.Code != "invalid" {
		t.Fatalf("err = %v, want a fault of kind invalid", err)
	}
	m := map[string]string{}
	for _, field := range f.Fields {
		m[field.Place] = field.Says.ZH
		if field.Says.EN == "" || field.Says.ZH == "" {
			t.Errorf("%s: %v, want both languages", field.Place, field.Says)
		}
	}
	return m
}

func TestGoodJSON(t *testing.T) {
	t.Parallel()
	got, body, err := sendJSON(whole + `,"workers":3.0,"urgent":true,"born":null,"present":["b","a"],"wage":"0.5","days":["2026-01-02"],"any":{"x":[1]},"extra":{"工号":"7"}}`)
	if err != nil {
		t.Fatal(err, fault.As(err).Fields)
	}
	want := filing{Marks: Marks{true}, Respondent: person{Name: "某厂"},
		Claims: []claim{{Kind: "wages", Amount: 876000}}, FiledOn: calendar.Must("2026-05-09"), Wage: 50,
		Workers: 3, Present: []string{"b", "a"}, Days: []calendar.Date{calendar.Must("2026-01-02")},
		Any: map[string]any{"x": []any{1.0}}, Extra: map[string]string{"工号": "7"}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(filing{}, calendar.Date{})); diff != "" {
		t.Errorf("Read: %s", diff)
	}
	wantJSON := `{"any":{"x":[1]},"claims":[{"amount":"8760.00","kind":"wages"}],"days":["2026-01-02"],"extra":{"工号":"7"},"filed_on":"2026-05-09","present":["b","a"],"respondent":{"name":"某厂"},"urgent":true,"wage":"0.5","workers":3}`
	if string(body.JSON) != wantJSON || body.Form || body.Meta == nil {
		t.Errorf("Body = %s %v, want %s", body.JSON, body, wantJSON)
	}
}

func TestEveryFaultyPlaceIsNamedAndNoValueRepeated(t *testing.T) {
	t.Parallel()
	_, body, err := sendJSON(`{"respondent":{"name":"","id":"SECRET"},"agent":{"name":"SECRETSECRETSECRETSECRET"},
		"claims":[{"kind":"SECRET","amount":"-1.00"},{"kind":"wages","amount":"1.234","from":"2026-02-30"},{"kind":7,"amount":12},null],
		"filed_on":"","born":"SECRET","wage":"9999999999999999","workers":1001,"small":300,"share":1,"present":["a",{"x":1},{"x":1},"a"],
		"story":5,"mail":"SECRET","site":"http://[SECRET","sure":"SECRET","Wage":"SECRET","138001380001":"SECRET","extra":{"a.b":"SECRET"},
		"days":["2026-01-01","1026-01-01","SECRET"],"workers2":1}`)
	got := places(t, err)
	want := map[string]string{
		"respondent.name": "这一项必须填写。", "respondent.id": "写法不对，应当是：18 位身份证号。",
		"agent.name": "太长，最多 20 个字。", "claims.0.kind": "只能是下列之一：wages、overtime。",
		"claims.0.amount": moneySays.ZH, "claims.1.amount": moneySays.ZH, "claims.1.from": dateSays.ZH,
		"claims.2.kind": "这里要填文字。", "claims.2.amount": "这里要填文字。", "claims.3": "这里要分项填写。",
		"filed_on": dateSays.ZH, "born": dateSays.ZH, "wage": moneySays.ZH, "workers": "不能大于 1000。",
		"share": "必须小于 1。", "present.1": "这里要填文字。", "present.2": "这一项与前面的重复。",
		"present.3": "这一项与前面的重复。", "story": "这里要填文字。", "mail": "这不是正确的电子邮箱。",
		"site": "这不是正确的网址。", "sure": "这里只能选是或否（true 或 false）。", "Wage": "没有这一项，请核对名称。",
		"?": "没有这一项，请核对名称。", "extra": sentences["key"].ZH, "days.1": dateSays.ZH, "days.2": dateSays.ZH,
		"workers2": "没有这一项，请核对名称。",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("places: %s", diff)
	}
	all, _ := json.Marshal(fault.As(err))
	if s := string(all) + err.Error(); strings.Contains(s, "SECRET") || strings.Contains(s, "13800") {
		t.Errorf("a value is repeated: %s", s)
	}
	if body.JSON != nil || !strings.Contains(fault.As(err).Says.ZH, "28 处") {
		t.Errorf("%s %v", body.JSON, fault.As(err).Says)
	}
}

func TestSingleFaults(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("字", 4001)
	for body, want := range map[string]map[string]string{
		``:     {"respondent": "这一项必须填写。", "claims": "这一项必须填写。", "filed_on": "这一项必须填写。"},
		`  `:   {"respondent": "这一项必须填写。", "claims": "这一项必须填写。", "filed_on": "这一项必须填写。"},
		`null`: {}, `[1]`: {}, `"x"`: {}, `{} {}`: {}, `{"a":}`: {}, "{\"story\":\"\xff\"}": {}, "\xef\xbb\xbf{}": {},
		whole + `,"any":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + "}":          {},
		whole + `,"any":` + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + "}":    {},
		whole + `,"story":"a","story":"b"}`:                                                  {"story": sentences["twice"].ZH},
		whole + `,"any":{"x":[{"y":1,"y":2}]}}`:                                              {"any.x.0.y": sentences["twice"].ZH},
		whole + `,"story":"a\u0000"}`:                                                        {"story": sentences["nul"].ZH},
		whole + `,"any":["` + long + `"]}`:                                                   {"any.0": "太长，最多 4000 个字。"},
		whole + `,"story":"` + long + `"}`:                                                   {"story": "太长，最多 4000 个字。"},
		whole + `,"workers":1e400}`:                                                          {"workers": sentences["range"].ZH},
		whole + `,"workers":1e30}`:                                                           {"workers": sentences["range"].ZH},
		whole + `,"workers":1.5}`:                                                            {"workers": "这里要填整数。"},
		whole + `,"workers":"3"}`:                                                            {"workers": "这里要填整数。"},
		whole + `,"small":300}`:                                                              {"small": sentences["unreadable"].ZH},
		whole + `,"present":["1","2","3","4","5","6"]}`:                                      {"present": "太多，最多 5 项。"},
		`{"respondent":{"name":"x"},"claims":null,"filed_on":null}`:                          {"claims": "这一项必须填写。", "filed_on": "这一项必须填写。"},
		`{"respondent":{"name":"x"},"claims":[],"filed_on":"2026-05-09"}`:                    {"claims": "太少，至少要有 1 项。"},
		`{"respondent":{"name":"x"},"claims":[{"kind":"wages"}],"filed_on":"2026-05-09"}`:    {"claims.0.amount": "这一项必须填写。"},
		`{"respondent":{"name":"x"},"claims":[{"kind":"wages","amount":1}],"filed_on":1e3}`:  {"claims.0.amount": "这里要填文字。", "filed_on": "这里要填文字。"},
		`{"Respondent":{"name":"x"},"claims":[{"kind":"wages","amount":"1"}],"filed_on":""}`: {"Respondent": "没有这一项，请核对名称。", "respondent": "这一项必须填写。", "filed_on": dateSays.ZH},
	} {
		_, _, err := sendJSON(body)
		if diff := cmp.Diff(want, places(t, err)); diff != "" {
			t.Errorf("%.80s: %s", body, diff)
		}
	}
}

func TestMalformedNamesLineAndCharacter(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		"{\n  \"名字\": SECRET}": "第 2 行第 9 个字符",
		`{"a":1`:               "第 1 行第 6 个字符",
		`{"a":1}x`:             "第 1 行第 8 个字符",
	} {
		_, _, err := sendJSON(body)
		if f := fault.As(err); f == nil || !strings.Contains(f.Says.ZH, want) || strings.Contains(f.Says.EN, "SECRET") {
			t.Errorf("%s: %v, want %s", body, f.Says, want)
		}
	}
}

func TestMediaTypeAndSize(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"text/plain", "", "application/json; charset=gbk", ";;", "application/xml"} {
		_, body, err := sendTo[filing](kind, whole+"}")
		if f := fault.As(err); f == nil || f.Kind != fault.Invalid || f.Code != "media-type" || body.Meta == nil {
			t.Errorf("%q: %v", kind, err)
		}
	}
	if _, _, err := sendTo[filing]("application/json; charset=UTF-8", whole+"}"); err != nil {
		t.Error(err)
	}
	if _, _, err := sendTo[Marks]("", ""); err != nil {
		t.Errorf("no body and no type: %v", err)
	}
	chunked := httptest.NewRequest(http.MethodPost, "/", struct{ *strings.Reader }{strings.NewReader(`{"a":"bcdefg"}`)})
	known := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(`{"a":"bcdefg"}`))
	sooner := httptest.NewRequest(http.MethodPost, "/", struct{ *strings.Reader }{strings.NewReader(`{"a":"bcdefg"}`)})
	sooner.Body = http.MaxBytesReader(httptest.NewRecorder(), sooner.Body, 3)
	for _, r := range []*http.Request{chunked, known, sooner} {
		r.Header.Set("Content-Type", jsonType)
		if _, _, err := Read[Marks](shared, r, 10); !fault.Is(err, fault.TooLarge) {
			t.Errorf("err = %v, want too large", err)
		}
	}
}

func TestSchemas(t *testing.T) {
	t.Parallel()
	b := New()
	if ref := Schema[filing](b).Ref; ref != "#/components/schemas/Filing" {
		t.Errorf("Ref = %q", ref)
	}
	s := b.Registry().SchemaFromRef("#/components/schemas/Filing")
	date, wage, story, born := s.Properties["filed_on"], s.Properties["wage"], s.Properties["story"], s.Properties["born"]
	if date.Format != "date" || date.Description != "the day" || born.Format != "date" || wage.Pattern != yuan || *story.MaxLength != MaxText {
		t.Errorf("%+v\n%+v\n%+v", date, wage, story)
	}
	out, err := json.Marshal(s)
	if err != nil || !strings.Contains(string(out), `"uniqueItems":true`) {
		t.Errorf("%s %v", out, err)
	}
	if b.Registry().SchemaFromRef("#/components/schemas/Claim").Properties["from"].Format != "date" {
		t.Error("a date in a list has no format")
	}
	if _, err := b.Read(httptest.NewRequest(http.MethodPost, "/", nil), 7, 0); err == nil || fault.As(err) != nil {
		t.Errorf("reading into an int: %v, want an error that is no fault", err)
	}
}

func TestOneNameInTwoPackages(t *testing.T) {
	t.Parallel()
	name := namer()
	type Request struct{}
	if got := name(reflect.TypeFor[http.Request](), ""); got != "Request" {
		t.Error(got)
	}
	if got := name(reflect.TypeFor[*Request](), ""); got != "BindRequest" {
		t.Error(got)
	}
	if got := name(reflect.TypeFor[http.Request](), ""); got != "Request" {
		t.Error(got)
	}
}

func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	b, group := New(), sync.WaitGroup{}
	for range 20 {
		group.Go(func() {
			r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(whole+"}"))
			r.Header.Set("Content-Type", jsonType)
			if _, _, err := Read[filing](b, r, 0); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
}

// Each sentence that Huma can ask for must exist: "other" is for the odd ones only.
func TestEveryCodeHasASentence(t *testing.T) {
	t.Parallel()
	for code, s := range sentences {
		if s.ZH == "" || s.EN == "" || strings.Contains(s.ZH, "#") != strings.Contains(s.EN, "#") {
			t.Errorf("%s: %v", code, s)
		}
	}
	var res huma.ValidateResult
	s := &huma.Schema{Type: huma.TypeString, Format: "uuid"}
	huma.Validate(shared.Registry(), s, huma.NewPathBuffer(nil, 0), huma.ModeWriteToServer, "SECRET", &res)
	var detail *huma.ErrorDetail
	if !errors.As(res.Errors[0], &detail) || detail.Message != "uuid " {
		t.Errorf("%v", res.Errors[0])
	}
}

func multipartBody(t *testing.T, fields map[string]string, file bool) (string, string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for k, v := range fields {
		if err := w.WriteField(k, v); err != nil {
			t.Fatal(err)
		}
	}
	if file {
		part, err := w.CreateFormFile("story", "SECRET.pdf")
		if err != nil {
			t.Fatal(err)
		}
		_, _ = part.Write([]byte("x"))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return w.FormDataContentType(), b.String()
}

package bind

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

const form1 = "respondent.name=某厂&claims.0.kind=wages&claims.0.amount=8760.00&filed_on=2026-05-09"

func TestFormIsTheSameAsJSON(t *testing.T) {
	t.Parallel()
	_, first, err := sendForm(form1 + "&_key=k1&_lang=en&agent.name=&agent.id=&born.year=1990&born.month=3&born.day=%EF%BC%97" +
		"&workers=+007+&share=.5&share=&urgent=on&sure=&wage=&story=a%0D%0Ab&mail=&present=a&present=&present=b" +
		"&days.3=2026-01-04&days.1=2026-01-02&days.0=&extra.x=1")
	if f := fault.As(err); f == nil || len(f.Fields) != 1 || f.Fields[0].Place != "share" || first.Meta["_lang"] != "en" {
		t.Fatalf("%v %v", err, first) // share was given twice
	}
	got, body, err := sendForm(form1 + "&_key=k1&_lang=en&agent.name=&agent.id=&born.year=1990&born.month=3&born.day=%EF%BC%97" +
		"&workers=+007+&share=0.5&urgent=on&sure=&wage=&story=a%0D%0Ab&mail=&present=a&present=&present=b" +
		"&days.3=2026-01-04&days.1=2026-01-02&days.0=&extra.x=1&extra.y.year=2026&extra.y.month=1&extra.y.day=2&extra.z.year=")
	if err != nil {
		t.Fatal(err, fault.As(err).Fields)
	}
	viaJSON, jsonBody, err := sendJSON(whole + `,"born":"1990-03-07","workers":7,"share":0.5,"urgent":true,"story":"a\nb","present":["a","b"],"days":["2026-01-02","2026-01-04"],"extra":{"x":"1","y":"2026-01-02"}}`)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(viaJSON, got, cmp.AllowUnexported(filing{}, calendar.Date{})); diff != "" {
		t.Errorf("form and JSON differ: %s", diff)
	}
	if string(body.JSON) != string(jsonBody.JSON) || !body.Form {
		t.Errorf("JSON = %s, want %s", body.JSON, jsonBody.JSON)
	}
	if diff := cmp.Diff(map[string]string{"_key": "k1", "_lang": "en"}, body.Meta); diff != "" {
		t.Errorf("Meta: %s", diff)
	}
}

// A row left blank is no row, but a fault is told with the row number that the page used.
func TestBlankRows(t *testing.T) {
	t.Parallel()
	got, _, err := sendForm(form1 + "&claims.1.kind=&claims.1.amount=&claims.1.from.year=&claims.7.kind=overtime&claims.7.amount=１０.５&claims.7.from.year=2026&claims.7.from.month=1&claims.7.from.day=2")
	if err != nil || len(got.Claims) != 2 || got.Claims[1].Amount != 1050 || got.Claims[1].From != calendar.Must("2026-01-02") {
		t.Fatalf("%v %v", got.Claims, err)
	}
	_, _, err = sendForm(form1 + "&claims.1.kind=&claims.1.amount=&claims.7.kind=overtime&claims.7.amount=x&claims.7.from.year=2026&claims.7.from.month=2&claims.7.from.day=30")
	if diff := cmp.Diff(map[string]string{"claims.7.amount": moneySays.ZH, "claims.7.from": dateSays.ZH}, places(t, err)); diff != "" {
		t.Error(diff)
	}
}

func TestFormFaults(t *testing.T) {
	t.Parallel()
	needed := sentences["required"].ZH
	for body, want := range map[string]map[string]string{
		"": {"respondent": needed, "claims": needed, "filed_on": needed},
		"respondent.name=&filed_on=&claims.0.kind=&claims.0.amount=":  {"respondent.name": needed, "claims": needed, "filed_on": needed},
		form1 + "&SECRET.x=1&respondent.z=1&12345678=1&story.x=1":     {"SECRET": sentences["unknown"].ZH, "respondent.z": sentences["unknown"].ZH, "?": sentences["unknown"].ZH, "story.x": sentences["unknown"].ZH},
		form1 + "&claims.501.kind=wages":                              {"claims.501": sentences["index"].ZH},
		form1 + "&claims.x.kind=wages":                                {"claims.x": sentences["unknown"].ZH},
		form1 + "&claims.01.kind=wages":                               {"claims.?": sentences["unknown"].ZH},
		form1 + "&agent=x":                                            {"agent": "这里要分项填写。"},
		form1 + "&agent=x&agent.name=y":                               {"agent.name": sentences["twice"].ZH, "agent": "这里要分项填写。"},
		form1 + "&agent.id=123":                                       {"agent.name": needed, "agent.id": "写法不对，应当是：18 位身份证号。"},
		form1 + "&story=%FF":                                          {"story": sentences["encoding"].ZH},
		form1 + "&story=%00":                                          {"story": sentences["encoding"].ZH},
		form1 + "&_key=%00":                                           {"?": sentences["encoding"].ZH},
		form1 + "&%FF=1":                                              {"?": sentences["encoding"].ZH},
		form1 + "&workers=three&share=x&sure=maybe":                   {"workers": "这里要填整数。", "share": "这里要填数字。", "sure": sentences["boolean"].ZH},
		form1 + "&workers=99999999999999999999":                       {"workers": "这里要填整数。"},
		form1 + "&born.year=1990&born.month=&born.day=7":              {"born": dateSays.ZH},
		form1 + "&born=1990-01-01&born.year=1990":                     {"born": sentences["twice"].ZH},
		form1 + "&story=a&story=b":                                    {"story": sentences["twice"].ZH},
		form1 + "&present=a&present.0=b":                              {"present.0": sentences["twice"].ZH},
		form1 + strings.Repeat("&"+strings.Repeat("a.", 40)+"b=1", 2): {"a": sentences["unknown"].ZH},
		"a=%zz": {},
	} {
		_, _, err := sendForm(body)
		got := places(t, err)
		if body == form1+"&_key=%00" {
			got = map[string]string{"?": got["_key"]}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%.160s: %s", body, diff)
		}
	}
}

func TestMultipart(t *testing.T) {
	t.Parallel()
	fields := map[string]string{"respondent.name": "某厂", "claims.0.kind": "wages", "claims.0.amount": "1", "filed_on": "2026-05-09", "_key": "k"}
	kind, body := multipartBody(t, fields, false)
	got, rest, err := sendTo[filing](kind, body)
	if err != nil || got.Claims[0].Amount != 100 || rest.Meta["_key"] != "k" {
		t.Errorf("%v %v %v", got, rest, err)
	}
	kind, body = multipartBody(t, fields, true)
	_, _, err = sendTo[filing](kind, body)
	if diff := cmp.Diff(map[string]string{"story": sentences["file"].ZH}, places(t, err)); diff != "" {
		t.Error(diff)
	}
	if _, _, err = sendTo[filing](kind, body[:len(body)/2]); len(places(t, err)) != 0 {
		t.Errorf("a form cut off: %v", err)
	}
	if _, _, err = sendTo[filing]("multipart/form-data", body); fault.As(err) == nil {
		t.Errorf("a form without a boundary: %v", err)
	}
}

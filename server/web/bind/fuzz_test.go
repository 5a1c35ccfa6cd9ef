package bind

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"tiaocai/workflows/fault"
)

// sound says what must hold whatever comes in: a fault with words, or JSON that reads the same
// again and holds nothing that the database refuses.
func sound(t *testing.T, body Body, err error) {
	t.Helper()
	if err != nil {
		f := fault.As(err)
		if f == nil || f.Says.ZH == "" || body.JSON != nil {
			t.Fatalf("err = %v, JSON = %s", err, body.JSON)
		}
		if all, _ := json.Marshal(f); !utf8.Valid(all) || strings.Contains(f.Error(), "\x00") {
			t.Fatalf("the fault is no clean text: %q", all)
		}
		for _, field := range f.Fields {
			if field.Says.ZH == "" || field.Says.EN == "" || strings.Contains(field.Says.ZH, "%!") {
				t.Fatalf("%q says %v", field.Place, field.Says)
			}
		}
		return
	}
	_, again, err := sendJSON(string(body.JSON))
	if err != nil || !bytes.Equal(again.JSON, body.JSON) {
		t.Fatalf("read again: %v\n%s\n%s", err, again.JSON, body.JSON)
	}
	if bytes.Contains(body.JSON, []byte(`\u0000`)) && !bytes.Contains(body.JSON, []byte(`\\u0000`)) {
		t.Fatalf("U+0000 came through: %s", body.JSON)
	}
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{"", "{}", "null", whole + "}", whole + `,"workers":1e2,"share":-0.5,"small":7,"sure":true}`,
		whole + `,"present":[{},{}],"born":null,"any":[[{"a":1,"a":2}]],"extra":{"a.b":"","[":"x"}}`,
		whole + `,"story":"\u0000\ud800","mail":"a@b.cn","site":"http://x","days":["2026-02-30"]}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, body, err := sendJSON(s)
		sound(t, body, err)
	})
}

func FuzzForm(f *testing.F) {
	for _, s := range []string{"", form1, form1 + "&born.year=1990&born.month=1&born.day=2&workers=7&share=.5&sure=on&present=a&present=b",
		form1 + "&claims.500.kind=x&claims.3.from.day=1&_key=1&extra.k=v&extra.=v&.=.&a..b=1&=1&agent.name.x=1&any=1&any.x=2",
		"claims=1&claims.0=2&claims.0.kind=%00&respondent=1&present.0=&present.0.x=1&filed_on.year=2026&%FF=%FF"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, body, err := sendForm(s)
		sound(t, body, err)
	})
}

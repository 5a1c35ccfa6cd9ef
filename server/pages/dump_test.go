package pages

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func TestDump(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	_ = os.MkdirAll("/tmp/pages/assets", 0o755)
	for at, a := range p.assets {
		_ = os.WriteFile("/tmp/pages"+at, a.data, 0o644)
	}
	for _, lang := range []string{"zh", "en"} {
		for _, s := range samples() {
			s.Page.Lang = lang
			var b bytes.Buffer
			if err := p.Render(&b, s.Name, s.Page); err != nil {
				t.Error(s.File, err)
				continue
			}
			out := strings.ReplaceAll(b.String(), `"/assets/`, `"assets/`)
			name := s.File
			if lang == "en" {
				name += "-en"
			}
			_ = os.WriteFile("/tmp/pages/"+name+".html", []byte(out), 0o644)
		}
	}
}

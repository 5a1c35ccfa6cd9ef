package pages

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"sync"
)

// Pages holds the templates, parsed once for each language.
type Pages struct {
	assets map[string]asset
	sets   map[string]map[Name]*template.Template // by language, then page
}

// New parses all templates, once in the life of the process: they don't change, and rendering changes nothing
// in them. An error names the file.
func New() (*Pages, error) { return parsed() }

var parsed = sync.OnceValues(parseAll)

func parseAll() (*Pages, error) {
	assets, urls, err := loadAssets()
	if err != nil {
		return nil, err
	}
	p := &Pages{assets: assets, sets: map[string]map[Name]*template.Template{}}
	for _, lang := range []string{"zh", "en"} {
		if p.sets[lang], err = parse(lang, urls); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func parse(lang string, urls map[string]string) (map[Name]*template.Template, error) {
	funcs := tongue(lang).funcs()
	funcs["asset"] = func(name string) (string, error) {
		if at, ok := urls[name]; ok {
			return at, nil
		}
		return "", fmt.Errorf("there is no static/%s", name)
	}
	base := template.New("").Funcs(funcs).Option("missingkey=error")
	if err := parseInto(base, tongue(lang), "html/layout.html", "html/parts/*.html"); err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	set := map[Name]*template.Template{}
	for _, name := range Names() {
		t, err := base.Clone()
		if err == nil {
			err = parseInto(t, tongue(lang), "html/page/"+string(name)+".html")
		}
		if err != nil {
			return nil, fmt.Errorf("pages: html/page/%s.html: %w", name, err)
		}
		set[name] = t
	}
	return set, nil
}

// Render writes a page. It is rendered into memory first, so that a mistake never leaves half a
// page behind.
func (p *Pages) Render(w io.Writer, name Name, page Page) error {
	if page.Lang != "en" {
		page.Lang = "zh"
	}
	t, ok := p.sets[page.Lang][name]
	if !ok {
		return fmt.Errorf("pages: there is no page %q", name)
	}
	v, err := newView(name, page)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	if err := t.ExecuteTemplate(&buf, "layout.html", v); err != nil {
		return fmt.Errorf("pages: %s: %w", name, err)
	}
	_, err = w.Write(buf.Bytes())
	return err
}

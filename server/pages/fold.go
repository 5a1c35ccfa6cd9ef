package pages

import (
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strconv"
)

// fixed is a sentence in both languages with nothing to fill in.
var fixed = regexp.MustCompile(`\{\{t ("(?:[^"\\]|\\.)*") ("(?:[^"\\]|\\.)*")\}\}`)

// fold puts fixed sentences into the text of a template, which is parsed for one language anyway: a
// list of fifty rows says "due" fifty times, and half of a page's time went into looking that up.
func (l tongue) fold(text string) string {
	return fixed.ReplaceAllStringFunc(text, func(s string) string {
		m := fixed.FindStringSubmatch(s)
		zh, err := strconv.Unquote(m[1])
		en, err2 := strconv.Unquote(m[2])
		if err != nil || err2 != nil {
			return s // the parser will say what is wrong
		}
		return template.HTMLEscapeString(l.t(zh, en))
	})
}

// parseInto is ParseFS with fixed sentences folded.
func parseInto(t *template.Template, l tongue, patterns ...string) error {
	for _, p := range patterns {
		names, err := fs.Glob(files, p)
		if err != nil {
			return err
		}
		for _, name := range names {
			text, err := fs.ReadFile(files, name)
			if err != nil {
				return err
			}
			if _, err := t.New(path.Base(name)).Parse(l.fold(string(text))); err != nil {
				return err
			}
		}
	}
	return nil
}

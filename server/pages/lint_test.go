package pages

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestEveryPageInBothLanguages renders every page in its richest form and looks the HTML over.
func TestEveryPageInBothLanguages(t *testing.T) {
	t.Parallel()
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[Name]bool{}
	for _, s := range samples() {
		seen[s.Name] = true
		for _, lang := range []string{"zh", "en"} {
			t.Run(s.File+"-"+lang, func(t *testing.T) {
				t.Parallel()
				page := s.Page
				page.Lang = lang
				var b bytes.Buffer
				if err := p.Render(&b, s.Name, page); err != nil {
					t.Fatal(err)
				}
				for _, w := range lint(b.String(), lang) {
					t.Error(w)
				}
			})
		}
	}
	for _, n := range Names() {
		if !seen[n] {
			t.Errorf("page %s has no sample", n)
		}
	}
}

// lint is what is wrong with a page's HTML.
func lint(page, lang string) (wrong []string) {
	l := linter{ids: map[string]int{}, labels: map[string]bool{}, say: func(f string, a ...any) { wrong = append(wrong, fmt.Sprintf(f, a...)) }}
	l.balance(page)
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return append(wrong, err.Error())
	}
	l.collect(doc)
	l.walk(doc, false, false)
	l.refs(doc)
	if l.h1 != 1 {
		l.say("%d h1, want one", l.h1)
	}
	for id, n := range l.ids {
		if n > 1 {
			l.say("id %q stands %d times", id, n)
		}
	}
	for _, mark := range []string{"ZgotmplZ", "%!", "<nil>", "0001-01-01", "{{"} {
		if strings.Contains(page, mark) {
			l.say("the page contains %q", mark)
		}
	}
	if lang == "en" {
		l.english(doc, false)
	}
	return wrong
}

type linter struct {
	ids    map[string]int
	labels map[string]bool // fields that a label is for
	h1     int
	say    func(string, ...any)
}

var void = map[string]bool{"meta": true, "link": true, "input": true, "br": true, "hr": true, "img": true}

// balance checks that every element is closed, in order: the parser would repair it in silence.
func (l *linter) balance(page string) {
	z := html.NewTokenizer(strings.NewReader(page))
	var open []string
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				l.say("not closed: %v", open)
			}
			return
		case html.StartTagToken:
			name, _ := z.TagName()
			if !void[string(name)] {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				l.say("</%s> closes %v", name, open)
				return
			}
			open = open[:len(open)-1]
		}
	}
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func (l *linter) collect(n *html.Node) {
	if id, ok := attr(n, "id"); ok {
		l.ids[id]++
		if id == "" || strings.ContainsAny(id, " .") {
			l.say("odd id %q", id)
		}
	}
	if n.Type == html.ElementNode && n.Data == "label" {
		if id, ok := attr(n, "for"); ok {
			l.labels[id] = true
		}
	}
	for c := range n.ChildNodes() {
		l.collect(c)
	}
}

func (l *linter) walk(n *html.Node, inLabel, inForm bool) {
	if n.Type == html.ElementNode {
		l.element(n, inLabel)
		switch n.Data {
		case "label":
			inLabel = true
		case "form":
			if inForm {
				l.say("a form in a form")
			}
			inForm = true
			l.form(n)
		}
	}
	for c := range n.ChildNodes() {
		l.walk(c, inLabel, inForm)
	}
}

func (l *linter) element(n *html.Node, inLabel bool) {
	for _, a := range n.Attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") || a.Val == "" && (a.Key == "href" || a.Key == "src" || a.Key == "action" || a.Key == "class") {
			l.say("<%s %s=%q>", n.Data, a.Key, a.Val)
		}
	}
	switch n.Data {
	case "script": // only a file of our own
		if src, _ := attr(n, "src"); !strings.HasPrefix(src, assetPrefix) || textOf(n) != "" {
			l.say("<script>: the page's policy forbids it")
		}
	case "style":
		l.say("<style>: the page's policy forbids it")
	case "h1":
		l.h1++
	case "a":
		if href, ok := attr(n, "href"); !ok || href == "#" {
			l.say("a link that leads nowhere: %q", textOf(n))
		}
		if strings.TrimSpace(textOf(n)) == "" {
			l.say("a link without words")
		}
	case "button":
		if _, ok := attr(n, "aria-label"); !ok && strings.TrimSpace(textOf(n)) == "" {
			l.say("a button without words")
		}
	case "input", "select", "textarea":
		l.field(n, inLabel)
	}
}

func (l *linter) field(n *html.Node, inLabel bool) {
	if kind, _ := attr(n, "type"); kind == "hidden" {
		return
	}
	id, _ := attr(n, "id")
	_, named := attr(n, "aria-label")
	if !inLabel && !named && !l.labels[id] {
		name, _ := attr(n, "name")
		l.say("<%s name=%q> has no label", n.Data, name)
	}
}

// form checks that whatever changes something carries its key.
func (l *linter) form(n *html.Node) {
	if method, _ := attr(n, "method"); method != "post" {
		return
	}
	keys := 0
	var count func(*html.Node)
	count = func(n *html.Node) {
		if name, _ := attr(n, "name"); name == "_key" {
			if v, _ := attr(n, "value"); len(v) >= 8 {
				keys++
			}
		}
		for c := range n.ChildNodes() {
			count(c)
		}
	}
	if count(n); keys != 1 {
		action, _ := attr(n, "action")
		l.say("the form to %s has %d keys, want one", action, keys)
	}
}

// refs checks that whatever points to an element of the page finds it.
func (l *linter) refs(n *html.Node) {
	for _, key := range []string{"for", "aria-describedby", "aria-labelledby"} {
		if list, ok := attr(n, key); ok {
			for id := range strings.FieldsSeq(list) {
				if l.ids[id] == 0 {
					l.say("%s=%q leads nowhere", key, id)
				}
			}
		}
	}
	if href, ok := attr(n, "href"); ok && strings.HasPrefix(href, "#") && l.ids[href[1:]] == 0 {
		l.say("href=%q leads nowhere", href)
	}
	for c := range n.ChildNodes() {
		l.refs(c)
	}
}

// english checks that an English page has Chinese only where it says so, or where it quotes a name.
func (l *linter) english(n *html.Node, chinese bool) {
	if lang, ok := attr(n, "lang"); ok {
		chinese = strings.HasPrefix(lang, "zh")
	}
	if n.Type == html.ElementNode && (n.Data == "option" || n.Data == "textarea") {
		return // people, firms, and what was typed
	}
	if n.Type == html.TextNode && !chinese {
		for _, r := range n.Data {
			if r >= 0x4e00 && r <= 0x9fff && !quoted(n.Data) {
				l.say("Chinese on an English page: %q", strings.TrimSpace(n.Data))
				break
			}
		}
	}
	for c := range n.ChildNodes() {
		l.english(c, chinese)
	}
}

// quoted is Chinese that stands on English pages too: marks, numbers, the brand, people and firms.
func quoted(s string) bool {
	for _, ok := range []string{"调裁", "仙劳人仲案", "申", "被1", "林小芬", "福应街道", "周立民", "蒋晓红", "应晓燕", "拖欠的工资", "Notice", "徐美珍", "回函"} {
		if strings.Contains(s, ok) {
			return true
		}
	}
	return false
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(textOf(c))
	}
	return b.String()
}

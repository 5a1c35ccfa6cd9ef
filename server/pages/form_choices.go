package pages

import (
	"fmt"
	"reflect"
	"strconv"
	"unicode"

	"tiaocai/server/casework"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// choices are the values that a field of this name may take in this case; none where it is free.
func (m maker) choices(t reflect.Type, name string) []Choice {
	switch {
	case t == reflect.TypeFor[casework.ClaimInput]() && name == "code":
		return kindChoices()
	case name == "cause" && (t == reflect.TypeFor[casework.OpenCase]() || t == reflect.TypeFor[casework.AmendApplication]()):
		return causeChoices()
	case m.c == nil:
		return nil
	}
	switch name {
	case "organisation":
		return people(m.c.Choices.Organisations)
	case "mediator":
		return people(m.c.Choices.Mediators)
	case "seat":
		return seats(m.c)
	case "recusal":
		return waitingRecusals(m.c)
	case "recorder":
		return people(m.c.Choices.Recorders)
	case "successor":
		return append(withPart(m.c.Choices.Arbitrators, law.Text{ZH: "仲裁员", EN: "arbitrator"}), withPart(m.c.Choices.Recorders, law.Text{ZH: "书记员", EN: "recorder"})...)
	case "second":
		return append(people(m.c.Choices.Recorders), people(m.c.Choices.Arbitrators)...)
	case "exhibit":
		return exhibitChoices(m.c)
	case "record":
		return recordChoices(m.c.Records)
	case "arbitrators":
		return people(m.c.Choices.Arbitrators)
	case "document":
		return papers(m.c.Documents)
	case "party":
		return parties(m.c)
	case "service":
		return onTheWay(m.c.Documents)
	case "claim":
		return claimChoices(m.c.Claims)
	case "to":
		return people(m.c.Choices.Commissions)
	case "agent":
		return agents(m.c)
	}
	return nil
}

func same(s string) law.Text { return law.Text{ZH: s, EN: s} }

func people(list []casework.Choice) []Choice {
	out := make([]Choice, len(list))
	for i, p := range list {
		out[i] = Choice{strconv.FormatInt(p.ID, 10), same(p.Name)}
	}
	return out
}

// withPart names people with what they are.
func withPart(list []casework.Choice, part law.Text) []Choice {
	out := people(list)
	for i, c := range out {
		out[i].Label = law.Text{ZH: c.Label.ZH + "（" + part.ZH + "）", EN: c.Label.ZH + " (" + part.EN + ")"}
	}
	return out
}

// papers lists the documents that somebody still has to be served with first.
func papers(list []casework.DocumentView) []Choice {
	var waiting, served []Choice
	for _, d := range list {
		c := Choice{strconv.FormatInt(d.ID, 10), law.Text{ZH: d.Name.ZH + "，" + d.On.String(), EN: d.Name.EN + ", " + d.On.String()}}
		if n := unserved(d); n > 0 {
			c.Label.ZH += fmt.Sprintf("（%d 人未送达）", n)
			c.Label.EN += fmt.Sprintf(" (%d not served)", n)
			waiting = append(waiting, c)
			continue
		}
		served = append(served, c)
	}
	return append(waiting, served...)
}

func parties(c *casework.CaseView) []Choice {
	var out []Choice
	for _, list := range [][]casework.PartyView{c.Applicants, c.Respondents} {
		for _, p := range list {
			out = append(out, Choice{p.Mark, same(p.Mark + " " + p.Name)})
		}
	}
	return out
}

func claimChoices(list []casework.ClaimView) []Choice {
	var out []Choice
	for _, c := range list {
		no := strconv.Itoa(c.No)
		out = append(out, Choice{no, law.Text{ZH: no + ". " + c.Title.ZH, EN: no + ". " + c.Title.In("en")}})
	}
	return out
}

func kindChoices() []Choice {
	var out []Choice
	for _, k := range claims.Kinds() {
		out = append(out, Choice{string(k.Code), k.Name})
	}
	return out
}

func causeChoices() []Choice {
	var out []Choice
	for _, c := range claims.Causes() {
		out = append(out, Choice{string(c.Code), c.Name})
	}
	return out
}

// labelOf is a field's label and hint: from the table of labels, or from its doc tag, which says
// "中文 English". What follows a comma in Chinese, or a colon or semicolon in English, is the hint.
func labelOf(t reflect.Type, name, doc string) (label, hint law.Text) {
	if l, ok := labels[t.Name()+"."+name]; ok {
		return l.label, l.hint
	}
	if l, ok := labels[name]; ok {
		return l.label, l.hint
	}
	zh, en := splitDoc(doc)
	label.ZH, hint.ZH = cut(zh, "，")
	label.EN, hint.EN = cut(en, ";:")
	if hint.ZH == "" || hint.EN == "" {
		label, hint = law.Text{ZH: zh, EN: en}, law.Text{}
	}
	return label, hint
}

func cut(s, seps string) (before, after string) {
	for i, r := range s {
		for _, sep := range seps {
			if r == sep {
				return s[:i], upper(trim(s[i+len(string(r)):]))
			}
		}
	}
	return s, ""
}

// splitDoc splits a doc tag where the first Latin letter follows something Chinese.
func splitDoc(doc string) (zh, en string) {
	seen := false
	for i, r := range doc {
		if r > unicode.MaxLatin1 {
			seen = true
		}
		if seen && (r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') {
			return trim(doc[:i]), trim(doc[i:])
		}
	}
	return trim(doc), trim(doc)
}

func trim(s string) string {
	for len(s) > 0 && s[0] == ' ' {
		s = s[1:]
	}
	for len(s) > 0 && s[len(s)-1] == ' ' {
		s = s[:len(s)-1]
	}
	return s
}

func upper(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

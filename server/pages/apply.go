package pages

import (
	"encoding/json"
	"fmt"
	"net/url"
	"reflect"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// ApplyBody is the body of the page on which an application begins, or is gone on with.
type ApplyBody struct {
	Draft *casework.DraftView // under way in this browser; nil if none is
	Mine  bool                // whoever is signed in has one that this browser does not hold
	Left  bool
	Typed []string // what was typed when the session had run out, so that it is not lost
}

// ApplyStep is the body of one question.
type ApplyStep struct {
	View     *casework.DraftView
	Question casework.Question
	No       int
	Groups   []WantedGroup       // for the question what is asked for
	Sum      *claims.Kind        // for the sum of a claim
	Tool     *claims.Calculator  // that works it out; nil if there is none
	Working  *claims.Calculation // how it was worked out
	Form     Form
}

// WantedGroup are kinds of claim under one heading.
type WantedGroup struct {
	ID    string
	Name  law.Text
	Kinds []WantedKind
}

// WantedKind is one that can be ticked.
type WantedKind struct {
	At     int
	Code   claims.Code
	Asks   law.Text
	Name   law.Text
	Ticked bool
}

// ApplyCheckBody is the body of the page that shows the application before it is sent.
type ApplyCheckBody struct {
	View  *casework.DraftView
	Phone string // the account's name, unless another is chosen
	Form  Form
}

// PhotosBody is the body of the page on which photos become an exhibit.
type PhotosBody struct {
	Case       *casework.CaseView
	MostPhotos int
	MostMB     int
}

// NewApplyStep lays a question out, filled with what was answered.
func NewApplyStep(v *casework.DraftView, step string, kept url.Values) (ApplyStep, url.Values, bool) {
	q, no, ok := v.Question(step)
	if !ok {
		return ApplyStep{}, kept, false
	}
	b := ApplyStep{View: v, Question: q, No: no}
	if kept == nil {
		kept = keptOf(answerOf(v.Answers, step))
	}
	if body, is := casework.AnswerBody(step); is {
		b.Form = FormOf(body, nil, "")
	}
	if step == "wanted" {
		b.Groups = wantedGroups(kept)
	}
	if code := casework.SumOf(step); code != "" {
		b.sum(claims.Code(code))
	}
	return b, kept, true
}

// sum lays out the question for one claim: its amount and how it is worked out, or what exactly is asked for.
func (b *ApplyStep) sum(code claims.Code) {
	k, _ := claims.Lookup(code)
	b.Sum = &k
	if c, ok := claims.CalculatorOf(code); ok && k.Money {
		b.Tool, b.Working = &c, b.View.Working(string(code))
	}
	var list []Field
	for _, f := range b.Form.Fields {
		switch {
		case f.Name == "amount" && !k.Money:
			continue
		case f.Name == "amount":
			f.Required = true
		case f.Name == "title" && k.Money, (f.Name == "period_from" || f.Name == "period_to") && !k.Money:
			continue
		case f.Name == "title":
			f.Hint = law.Text{ZH: "例如：补开离职证明。", EN: "For example: a certificate of leaving."}
		}
		list = append(list, f)
	}
	b.Form.Fields = list
}

// answerOf is the answer to a step; nil if there is none.
func answerOf(a casework.Answers, step string) any {
	if code := casework.SumOf(step); code != "" {
		return a.Sums[code]
	}
	return map[string]any{"who": a.Who, "reach": a.Reach, "employer": a.Employer, "started": a.Started, "ended": a.Ended, "job": a.Job,
		"wanted": a.Wanted, "known": a.Known, "facts": a.Facts}[step]
}

// keptOf writes an answer as its form would have sent it; nil if there is none.
func keptOf(answer any) url.Values {
	if answer == nil || reflect.ValueOf(answer).IsNil() {
		return nil
	}
	b, err := json.Marshal(answer)
	if err != nil {
		return nil
	}
	var m map[string]any
	if json.Unmarshal(b, &m) != nil {
		return nil
	}
	kept := url.Values{}
	for name, v := range m {
		switch x := v.(type) {
		case string:
			kept.Set(name, x)
			if d, err := calendar.Parse(x); err == nil && !d.IsZero() {
				kept.Set(name+".year", fmt.Sprint(d.Year()))
				kept.Set(name+".month", fmt.Sprint(int(d.Month())))
				kept.Set(name+".day", fmt.Sprint(d.Day()))
			}
		case bool:
			kept.Set(name, fmt.Sprint(x))
		case []any:
			for i, one := range x {
				kept.Set(fmt.Sprintf("%s.%d", name, i), fmt.Sprint(one))
			}
		}
	}
	return kept
}

// wantedGroups are the kinds of claim by what has happened to somebody, those without a calculator last.
func wantedGroups(kept url.Values) []WantedGroup {
	ticked := map[string]bool{}
	for name, v := range kept {
		if strings.HasPrefix(name, "kinds.") && len(v) > 0 {
			ticked[v[0]] = true
		}
	}
	var list []WantedGroup
	seen, at := map[claims.Code]bool{}, 0
	add := func(g *WantedGroup, k claims.Kind, asks law.Text) {
		g.Kinds = append(g.Kinds, WantedKind{at, k.Code, asks, k.Name, ticked[string(k.Code)]})
		seen[k.Code] = true
		at++
	}
	workers := map[claims.Code]claims.Kind{}
	for _, k := range casework.WorkersKinds() {
		workers[k.Code] = k
	}
	for _, of := range calculatorGroups() {
		g := WantedGroup{ID: of.ID, Name: of.Name}
		for _, c := range of.Tools {
			if k, ok := workers[c.Code]; ok && !seen[c.Code] {
				add(&g, k, law.Text{})
			}
		}
		if len(g.Kinds) > 0 {
			list = append(list, g)
		}
	}
	rest := WantedGroup{ID: "other", Name: law.Text{ZH: "其他", EN: "Other"}}
	for _, k := range casework.WorkersKinds() {
		if !seen[k.Code] {
			add(&rest, k, law.Text{})
		}
	}
	if len(rest.Kinds) > 0 {
		list = append(list, rest)
	}
	return list
}

// NewApplyCheck lays out the last page. Whoever has no account yet chooses a password on it.
func NewApplyCheck(v *casework.DraftView, signedIn bool) ApplyCheckBody {
	b := ApplyCheckBody{View: v, Form: FormOf(reflect.TypeFor[casework.SendDraft](), nil, "")}
	for i := range b.Form.Fields {
		b.Form.Fields[i].Required = true
	}
	if !signedIn {
		b.Form.Fields = append(b.Form.Fields, Field{Name: "login", Kind: Text, Required: true, Max: 64, Label: law.Text{ZH: "账号", EN: "Account"}, Value: accountOf(v),
			Hint: law.Text{ZH: "以后登录用。填手机号最好记。", EN: "For signing in later. Your phone number is easy to remember."}},
			Field{Name: "password", Kind: Password, Required: true, Label: law.Text{ZH: "给自己定一个密码", EN: "Choose a password"},
				Hint: law.Text{ZH: "至少 10 个字符。有了账号，才能看案卷、交材料、收文书。", EN: "At least 10 signs. With an account you see your file, hand in papers and receive documents."}})
	}
	return b
}

func accountOf(v *casework.DraftView) string {
	if v.Answers.Reach == nil {
		return ""
	}
	return v.Answers.Reach.Phone
}

// appliedOf cuts an application into its title and the rest.
func appliedOf(text string) sheet {
	title, rest, _ := strings.Cut(text, "\n\n")
	return sheet{Title: title, Rest: rest}
}

// stepURL is the address of a question.
func stepURL(step string) string {
	if step == "check" {
		return "/apply/check"
	}
	return "/apply/q/" + step
}

// photosForm is the form on which photos become an exhibit: that of any exhibit, with many files.
func photosForm(b PhotosBody) Form {
	f := FormOf(reflect.TypeFor[casework.FileEvidence](), b.Case, workflows.FileEvidence)
	for i := range f.Fields {
		if f.Fields[i].Name == "file" {
			f.Fields[i] = Field{Name: "photos", Kind: Photographs, Required: true, Label: law.Text{ZH: "照片", EN: "Photos"}, Hint: photosHint(b.MostPhotos, b.MostMB)}
		}
	}
	return f
}

func photosHint(most, mb int) law.Text {
	return law.Text{ZH: fmt.Sprintf("JPEG、PNG 或者 HEIC（苹果手机），可以一次选几张，按页的顺序；最多 %d 张，每张最大 %d MB。", most, mb),
		EN: fmt.Sprintf("JPEG, PNG or HEIC (iPhone), several at once, in the order of the pages; %d at most, %d MB each.", most, mb)}
}

// KeptCalculator writes a calculator's inputs as its form would have sent them.
func KeptCalculator(c claims.Calculator, given claims.Given) url.Values {
	kept := url.Values{}
	for _, in := range c.Inputs {
		v := typed(given[in.Name])
		if v == "" {
			continue
		}
		kept.Set(in.Name, v)
		if d, err := calendar.Parse(v); in.Unit == claims.InDate && err == nil {
			kept.Set(in.Name+".year", fmt.Sprint(d.Year()))
			kept.Set(in.Name+".month", fmt.Sprint(int(d.Month())))
			kept.Set(in.Name+".day", fmt.Sprint(d.Day()))
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return kept
}

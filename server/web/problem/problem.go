// Package problem is how the web says no: every failed request of the API is answered in the one
// form of RFC 9457 (application/problem+json), in both languages, with the article that closes
// the door and the day on which it opens.
//
// It is the only place that knows which HTTP status belongs to which kind of fault. An error that
// is not a fault is our own mistake: it is shown as a reference number (编号) and nothing else.
package problem

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"tiaocai/workflows/law"
)

// Place is one faulty place of what was sent, as in "claims.0.amount".
type Place struct {
	Location string   `json:"location" doc:"The path of the field, as in claims.0.amount; empty for the body as a whole"`
	Says     law.Text `json:"says" doc:"What is wrong with it"`
}

// Rule is the article that closes the door.
type Rule struct {
	Rule string `json:"rule" doc:"Our stable id of the rule"`
	ZH   string `json:"zh"`
	EN   string `json:"en"`
}

// Details is the body of a refusal, as RFC 9457 calls it, with our own members after the first four.
type Details struct {
	Type      string   `json:"type" doc:"Which problem this is"`
	Title     string   `json:"title"`
	Status    int      `json:"status"`
	Code      string   `json:"code" doc:"Stable, for programs"`
	Detail    string   `json:"detail" doc:"The sentence, in the language that was asked for"`
	Says      law.Text `json:"says" doc:"The sentence in both languages"`
	Law       *Rule    `json:"law,omitempty" doc:"The article that closes the door"`
	Opens     string   `json:"opens,omitempty" format:"date" doc:"The day on which the step becomes possible"`
	Errors    []Place  `json:"errors,omitempty" doc:"Every faulty place"`
	Reference string   `json:"reference,omitempty" doc:"What to tell the staff"`
}

// ContentType is the media type of Details.
const ContentType = "application/problem+json"

// Describe turns any error into Details in lang; ref is the number under which it was logged.
func Describe(err error, lang, ref string) Details {
	f := Of(err)
	if f == nil {
		f = internal() // Describing no error at all is a mistake of ours too.
	}
	d := Details{
		Type: "about:blank", Title: Title(f.Kind).In(lang), Status: Status(f.Kind),
		Code: f.Code, Says: f.Says, Opens: f.Opens.String(), Reference: ref,
	}
	if d.Says.IsZero() {
		d.Says = Title(f.Kind)
	}
	d.Detail = d.Says.In(lang)
	if f.Code != "" && f.Kind != Internal {
		d.Type = "/problems/" + f.Code
	}
	if !f.Law.IsZero() {
		d.Law = &Rule{f.Law.Rule, f.Law.ZH, f.Law.EN}
	}
	for _, field := range f.Fields {
		d.Errors = append(d.Errors, Place{field.Place, field.Says})
	}
	return d
}

// Write answers with the problem. Nothing must have been written before.
func Write(w http.ResponseWriter, err error, lang, ref string) {
	d := Describe(err, lang, ref)
	body, jsonErr := json.Marshal(d)
	if jsonErr != nil { // Texts and numbers always marshal.
		body = []byte(`{"type":"about:blank","status":500,"code":"internal"}`)
	}
	h := w.Header()
	h.Set("Content-Type", ContentType)
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Language", language(lang))
	if f := Of(err); f != nil && f.RetryAfter > 0 {
		h.Set("Retry-After", seconds(f.RetryAfter))
	}
	w.WriteHeader(d.Status)
	_, _ = w.Write(append(body, '\n'))
}

func language(lang string) string {
	if lang == "en" {
		return "en"
	}
	return "zh-CN"
}

// seconds rounds up: whoever comes back at the named second must not be too early.
func seconds(d time.Duration) string {
	return strconv.FormatInt(int64((d+time.Second-1)/time.Second), 10)
}

package web

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"tiaocai/server/pages"
	"tiaocai/server/web/problem"
	"tiaocai/workflows/fault"
)

// What was typed into a form when the session had run out goes with the sign-in form, and is there again afterwards: on
// the form's own page, filled in, not sent. It is given to nobody else: each form's key tells whose page it was on.

const (
	againKey, againAt = "typed", "typed-at" // in the session: what was typed, sealed, and the page it belongs to

	mostTyped = 700 << 10 // bytes that go with the sign-in form
)

// secret fields are never shown again.
var secretFields = []string{"password", "present", "new", "code", "login"}

// formAt is the page that shows the form which this address takes; "" where a form is not given back.
func formAt(path string) string {
	switch rest, ofCase := strings.CutPrefix(path, "/cases/"); {
	case path == "/cases":
		return "/cases/new"
	case path == "/settings/propose", path == "/settings/holidays":
		return path
	case !ofCase:
		return ""
	default:
		_, page, _ := strings.Cut(rest, "/")
		switch {
		case page == "room/draft":
			return strings.TrimSuffix(path, "/draft")
		case page == "workbook", page == "award", page == "photos", strings.HasPrefix(page, "steps/"):
			return path
		}
		return ""
	}
}

// signInFirst shows the sign-in form with what was typed; false if there is nothing to keep.
func (s *Server) signInFirst(c ctx, f *fault.Error) bool {
	page := formAt(c.Request.URL.Path)
	if f.Kind != fault.Unauthorized || page == "" || c.Request.Method != http.MethodPost || bearer(c) != "" {
		return false
	}
	typed := kept(c)
	if c.ContentType() == "multipart/form-data" && typed == nil {
		typed = s.fieldsOf(c)
	}
	carried, err := carry(typed)
	if err != nil || carried == "" {
		return false
	}
	c.Status(problem.Status(f.Kind))
	says := *f
	if err := s.render(c, pages.SignInPage, pages.Page{Body: pages.SignIn{Next: page, Typed: carried, Accounts: s.demo}, Fault: &says, Reference: s.note(c, f)}); err != nil {
		s.problem(c, err)
	}
	return true
}

// fieldsOf are the particulars of a form with a file; the file itself has to be chosen again.
func (s *Server) fieldsOf(c ctx) url.Values {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, s.upload+slack)
	parts, err := c.Request.MultipartReader()
	if err != nil {
		return nil
	}
	values, _, err := particulars(parts)
	if err != nil {
		return nil
	}
	return values
}

// carry packs what was typed for the sign-in form; "" for nothing, or too much.
func carry(v url.Values) (string, error) {
	out := url.Values{}
	for name, list := range v {
		if name != "_next" && name != "_typed" && strings.Join(list, "") != "" {
			out[name] = list
		}
	}
	for _, name := range secretFields {
		out.Del(name)
	}
	b, err := json.Marshal(out)
	if err != nil || len(out) == 0 || len(b) > mostTyped {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(b), nil
}

var errCarried = errors.New("what came with the sign-in form cannot be read")

func carried(s string) (url.Values, error) {
	b, err := base64.RawURLEncoding.DecodeString(s)
	v := url.Values{}
	if err == nil {
		err = json.Unmarshal(b, &v)
	}
	if err != nil || len(b) > mostTyped {
		return nil, errCarried
	}
	return v, nil
}

// whose marks the key of a form with the account that it was made for.
func whose(account int64) string {
	sum := sha256.Sum256([]byte("form of " + strconv.FormatInt(account, 10)))
	return hex.EncodeToString(sum[:4])
}

// takeTyped puts what came with the sign-in form into the session, sealed, if it was typed by the same account.
func (s *Server) takeTyped(c ctx, account int64, typed, page string) error {
	v, err := carried(typed)
	if typed == "" || err != nil || !strings.HasSuffix(v.Get("_key"), whose(account)) || formAt(page) != page && page != "/cases/new" && !strings.HasSuffix(page, "/room") {
		return nil
	}
	v.Del("_key")
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	sealed, err := s.desk.SealTyped(account, b)
	if err != nil {
		return err
	}
	s.sessions.Put(c.Request.Context(), againKey, base64.RawStdEncoding.EncodeToString(sealed))
	s.sessions.Put(c.Request.Context(), againAt, page)
	return nil
}

// giveBack fills a page with what was typed there before somebody signed in again.
func (s *Server) giveBack(c ctx, p *pages.Page) {
	at := s.sessions.GetString(c.Request.Context(), againAt)
	if at == "" || at != c.Request.URL.Path || c.Request.Method != http.MethodGet || p.Kept != nil || p.Fault != nil {
		return
	}
	sealed, err := base64.RawStdEncoding.DecodeString(s.sessions.GetString(c.Request.Context(), againKey))
	if err != nil {
		return
	}
	b, err := s.desk.OpenTyped(s.sessions.GetInt64(c.Request.Context(), accountKey), sealed)
	v := url.Values{}
	if err == nil && json.Unmarshal(b, &v) == nil {
		p.Kept, p.Restored = v, true
	}
}

// forget lets go of what was typed once its form has been sent.
func (s *Server) forget(c ctx) {
	if at := s.sessions.GetString(c.Request.Context(), againAt); at != "" && at == formAt(c.Request.URL.Path) {
		s.sessions.Remove(c.Request.Context(), againKey)
		s.sessions.Remove(c.Request.Context(), againAt)
	}
}

package testkit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"tiaocai/server/boot"
	"tiaocai/server/casework"
)

var keys atomic.Int64

// NewKey is an Idempotency-Key that was not used before.
func NewKey() string { return fmt.Sprintf("test-key-%08d", keys.Add(1)) }

// J is a JSON body.
type J = map[string]any

// Client is one person at the API.
type Client struct {
	Kit   *Kit
	Login string
	Token string
	HTTP  *http.Client
	until time.Time
}

// Answer is what came back.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// Code is the stable code of a problem; "" for other answers.
func (a Answer) Code() string {
	var p struct{ Code string }
	json.Unmarshal(a.Body, &p)
	return p.Code
}

// Nobody is a client that is not signed in.
func (k *Kit) Nobody() *Client {
	jar, _ := cookiejar.New(nil)
	return &Client{Kit: k, HTTP: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// As signs in with a demo account and gets a token.
func (k *Kit) As(login string) *Client {
	k.T.Helper()
	c := k.Nobody()
	c.Login = login
	c.signIn()
	return c
}

// signIn gets a token, and a new one when the test's clock has moved past the old one's end.
func (c *Client) signIn() {
	c.Kit.T.Helper()
	var t casework.TokenGiven
	login := c.Login
	c.Login, c.Token = "", ""
	c.Want(200, c.Do("POST", "/api/v1/tokens", J{"login": login, "password": boot.DemoPassword}), &t)
	c.Login, c.Token, c.until = login, t.Token, t.ExpiresAt
}

// Do sends a request with a JSON body, a fresh key, and the headers given as name, value.
func (c *Client) Do(method, path string, body any, headers ...string) Answer {
	c.Kit.T.Helper()
	var r io.Reader
	if body != nil {
		text, ok := body.(string)
		if !ok {
			b, err := json.Marshal(body)
			if err != nil {
				c.Kit.T.Fatal(err)
			}
			text = string(b)
		}
		r = strings.NewReader(text)
	}
	req, err := http.NewRequest(method, c.Kit.Base+path, r)
	if err != nil {
		c.Kit.T.Fatal(err)
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if method == "POST" {
		req.Header.Set("Idempotency-Key", NewKey())
	}
	return c.send(req, headers)
}

func (c *Client) send(req *http.Request, headers []string) Answer {
	c.Kit.T.Helper()
	if c.Login != "" && c.Kit.Clock.Now().After(c.until) {
		c.signIn()
	}
	if c.Token != "" {
		req.Header.Set("Authorization", "Bearer "+c.Token)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	res, err := c.HTTP.Do(req)
	if err != nil {
		c.Kit.T.Fatalf("%s %s: %v", req.Method, req.URL.Path, err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		c.Kit.T.Fatalf("%s %s: %v", req.Method, req.URL.Path, err)
	}
	return Answer{res.StatusCode, res.Header, b}
}

// Want fails the test unless the answer has the status; it fills into if that isn't nil.
func (c *Client) Want(status int, a Answer, into any) {
	c.Kit.T.Helper()
	if a.Status != status {
		c.Kit.T.Fatalf("%s: status = %d, want %d\n%s", c.Login, a.Status, status, a.Body)
	}
	if into != nil {
		if err := json.Unmarshal(a.Body, into); err != nil {
			c.Kit.T.Fatalf("%s: %v\n%s", c.Login, err, a.Body)
		}
	}
}

// Get reads into a view.
func (c *Client) Get(path string, into any) {
	c.Kit.T.Helper()
	c.Want(200, c.Do("GET", path, nil), into)
}

// See reads a case.
func (c *Client) See(ref string) *casework.CaseView {
	c.Kit.T.Helper()
	v := &casework.CaseView{}
	c.Get("/api/v1/cases/"+ref, v)
	return v
}

// Try takes a step with the version that the person sees; the answer may be a refusal. Where the program's own
// clock was quicker, the person does what the refusal says: they look again.
func (c *Client) Try(ref, event string, body J) Answer {
	c.Kit.T.Helper()
	if body == nil {
		body = J{}
	}
	for {
		headers := []string{}
		if a := c.Do("GET", "/api/v1/cases/"+ref, nil); a.Status == 200 {
			var v casework.CaseView
			c.Want(200, a, &v)
			headers = append(headers, "If-Match", strconv.Quote(strconv.Itoa(v.Version)))
		}
		a := c.Do("POST", "/api/v1/cases/"+ref+"/"+event, body, headers...)
		if a.Code() != "version-stale" || !bytes.Contains(a.Body, []byte(boot.ClockName)) {
			return a
		}
	}
}

// Step takes a step that must succeed.
func (c *Client) Step(ref, event string, body J) *casework.Done {
	c.Kit.T.Helper()
	d := &casework.Done{}
	a := c.Try(ref, event, body)
	if a.Status != 200 {
		c.Kit.T.Fatalf("%s cannot %s: %d\n%s", c.Login, event, a.Status, a.Body)
	}
	c.Want(200, a, d)
	return d
}

// Refused takes a step that the law must refuse, with this code.
func (c *Client) Refused(ref, event string, body J, code string) {
	c.Kit.T.Helper()
	if a := c.Try(ref, event, body); a.Status != 409 || a.Code() != code {
		c.Kit.T.Fatalf("%s: %s = %d %s, want 409 %s\n%s", c.Login, event, a.Status, a.Code(), code, a.Body)
	}
}

// Upload hands a file in as evidence.
func (c *Client) Upload(ref string, fields map[string]string, name string, content []byte, headers ...string) Answer {
	c.Kit.T.Helper()
	return c.Send("/api/v1/cases/"+ref+"/file-evidence", fields, name, content, headers...)
}

// Send sends fields and a file.
func (c *Client) Send(path string, fields map[string]string, name string, content []byte, headers ...string) Answer {
	c.Kit.T.Helper()
	var buf bytes.Buffer
	w := multipart.NewWriter(&buf)
	for k, v := range fields {
		w.WriteField(k, v)
	}
	f, err := w.CreateFormFile("file", name)
	if err != nil {
		c.Kit.T.Fatal(err)
	}
	f.Write(content)
	w.Close()
	req, err := http.NewRequest("POST", c.Kit.Base+path, &buf)
	if err != nil {
		c.Kit.T.Fatal(err)
	}
	req.Header.Set("Content-Type", w.FormDataContentType())
	req.Header.Set("Idempotency-Key", NewKey())
	return c.send(req, headers)
}

// Broken says whether a transfer ends before it is complete.
func (c *Client) Broken(method, path string) bool {
	req, err := http.NewRequest(method, c.Kit.Base+path, nil)
	if err != nil {
		c.Kit.T.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	res, err := c.HTTP.Do(req)
	if err != nil {
		return true
	}
	defer res.Body.Close()
	_, err = io.ReadAll(res.Body)
	return err != nil
}

//go:build linux

package faults

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"strconv"
	"strings"
	"time"
)

type j = map[string]any

// request is one request that may be sent more than once, always with the same key.
type request struct {
	method, path string
	contentType  string
	body         []byte
	key          string
	version      int // for If-Match; 0 for none
	token        string
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	body   []byte
}

func (a answer) code() string {
	var p struct{ Code string }
	json.Unmarshal(a.body, &p)
	return p.Code
}

// says is the sentence of a refusal in both languages.
func (a answer) says() (zh, en string) {
	var p struct{ Says struct{ ZH, EN string } }
	json.Unmarshal(a.body, &p)
	return p.Says.ZH, p.Says.EN
}

// The client gives up on an answer after ten seconds, as a person would.
var line = &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 16}}

func asJSON(method, path string, body any) request {
	b, _ := json.Marshal(body)
	return request{method: method, path: path, contentType: "application/json", body: b, key: rand.Text()}
}

// asFile is a request that hands in a file.
func asFile(ref, title string, content []byte) request { return asFileOf(ref, title, "", content) }

// asFileOf is for staff, who say whose evidence it is.
func asFileOf(ref, title, side string, content []byte) request {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if side != "" {
		w.WriteField("side", side)
	}
	w.WriteField("title", title)
	w.WriteField("proves", "拖欠工资")
	f, _ := w.CreateFormFile("file", title+".txt")
	f.Write(content)
	w.Close()
	return request{method: "POST", path: "/api/v1/cases/" + ref + "/file-evidence", contentType: w.FormDataContentType(), body: b.Bytes(), key: rand.Text()}
}

// send sends it once to one place.
func (r request) send(base string) (answer, error) { return r.sendBy(line, base) }

func (r request) sendBy(client *http.Client, base string) (answer, error) {
	req, err := http.NewRequest(r.method, base+r.path, bytes.NewReader(r.body))
	if err != nil {
		return answer{}, err
	}
	if r.contentType != "" {
		req.Header.Set("Content-Type", r.contentType)
	}
	if r.key != "" {
		req.Header.Set("Idempotency-Key", r.key)
	}
	if r.token != "" {
		req.Header.Set("Authorization", "Bearer "+r.token)
	}
	if r.version > 0 {
		req.Header.Set("If-Match", strconv.Quote(strconv.Itoa(r.version)))
	}
	res, err := client.Do(req)
	if err != nil {
		return answer{}, err
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	return answer{res.StatusCode, res.Header, b}, err
}

// call sends a request to the first process that is up, and wants it to succeed.
func (c *cluster) call(p *person, method, path string, body, into any) {
	c.t.Helper()
	r := asJSON(method, path, body)
	if p != nil {
		r.token = p.token
	}
	a, err := r.send(c.nodes[0].where())
	if err != nil || a.status != 200 {
		c.t.Fatalf("%s %s: %v %d %s", method, path, err, a.status, a.body)
	}
	if into != nil {
		if err := json.Unmarshal(a.body, into); err != nil {
			c.t.Fatalf("%s: %v", path, err)
		}
	}
}

func (p *person) must(method, path string, body, into any) {
	p.c.t.Helper()
	p.c.call(p, method, path, body, into)
}

// at sends one request of the person to one process.
func (p *person) at(n *node, r request) answer {
	p.c.t.Helper()
	r.token = p.token
	a, err := r.send(n.where())
	if err != nil {
		p.c.t.Fatalf("%s at %s: %v", r.path, n.name, err)
	}
	return a
}

func application(name string) j {
	return j{"ask": "arbitration",
		"applicants":  []j{{"kind": "worker", "name": name, "phone": "13857612345"}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某有限公司", "phone": "13857654321"}},
		"claims":      []j{{"code": "M01", "amount": "1000.00"}}}
}

// inWords says whether a refusal has a sentence in both languages.
func inWords(a answer) bool {
	zh, en := a.says()
	return strings.ContainsAny(zh, "请。") && len(en) > 20
}

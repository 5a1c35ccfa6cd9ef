//go:build linux

package faults

import (
	"os/exec"
	"regexp"
)

// people are those who work in a test, made as a commission makes its own: the first administrator by
// the command line, everybody else by the administrator, a worker by registering.
type people struct {
	admin, intake, worker *person
	organisation          int64
}

// person is somebody with an account and a token.
type person struct {
	c       *cluster
	login   string
	account int64
	token   string
}

const password = "a long password of a test"

var oneTime = regexp.MustCompile(`token=([A-Za-z0-9]+)`)

func makePeople(c *cluster) *people {
	c.t.Helper()
	cmd := exec.Command(binary, "admin", "create", "boss", "系统管理员")
	cmd.Env = c.environ("admin")
	out, err := cmd.CombinedOutput()
	link := oneTime.FindSubmatch(out)
	if err != nil || link == nil {
		c.t.Fatalf("admin create: %v\n%s", err, out)
	}
	p := &people{}
	p.admin = c.firstSignIn("boss", string(link[1]))
	p.intake = p.admin.makes("lian", "intake")
	var org struct{ ID int64 }
	p.admin.must("POST", "/api/v1/organisations", j{"name": "福应街道调解中心", "kind": "M3"}, &org)
	p.organisation = org.ID
	c.call(nil, "POST", "/api/v1/accounts", j{"login": "worker", "name": "林小芬", "password": password, "as": "worker"}, nil)
	p.worker = c.signsIn("worker")
	return p
}

// makes has the administrator make an account, and its owner sign in for the first time.
func (p *person) makes(login, role string) *person {
	p.c.t.Helper()
	var made struct {
		Account int64
		SignIn  string `json:"sign_in"`
	}
	p.must("POST", "/api/v1/people", j{"login": login, "name": login, "role": role}, &made)
	q := p.c.firstSignIn(login, oneTime.FindStringSubmatch(made.SignIn)[1])
	q.account = made.Account
	return q
}

func (c *cluster) firstSignIn(login, token string) *person {
	c.t.Helper()
	p := &person{c: c, login: login}
	var t struct{ Token string }
	c.call(nil, "POST", "/api/v1/first-sign-in", j{"token": token, "password": password}, &t)
	p.token = t.Token
	return p
}

func (c *cluster) signsIn(login string) *person {
	c.t.Helper()
	p := &person{c: c, login: login}
	var t struct{ Token string }
	c.call(nil, "POST", "/api/v1/tokens", j{"login": login, "password": password}, &t)
	p.token = t.Token
	return p
}

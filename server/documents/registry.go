package documents

import (
	"strings"

	"tiaocai/workflows"
)

// papers are all papers there are: a test compares them with those that the law's table asks for.
var papers = map[workflows.Paper]paper{}

// register enters a paper; two papers under one name are a slip that no run should survive.
func register(p workflows.Paper, form paper) bool {
	if _, twice := papers[p]; twice {
		panic("documents: " + string(p) + " is registered twice")
	}
	papers[p] = form
	return true
}

// paper is one entry: who issues it, what it cannot do without, its body, and who signs.
type paper struct {
	org   bool   // the mediation organisation's paper, not the commission's
	open  bool   // announced: everybody reads it, so the query code does not stand on it
	needs []Need // beyond what every paper needs
	check func(d Data) error
	body  func(d Data) []string
	signs func(d Data) []string // above the issuer's name; nil: the seal alone
}

// Need is something mandatory: a part of Data, or a Field.
type Need string

// What some papers need beyond the issuer, the query number, the day and an applicant.
const (
	needNumber       Need = "number"       // 案号
	needRespondents  Need = "respondents"  // 被申请人
	needClaims       Need = "claims"       // 请求
	needTribunal     Need = "tribunal"     // 仲裁庭
	needOrganisation Need = "organisation" // 调解组织
)

// everyCase are the needs of a paper in an accepted case.
var everyCase = []Need{needNumber, needRespondents}

// needs joins parts of Data with fields of the step.
func needs(parts []Need, more ...Field) []Need {
	out := append([]Need{}, parts...)
	for _, f := range more {
		out = append(out, Need(f))
	}
	return out
}

// missing names the first thing that the paper cannot be written without.
func (p paper) missing(d Data) string {
	issuer := "commission"
	if p.org {
		issuer = "organisation"
	}
	always := []struct {
		name string
		have bool
	}{{issuer, p.issuer(d) != ""}, {"ref", d.Ref != ""}, {"query code", d.QueryCode != ""}, {"on", !d.On.IsZero()}, {"applicants", named(d.Applicants)}}
	for _, a := range always {
		if !a.have {
			return a.name
		}
	}
	for _, n := range p.needs {
		if !d.has(n) {
			return string(n)
		}
	}
	return ""
}

func (d Data) has(n Need) bool {
	switch n {
	case needNumber:
		return d.Number != ""
	case needRespondents:
		return named(d.Respondents)
	case needClaims:
		return len(d.Claims) > 0
	case needTribunal:
		return len(d.Tribunal) > 0
	case needOrganisation:
		return d.Organisation != ""
	}
	return strings.TrimSpace(d.Fields[Field(n)]) != ""
}

// named says that there is somebody, and nobody without a name.
func named(list []Party) bool {
	for _, p := range list {
		if strings.TrimSpace(p.Name) == "" {
			return false
		}
	}
	return len(list) > 0
}

func (p paper) issuer(d Data) string {
	if p.org {
		return d.Organisation
	}
	return d.Commission
}

// signatures close every paper: who signs, the issuer, its seal and the day.
func (p paper) signatures(d Data) []string {
	var out []string
	if p.signs != nil {
		out = p.signs(d)
	}
	return append(out, p.issuer(d)+"（盖章）", Day(d.On))
}

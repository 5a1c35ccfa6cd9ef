package pages

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// onceOnly are the forms whose code is the second factor's: it is never filled in again.
var onceOnly = map[reflect.Type]bool{reflect.TypeFor[casework.FactorCode](): true, reflect.TypeFor[casework.ConfirmFactor](): true, reflect.TypeFor[casework.EndFactor](): true}

// staffRoles are the roles that an administrator gives, in the order of a commission's own list.
var staffRoles = []policies.Role{policies.Director, policies.CourtHead, policies.Intake, policies.Arbitrator, policies.Recorder, policies.Mediator, policies.OrgManager,
	policies.Supervision, policies.Statistics, policies.SysAdmin, policies.Audit}

func init() {
	for _, r := range staffRoles {
		enumWords[string(r)] = casework.RoleName(r)
	}
	for _, kind := range []string{"M1", "M2", "M3", "M4", "M5", "M6"} {
		enumWords[kind] = casework.OrganisationKind(kind)
	}
	maps.Copy(words, map[string]law.Text{
		"person:active": {ZH: "在用", EN: "In use"}, "person:waiting": {ZH: "还没有设密码", EN: "No password yet"},
		"person:locked": {ZH: "试错太多，暂时锁定", EN: "Locked for a while: too many wrong tries"}, "person:disabled": {ZH: "已停用", EN: "Disabled"},
	})
}

func roleChoices() []Choice {
	list := make([]Choice, len(staffRoles))
	for i, r := range staffRoles {
		list[i] = Choice{string(r), casework.RoleName(r)}
	}
	return list
}

// factorForm is what comes next: the code that confirms it, or what switches it off.
func factorForm(s *casework.FactorState) Form {
	switch {
	case s.SetUp != nil:
		return FormOf(reflect.TypeFor[casework.ConfirmFactor](), nil, "")
	case s.On:
		return FormOf(reflect.TypeFor[casework.EndFactor](), nil, "")
	}
	return Form{}
}

// rosterForm is a form that names one of the commission's organisations.
func rosterForm(t reflect.Type, roster []casework.OrganisationLine) Form {
	var list []casework.Choice
	for _, o := range roster {
		list = append(list, casework.Choice{ID: o.ID, Name: o.Name})
	}
	return FormOf(t, &casework.CaseView{Choices: casework.Choices{Organisations: list}}, "")
}

// personForm is the form by which somebody is given a further role; a colleague needs no login to be found by.
func personForm(p *casework.Person) Form {
	f := FormOf(reflect.TypeFor[casework.GiveRole](), &casework.CaseView{Choices: casework.Choices{Organisations: p.Organisations}}, "")
	f.Fields = slices.DeleteFunc(f.Fields, func(x Field) bool { return x.Name == "login" })
	return f
}

// personPath is the page about somebody, whatever was done there; /people itself after an account was made.
func personPath(path string) string {
	rest := strings.TrimPrefix(path, "/people/")
	if rest == path {
		return "/people/new"
	}
	id, _, _ := strings.Cut(rest, "/")
	return "/people/" + id
}

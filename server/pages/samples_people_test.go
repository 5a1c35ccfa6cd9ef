package pages

import (
	"net/url"
	"time"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

var sampleMoment = time.Date(2026, 11, 20, 9, 12, 0, 0, time.UTC)

// sampleFactor is a second factor that is off, begun or on.
func sampleFactor(how string) *casework.FactorState {
	switch how {
	case "on":
		return &casework.FactorState{On: true, Since: &sampleMoment, Left: 2}
	case "begun":
		return &casework.FactorState{Required: true, SetUp: &casework.FactorSetUp{Secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", Address: "otpauth://totp/%E8%B0%83%E8%A3%81:zhongcai?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=%E8%B0%83%E8%A3%81"}}
	}
	return &casework.FactorState{Required: true}
}

func samplePeople() []sample {
	post := func(r policies.Role, organisation string) casework.PostHeld {
		return casework.PostHeld{Role: r, Name: casework.RoleName(r), Organisation: organisation, Since: on("2026-01-05")}
	}
	rows := []casework.PersonRow{
		{Account: 6, Login: "zhongcai", Name: "周立民", Posts: []casework.PostHeld{post(policies.Arbitrator, "")}, State: "active", Factor: true, LastSignIn: &sampleMoment},
		{Account: 10, Login: "tiaojie", Name: "徐美珍", Posts: []casework.PostHeld{post(policies.Mediator, "福应街道劳动人事争议调解中心"), post(policies.OrgManager, "福应街道劳动人事争议调解中心")}, State: "locked"},
		{Account: 30, Login: "new", Name: "王新", State: "waiting"}, {Account: 31, Login: "old", Name: "陈旧", State: "disabled"}}
	roster := []casework.OrganisationLine{{ID: 1, Name: "福应街道劳动人事争议调解中心", Kind: "M3", Says: casework.OrganisationKind("M3"), Town: "福应街道", People: 2}, {ID: 2, Name: "县总工会调解委员会", Kind: "M5", Says: casework.OrganisationKind("M5")}}
	person := &casework.Person{PersonRow: rows[0], Unit: "浙江某某律师事务所", LinkUntil: &sampleMoment, Organisations: []casework.Choice{{ID: 1, Name: roster[0].Name}},
		History: []casework.PersonEvent{{On: on("2026-11-20"), Says: law.Text{ZH: "授予角色", EN: "Gave a role"}, Role: casework.RoleName(policies.Arbitrator), By: "系统管理员"}, {On: on("2026-11-21"), Says: law.Text{ZH: "停用账号", EN: "Disabled an account"}, By: "系统管理员"}}}
	list := []sample{
		visitor("sign-in-code", SignInCode, nil), visitor("sign-in-late", SignInPage, SignIn{Late: true}),
		staff("factor-off", FactorPage, sampleFactor("off")), staff("factor-begun", FactorPage, sampleFactor("begun")), party("factor-on", FactorPage, sampleFactor("on")),
		party("factor-codes", FactorCodes, &casework.RecoveryGiven{Codes: []string{"7F3A9-K2MQX", "A2B3C-D4E5F"}}),
		staff("people", PeoplePage, PeopleBody{List: &casework.People{Rows: rows, Next: "zhongcai"}, Query: casework.PeopleQuery{Search: "a", Role: "mediator"}}),
		staff("people-empty", PeoplePage, PeopleBody{List: &casework.People{}}), staff("new-person", NewPerson, roster), staff("organisations", Organisations, roster), staff("organisations-empty", Organisations, []casework.OrganisationLine{}),
		staff("person-made", PersonMade, &casework.PersonMade{Account: 30, Login: "new", SignIn: "https://tiaocai.example/sign-in/once?token=" + "ABCDEFGH2345ABCDEFGH2345ABCDEFGH2345ABCDEFGH2345", Until: sampleMoment}),
		staff("person", PersonPage, person), staff("person-self", PersonPage, &casework.Person{PersonRow: rows[0], You: true}), staff("person-disabled", PersonPage, &casework.Person{PersonRow: rows[3]}),
		staff("person-party", PersonPage, &casework.Person{PersonRow: casework.PersonRow{Account: 40, Login: "13857600000", Name: "林小芬", Posts: []casework.PostHeld{post(policies.Worker, "")}, State: "active", Own: true}}),
		staff("person-refused", PersonPage, person), visitor("sign-in-code-wrong", SignInCode, nil),
	}
	for i := range list {
		if list[i].Page.Me != nil {
			list[i].Page.Me.People = true
		}
		switch list[i].File {
		case "person-refused":
			list[i].Page.Fault = fault.New(fault.Refused, "work-open", law.Text{ZH: "这个人手里还有 3 件在办的案件。", EN: "This person still holds 3 open cases."})
		case "sign-in-code-wrong":
			list[i].Page.Fault, list[i].Page.Kept = fault.Bad("code", law.Text{ZH: "验证码不对。", EN: "The code is wrong."}), url.Values{"code": {"123456"}}
		}
	}
	return list
}

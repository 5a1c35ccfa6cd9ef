package casework

import (
	"context"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// PeopleQuery narrows the list of people.
type PeopleQuery struct {
	Search string `query:"q" json:"q,omitempty" maxLength:"60" doc:"账号或姓名里有的字；当事人的账号要写全才找得到 Part of the account or name; a party's account is found only by the whole of it"`
	Role   string `query:"role" json:"role,omitempty" enum:"director,court_head,intake,arbitrator,recorder,mediator,org_manager,supervision,statistics,sysadmin,audit" doc:"只看某一角色 One role only"`
	After  string `query:"after" json:"after,omitempty" maxLength:"64" doc:"从上一页的 next 往后 From the last page's next on"`
	Limit  int    `query:"limit" json:"limit,omitempty" minimum:"1" maximum:"100" doc:"每页人数，默认 50 People a page"`
}

// People is one page of the list of people (人员).
type People struct {
	Rows []PersonRow `json:"rows"`
	Next string      `json:"next,omitempty" doc:"下一页 The next page's after"`
}

// PersonRow is one account. There is nothing in it of any case.
type PersonRow struct {
	Account    int64      `json:"account"`
	Login      string     `json:"login"`
	Name       string     `json:"name"`
	Posts      []PostHeld `json:"posts"`
	State      string     `json:"state" enum:"active,waiting,locked,disabled" doc:"在用、还没有设密码、试错太多暂时锁定、停用 In use, no password yet, locked for a while after wrong tries, disabled"`
	Factor     bool       `json:"second_factor" doc:"开通了两步验证 Signs in with a second factor"`
	LastSignIn *time.Time `json:"last_sign_in,omitempty"`
	Own        bool       `json:"own" doc:"当事人或代理人的账号 A party's or an agent's account"`
}

// PostHeld is a role that somebody holds, and where.
type PostHeld struct {
	Role         policies.Role `json:"role"`
	Name         law.Text      `json:"name"`
	Organisation string        `json:"organisation,omitempty"`
	Since        calendar.Date `json:"since"`
}

// Person is one account with what its administrator may do about it.
type Person struct {
	PersonRow
	Unit          string        `json:"unit,omitempty" doc:"兼职仲裁员的工作单位 Where a part-time arbitrator works"`
	You           bool          `json:"you"`
	LinkUntil     *time.Time    `json:"link_until,omitempty" doc:"发出的登录链接到什么时候有效 Until when a link that was given works"`
	History       []PersonEvent `json:"history" doc:"管理记录 What was done about the account, newest first"`
	Organisations []Choice      `json:"organisations"`
}

// PersonEvent is one act about an account.
type PersonEvent struct {
	On   calendar.Date `json:"on"`
	Says law.Text      `json:"says"`
	Role law.Text      `json:"role"`
	By   string        `json:"by"`
}

const (
	peopleShown  = 50
	historyShown = 20
)

// SeePeople lists the people of the commission and its organisations, for its administrator.
func (d *Desk) SeePeople(ctx context.Context, who policies.Actor, q PeopleQuery) (*People, error) {
	out := &People{Rows: []PersonRow{}}
	if q.Limit == 0 {
		q.Limit = peopleShown
	}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.administers(tx, who)
		if err != nil {
			return err
		}
		rows, next, err := models.ListPeople(tx, commission, models.PeopleQuery{Search: q.Search, Role: policies.Role(q.Role), After: q.After, Limit: q.Limit})
		if err != nil {
			return err
		}
		locked, err := lockedOut(tx, rows)
		for i, r := range rows {
			out.Rows = append(out.Rows, personRow(r, locked[i]))
		}
		out.Next = next
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("people: %w", err)
	}
	return out, nil
}

// SeePerson shows one account; fault.NotFound for one of another commission, and for a party's unless its login is given.
func (d *Desk) SeePerson(ctx context.Context, who policies.Actor, id int64, n Named) (*Person, error) {
	var out *Person
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.administers(tx, who)
		if err != nil {
			return err
		}
		p, err := models.PersonByID(tx, commission, id, n.Login)
		if err != nil {
			return err
		}
		if p == nil {
			return fault.Missing()
		}
		locked, err := lockedOut(tx, []models.PersonRow{*p})
		if err != nil {
			return err
		}
		out = &Person{PersonRow: personRow(*p, locked[0]), Unit: p.Unit, You: id == who.Account, History: []PersonEvent{}, Organisations: []Choice{}}
		return out.fill(tx, commission)
	})
	if err != nil {
		return nil, fmt.Errorf("person: %w", err)
	}
	return out, nil
}

func (p *Person) fill(tx *models.Tx, commission int64) error {
	until, err := models.LinkUntil(tx, p.Account)
	if err != nil {
		return err
	}
	p.LinkUntil = here(until)
	events, err := models.EventsAbout(tx, commission, p.Account, historyShown)
	if err != nil {
		return err
	}
	for _, e := range events {
		p.History = append(p.History, PersonEvent{e.HappenedOn, commissionWords(e.Event), roleNames[policies.Role(e.Role)], e.Name})
	}
	list, err := models.Organisations(tx, commission)
	for _, o := range list {
		p.Organisations = append(p.Organisations, Choice{o.ID, o.Name})
	}
	return err
}

// here is a moment in the commission's time.
func here(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	local := t.In(models.Zone)
	return &local
}

func personRow(r models.PersonRow, locked bool) PersonRow {
	v := PersonRow{Account: r.ID, Login: r.Login, Name: r.Name, Posts: []PostHeld{}, State: "active", Factor: r.Factor, LastSignIn: here(r.LastSignIn), Own: r.Own}
	switch {
	case r.Disabled:
		v.State = "disabled"
	case r.Waiting:
		v.State = "waiting"
	case locked:
		v.State = "locked"
	}
	for _, p := range r.Posts {
		v.Posts = append(v.Posts, PostHeld{p.Role, roleNames[p.Role], p.Organisation, calendar.At(p.GivenAt.In(models.Zone))})
	}
	return v
}

// lockedOut says of each account whether too many wrong passwords or codes were tried, in one trip.
func lockedOut(tx *models.Tx, rows []models.PersonRow) ([]bool, error) {
	var kinds, subjects []string
	for _, r := range rows {
		kinds, subjects = append(kinds, "sign-in1", factorKind+"1"), append(subjects, r.Login, factorSubject(r.ID))
	}
	locked := make([]bool, len(rows))
	if len(rows) == 0 {
		return locked, nil
	}
	counts, err := models.Counted(tx, codeWindow, kinds, subjects)
	for i, n := range counts {
		locked[i/2] = locked[i/2] || n >= wrongPasswords
	}
	return locked, err
}

// OrganisationLine is a mediation organisation in the roster of its commission.
type OrganisationLine struct {
	ID     int64    `json:"id"`
	Name   string   `json:"name"`
	Kind   string   `json:"kind"`
	Says   law.Text `json:"kind_name"`
	Town   string   `json:"town,omitempty"`
	People int      `json:"people" doc:"现有调解员和管理员人数 How many mediators and managers it has"`
}

// SeeOrganisations lists the roster with how many people each has, for the administrator.
func (d *Desk) SeeOrganisations(ctx context.Context, who policies.Actor) ([]OrganisationLine, error) {
	list := []OrganisationLine{}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.administers(tx, who)
		if err != nil {
			return err
		}
		rows, err := models.OrganisationsStaffed(tx, commission)
		for _, o := range rows {
			list = append(list, OrganisationLine{o.ID, o.Name, o.Kind, organisationKinds[o.Kind], o.Town, o.People})
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("organisations: %w", err)
	}
	return list, nil
}

// organisationKinds are the kinds of mediation organisation (调解仲裁法第十条、浙江省条例第七条).
var organisationKinds = map[string]law.Text{
	"M1": {ZH: "企业劳动争议调解委员会", EN: "Committee of an employer"}, "M2": {ZH: "人民调解组织", EN: "People's mediation"},
	"M3": {ZH: "乡镇（街道）调解组织", EN: "Township or street organisation"}, "M4": {ZH: "区域性、行业性调解组织", EN: "Regional or trade organisation"},
	"M5": {ZH: "其他依法设立的调解组织", EN: "Other organisation set up by law"}, "M6": {ZH: "仲裁院案前调解窗口", EN: "The court's own desk before a case"},
}

// OrganisationKind is what a kind of mediation organisation is called.
func OrganisationKind(code string) law.Text { return organisationKinds[code] }

// RoleName is what a role is called.
func RoleName(r policies.Role) law.Text { return roleNames[r] }

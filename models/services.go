package models

import (
	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// ServedBy is the record by which a paper was served on a party; nil if it was not.
func (c *Case) ServedBy(document, party int64) *Service {
	for i := range c.Services {
		if s := &c.Services[i]; s.DocumentID == document && s.PartyID == party && s.State == workflows.ServiceServed {
			return s
		}
	}
	return nil
}

// ServicesOf are the records of one paper on its way to one party, oldest first.
func (c *Case) ServicesOf(document, party int64) (list []*Service) {
	for i := range c.Services {
		if s := &c.Services[i]; s.DocumentID == document && s.PartyID == party {
			list = append(list, s)
		}
	}
	return list
}

// put is the day on which the paper was left or announced.
func (s *Service) put() calendar.Date {
	if s.Method == workflows.ByNotice {
		return s.SentOn
	}
	return s.DeliveredOn
}

// Document finds a paper of the case; nil if there is none.
func (c *Case) Document(id int64) *Document {
	for i := range c.Documents {
		if c.Documents[i].ID == id {
			return &c.Documents[i]
		}
	}
	return nil
}

// PartyByID finds a party of the case; nil if there is none.
func (c *Case) PartyByID(id int64) *Party {
	for i := range c.Parties {
		if c.Parties[i].ID == id {
			return &c.Parties[i]
		}
	}
	return nil
}

func (c *Case) serviceFacts(f *workflows.Facts) {
	for i := range c.Services {
		s := &c.Services[i]
		p, d := c.PartyByID(s.PartyID), c.Document(s.DocumentID)
		if p == nil || d == nil {
			continue
		}
		x := workflows.ServiceAt{Party: p.Mark(), Employer: p.Kind == "employer", Paper: d.Paper, Way: s.Method, State: s.State, Put: s.put(),
			Ended: calendar.Latest(s.ServedOn, s.EndedOn)}
		f.Services = append(f.Services, x)
		if s.Method == workflows.ByNotice && s.State != workflows.ServiceQueued && p.Side == RespondentSide {
			f.PublicNoticeUsed = true
		}
	}
}

// ServicesDeemed lists what was left or announced and counts as served by today.
func ServicesDeemed(tx *Tx) ([]RunOut, error) {
	var list []RunOut
	err := tx.Raw(`select c.ref, s.id, s.deems_on due_on from services s join cases c on c.commission_id = s.commission_id and c.id = s.case_id
		where s.state in ('sent', 'delivered') and s.deems_on <= ? order by s.deems_on, s.id`, tx.Today()).Scan(&list).Error
	return list, err
}

// ServiceTask is a record of service that waits for somebody.
type ServiceTask struct {
	ID         int64
	DocumentID int64
	Ref        string
	Number     string
	Paper      workflows.Paper
	Side       Side
	Ordinal    int
	Name       string
	Method     workflows.Way
	State      workflows.ServiceState
	SentOn     calendar.Date
	LastMethod workflows.Way          // what was tried before, if anything was
	LastState  workflows.ServiceState // and how it ended
	LastOn     calendar.Date
}

// ServiceTasks lists, inside a scope, what has to go out after another way failed, and what was sent
// before a day and has not been heard of since; oldest first, no more than limit.
func ServiceTasks(tx *Tx, s policies.Scope, sentBefore calendar.Date, limit int) ([]ServiceTask, error) {
	l, err := listOf(s, ListQuery{})
	if err != nil {
		return nil, err
	}
	var list []ServiceTask
	silent, most := l.arg(sentBefore), l.arg(limit)
	b := tx.batch()
	b.query(`select v.id, v.document_id, c.ref, coalesce(c.number, '') number, d.paper, p.side, p.ordinal, p.name, v.method, v.state, v.sent_on,
			coalesce(b.method, '') last_method, coalesce(b.state, '') last_state, b.ended_on last_on
		from `+l.from(true)+`
		join services v on v.commission_id = c.commission_id and v.case_id = c.id
		join documents d on d.commission_id = v.commission_id and d.id = v.document_id and d.paper <> 'mediation-agreement'
		join parties p on p.commission_id = v.commission_id and p.id = v.party_id
		left join lateral (select x.method, x.state, x.ended_on from services x where x.commission_id = v.commission_id and x.document_id = v.document_id
			and x.party_id = v.party_id and x.id < v.id and x.state in ('refused', 'undeliverable') order by x.id desc limit 1) b on true
		where `+l.where+` and (v.state = 'queued' or (v.state = 'sent' and v.deems_on is null and v.sent_on < `+silent+`))
		order by v.id limit `+most, func(r pgx.Rows) error {
		var t ServiceTask
		err := r.Scan(&t.ID, &t.DocumentID, &t.Ref, &t.Number, &t.Paper, &t.Side, &t.Ordinal, &t.Name, &t.Method, &t.State, &t.SentOn, &t.LastMethod, &t.LastState, &t.LastOn)
		list = append(list, t)
		return err
	}, l.args...)
	return list, b.send()
}

// Notice is one public notice that still runs.
type Notice struct {
	Commission string
	Number     string
	Ref        string
	Paper      workflows.Paper
	Name       string
	Kind       string
	SentOn     calendar.Date
	DeemsOn    calendar.Date
	Phone      string
	Address    string
}

// NoticesRunning lists the public notices that have not run yet, newest first.
func NoticesRunning(tx *Tx, limit int) ([]Notice, error) {
	var list []Notice
	err := tx.Raw(`select m.name commission, coalesce(c.number, '') number, c.ref, d.paper, p.name, p.kind, s.sent_on, s.deems_on, m.phone, m.address
		from services s join cases c on c.commission_id = s.commission_id and c.id = s.case_id
		join documents d on d.commission_id = s.commission_id and d.id = s.document_id
		join parties p on p.commission_id = s.commission_id and p.id = s.party_id
		join commissions m on m.id = s.commission_id
		where s.state = 'sent' and s.method = 'public_notice' and s.deems_on >= ? order by s.sent_on desc, s.id desc limit ?`, tx.Today(), limit).Scan(&list).Error
	return list, err
}

package models

import (
	"time"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Correction is one notice of what an application lacks (补正通知). When it is answered, the day of
// receipt moves to that day; earlier days stay on record here.
type Correction struct {
	Child
	ApplicationID int64
	No            int
	AskedOn       calendar.Date
	MendBy        calendar.Date
	CompletedOn   calendar.Date
	Reason        string
}

// Defect is one field that a notice marks, and what is missing there.
type Defect struct {
	Child
	CorrectionID int64
	Subject      string // 申1, 被2, the number of a claim, or "" for the case
	Field        workflows.FiledField
	Missing      string `gorm:"serializer:sealed;type:bytea"`
	Was          []byte // keyed digest of what the field said when it was marked
	MendedOn     calendar.Date
}

// Interruption is an event that lets the year to apply begin anew (时效中断), with its evidence.
type Interruption struct {
	Child
	Kind       workflows.InterruptionKind
	HappenedOn calendar.Date
	Evidence   string `gorm:"serializer:sealed;type:bytea"`
	RecordedAt time.Time
}

// Obstacle is a time in which nobody could apply (时效中止), with its evidence.
type Obstacle struct {
	Child
	FromOn     calendar.Date
	ToOn       calendar.Date
	Evidence   string `gorm:"serializer:sealed;type:bytea"`
	RecordedAt time.Time
}

// Objection is a respondent's objection to jurisdiction (管辖异议) and the decision on it.
type Objection struct {
	Child
	PartyID    int64
	ObjectedOn calendar.Date
	Competent  string
	Reason     string `gorm:"serializer:sealed;type:bytea"`
	DecidedOn  calendar.Date
	Founded    *bool
}

// AddInterruption notes that the year to apply was interrupted; it is written with the step.
func (c *Case) AddInterruption(tx *Tx, kind workflows.InterruptionKind, on calendar.Date, evidence string) {
	c.Interruptions = append(c.Interruptions, Interruption{Child: Child{CommissionID: c.CommissionID, CaseID: c.ID},
		Kind: kind, HappenedOn: on, Evidence: evidence, RecordedAt: tx.Now})
	c.Change(&c.Interruptions[len(c.Interruptions)-1])
}

// AddObstacle notes a time in which nobody could apply.
func (c *Case) AddObstacle(tx *Tx, from, to calendar.Date, evidence string) {
	c.Obstacles = append(c.Obstacles, Obstacle{Child: Child{CommissionID: c.CommissionID, CaseID: c.ID},
		FromOn: from, ToOn: to, Evidence: evidence, RecordedAt: tx.Now})
	c.Change(&c.Obstacles[len(c.Obstacles)-1])
}

// Correction is the notice that waits, or the last one; nil if there was none for this application.
func (c *Case) Correction() *Correction {
	app := c.Application()
	for i := len(c.Corrections) - 1; i >= 0; i-- {
		if app != nil && c.Corrections[i].ApplicationID == app.ID {
			return &c.Corrections[i]
		}
	}
	return nil
}

// OpenDefects are what the last notice marks and nobody has mended yet.
func (c *Case) OpenDefects() []*Defect {
	var list []*Defect
	n := c.Correction()
	for i := range c.Defects {
		if d := &c.Defects[i]; n != nil && d.CorrectionID == n.ID && d.MendedOn.IsZero() {
			list = append(list, d)
		}
	}
	return list
}

// LimitationOf is what the time to apply for one claim is counted from.
func (c *Case) LimitationOf(cl Claim) workflows.LimitationTerm {
	t := workflows.LimitationTerm{Known: cl.KnownOn, WageInService: cl.InService, EmploymentEnded: c.EmploymentEndedOn,
		Appointed: c.Employment == workflows.AppointedService}
	for _, i := range c.Interruptions {
		t.Interruptions = append(t.Interruptions, workflows.Interruption{Kind: i.Kind, On: i.HappenedOn})
	}
	for _, o := range c.Obstacles {
		t.Obstacles = append(t.Obstacles, workflows.Obstacle{From: o.FromOn, To: o.ToOn})
	}
	return t
}

// TransferIn is where a case came from that another commission transferred here (移送接收): whose it
// was, and where the chain of its record ended there. Keys are the sender's own; nothing refers across.
type TransferIn struct {
	Child
	SenderID     int64
	SenderRef    string
	SenderNumber string
	SentOn       calendar.Date
	Events       int
	Head         []byte
	TakenOn      calendar.Date
	DisputedOn   calendar.Date
	Superior     string
	DesignatedOn calendar.Date
	Ours         *bool
}

func (TransferIn) TableName() string { return "transfers" }

// intakeFacts are what the law asks about the application and where it came from.
func (c *Case) intakeFacts(f *workflows.Facts) {
	i := &f.Intake
	i.Employment = c.Employment
	for _, p := range c.Parties {
		i.Agency = i.Agency || p.Side == RespondentSide && p.Role == workflows.DispatchAgency
		i.UserFirm = i.UserFirm || p.Side == RespondentSide && p.Role == workflows.UserFirm
	}
	if app := c.Application(); app != nil {
		for _, n := range c.Corrections {
			if n.ApplicationID == app.ID {
				i.Receipts = append(i.Receipts, workflows.CorrectionDay{Asked: n.AskedOn, Completed: n.CompletedOn})
			}
		}
	}
	if n := c.Correction(); n != nil {
		i.MendBy = n.MendBy
	}
	for _, o := range c.Objections {
		if o.DecidedOn.IsZero() {
			i.Objected = o.ObjectedOn
		}
	}
	if t := c.Transfer; t != nil {
		i.Arrived, i.Taken, i.Disputed, i.Designated = true, t.TakenOn, t.DisputedOn, t.DesignatedOn
		i.Ours = t.Ours != nil && *t.Ours
	}
}

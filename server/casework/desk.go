// Package casework is the door: every act on a case and every look at one goes through it.
//
// A web request, a job and a test call the same Desk. Do carries out one command in one
// transaction: lock the case, admit the actor, ask the table what the law says, write what
// happened, queue who must be told. There is one file for each command, named as a clerk would say
// it, and one for each reading. Nothing here knows HTTP or HTML.
package casework

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"database/sql"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/evidence"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Desk is where work is done. It keeps nothing about cases or people in memory.
type Desk struct {
	db    *models.DB
	gate  *policies.Gate
	vault Vault
	now   func() time.Time
	queue *river.Client[*sql.Tx] // inserts only
	alarm func(what string, err error)
	url   string // where people reach us, for links in messages
	built string // the program's version

	staffFactor bool // staff sign in with a second factor

	bell    *models.Bell       // rings for those who look on at a hearing
	spent   spentCounts        // how long cases took, counted anew every hour
	looking turns[int64]       // at exhibits that are being verified
	trying  turns[string]      // at one secret, by one account
	reached func(point string) // tests end the process here
}

// Parts are what a desk is made of.
type Parts struct {
	DB    *models.DB
	Gate  *policies.Gate
	Vault Vault
	Now   func() time.Time
	Queue *river.Client[*sql.Tx]
	Bell  *models.Bell
	Alarm func(what string, err error) // something that an administrator must look at
	URL   string
	Built string // the program's version

	StaffFactor bool // whoever holds a staff role signs in with a second factor

	Reached func(point string) // called at the points of FailPoints; nil but in tests
}

// New makes a desk.
func New(p Parts) *Desk {
	return &Desk{db: p.DB, gate: p.Gate, vault: p.Vault, now: p.Now, queue: p.Queue, bell: p.Bell, alarm: p.Alarm, url: p.URL, built: p.Built, staffFactor: p.StaffFactor, reached: p.Reached}
}

// Command is something that a person does to a case. Its fields are the particulars of the step.
type Command interface {
	Event() workflows.Event
}

// Dated is the part that every command begins with.
type Dated struct {
	// On is the civil day on which it happened (发生日期): today if not said, never in the future.
	On calendar.Date `json:"on,omitempty" doc:"发生日期，不填为今天 The day it happened; today if left out"`
}

func (d Dated) day() calendar.Date { return d.On }

// telling is a command that adds to the facts what the law asks about this one step.
type telling interface {
	Tell(a *Act, f *workflows.Facts) error
}

// applying is a command that changes rows of the case once the law has agreed.
type applying interface {
	Apply(a *Act) error
}

// Act is one command on its way through the door.
type Act struct {
	Tx       *models.Tx
	Case     *models.Case
	Who      policies.Actor
	Capacity workflows.Capacity
	On       calendar.Date
	Rules    workflows.Rules
	Detail   models.Detail // goes into the event: no personal data
	Desk     *Desk

	holdings []policies.Holding
	fields   documentFields // what the step's papers must say
	number   string         // the papers' own number, where a series gives one
	hearing  *models.Hearing
	arriving string         // the reference that a transferred case gets at its receiver
	formulas map[int]string // of an award's items, by the claim's number
	numbers  *claims.Parameters
	part     []int // the claims that the step's award decides; all if empty
}

// Options of one request.
type Options struct {
	Key     string // Idempotency-Key; "" only for the program's own actors
	Route   string
	Digest  [32]byte // of the canonical body
	Version *int     // the version of the case that the person had seen
}

// Done is the answer to a step: what is on record now. It holds no personal data.
type Done struct {
	Ref       string          `json:"ref" doc:"案件查询号 Public reference"`
	Number    string          `json:"number,omitempty" doc:"案号 Case number"`
	State     workflows.State `json:"state" doc:"案件状态 State"`
	StateName law.Text        `json:"state_name"`
	Mode      workflows.Mode  `json:"mode,omitempty" doc:"结案方式 Closing mode"`
	Version   int             `json:"version" doc:"版本 Version, for If-Match"`
	EventNo   int             `json:"event_no" doc:"序号 Number of the event in the case"`
	Event     workflows.Event `json:"event"`
	On        calendar.Date   `json:"on"`
	Recorded  time.Time       `json:"recorded_at"`
	Hash      string          `json:"hash" doc:"记录校验值 Hash of the event"`
	QueryCode string          `json:"query_code,omitempty" doc:"查询码 Query code, on first contact"`
	Papers    []DonePaper     `json:"papers,omitempty" doc:"生成的文书 Papers drafted"`
	Beside    []string        `json:"beside,omitempty" doc:"合并审理中一并办理的其他案件 Other cases heard together that took the step too"`
	Exhibit   string          `json:"exhibit,omitempty" doc:"证据编号 Exhibit number"`
	Filed     string          `json:"filed,omitempty" doc:"证据文件的 SHA-256 SHA-256 of the file that was filed"`

	Sealing *evidence.Sealing `json:"sealing,omitempty" doc:"证据库能否封存 Whether the store can seal the exhibit"`
}

// DonePaper is a paper that a step drafted.
type DonePaper struct {
	ID    int64           `json:"id"`
	Paper workflows.Paper `json:"paper"`
	Name  law.Text        `json:"name"`
}

// Ping says whether the database answers.
func (d *Desk) Ping(ctx context.Context) error { return d.db.SQL().PingContext(ctx) }

// Now is the moment by the program's clock.
func (d *Desk) Now() time.Time { return d.now() }

// Today is the commission's civil day.
func (d *Desk) Today() calendar.Date { return calendar.At(d.now().In(models.Zone)) }

func text(zh, en string) law.Text { return law.Text{ZH: zh, EN: en} }

func bad(place, zh, en string) error { return fault.Bad(place, text(zh, en)) }

// none is no day.
var none calendar.Date

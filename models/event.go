package models

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Event is what happened, for good (案件事件). Rows are only ever added, hold no personal data,
// and each carries the hash of the one before.
type Event struct {
	CommissionID int64 `gorm:"primaryKey;autoIncrement:false"`
	CaseID       int64 `gorm:"primaryKey;autoIncrement:false"`
	No           int   `gorm:"primaryKey;autoIncrement:false"`
	Event        workflows.Event
	HappenedOn   calendar.Date
	RecordedAt   time.Time
	AccountID    int64
	Capacity     workflows.Capacity
	Rule         string
	FromState    workflows.State
	ToState      workflows.State
	Mode         workflows.Mode
	Detail       Detail `gorm:"serializer:json"`
	Canonical    []byte `read:"apart"`
	Hash         []byte
}

func (Event) TableName() string { return "case_events" }

// Detail is what an event says beyond its row of the table: days, numbers, kinds; never a name,
// never a number of a person, never anything from behind the wall.
type Detail map[string]any

// canonical is the form that is hashed; field order is fixed, map keys are sorted by the encoder.
type canonical struct {
	Case     string `json:"case"`
	No       int    `json:"no"`
	Event    string `json:"event"`
	On       string `json:"on"`
	At       string `json:"at"`
	Account  int64  `json:"account"`
	Capacity string `json:"capacity"`
	Rule     string `json:"rule"`
	From     string `json:"from"`
	To       string `json:"to"`
	Mode     string `json:"mode"`
	Detail   Detail `json:"detail"`
	Prev     string `json:"prev"`
}

func (e *Event) seal(ref string, prev []byte) error {
	text, err := json.Marshal(canonical{
		Case: ref, No: e.No, Event: string(e.Event), On: e.HappenedOn.String(), At: e.RecordedAt.UTC().Format(time.RFC3339Nano),
		Account: e.AccountID, Capacity: string(e.Capacity), Rule: e.Rule, From: string(e.FromState), To: string(e.ToState),
		Mode: string(e.Mode), Detail: e.Detail, Prev: hex.EncodeToString(prev),
	})
	if err != nil {
		return err
	}
	sum := sha256.Sum256(text)
	e.Canonical, e.Hash = text, sum[:]
	return nil
}

// FirstEvent is the entry with which the record of a case begins.
func FirstEvent(tx *Tx, c *Case) (*Event, error) {
	e := &Event{}
	return e, tx.Where("commission_id = ? AND case_id = ? AND no = 1", c.CommissionID, c.ID).Take(e).Error
}

// Break is one place where the record does not hold together.
type Break struct {
	Ref  string
	No   int
	Says string
}

// VerifyChains recomputes the chain of every case, and of every commission's own log, and names what
// is broken or missing. It counts cases and their events.
func VerifyChains(tx *Tx, found func(Break)) (cases, events int, err error) {
	if err := verifyCommissions(tx, found); err != nil {
		return 0, 0, err
	}
	return verifyChains(tx, found, chainColumns+` order by c.commission_id, c.id, e.no`)
}

type chainRow struct {
	ref                   string
	count                 int
	head                  []byte
	no                    *int
	event, from, to, mode *string
	on                    calendar.Date
	account               *int64
	canonical, hash       []byte
}

// chain walks the rows of all cases in order.
type chain struct {
	found         func(Break)
	last          chainRow
	prev          []byte
	seen          int
	cases, events int
}

func (v *chain) take(r chainRow) {
	if r.ref != v.last.ref {
		v.end()
		v.cases, v.prev, v.seen = v.cases+1, nil, 0
	}
	v.last = r
	if r.no == nil {
		return
	}
	v.events++
	v.seen++
	if *r.no != v.seen {
		v.found(Break{r.ref, v.seen, fmt.Sprintf("event %d is missing", v.seen)})
		v.seen = *r.no
	}
	sum := sha256.Sum256(r.canonical)
	var c canonical
	switch {
	case string(sum[:]) != string(r.hash):
		v.found(Break{r.ref, *r.no, "the hash is not that of the record"})
	case json.Unmarshal(r.canonical, &c) != nil || c.Prev != hex.EncodeToString(v.prev):
		v.found(Break{r.ref, *r.no, "it does not follow the event before it"})
	case c.Case != r.ref || c.No != *r.no || c.Event != *r.event || c.On != r.on.String() || c.Account != *r.account ||
		c.From != *r.from || c.To != *r.to || c.Mode != *r.mode:
		v.found(Break{r.ref, *r.no, "the row is not what was recorded"})
	}
	v.prev = r.hash
}

func (v *chain) end() {
	if v.last.ref == "" {
		return
	}
	if v.seen != v.last.count {
		v.found(Break{v.last.ref, v.seen + 1, fmt.Sprintf("the case counts %d events, %d are there", v.last.count, v.seen)})
	} else if string(v.prev) != string(v.last.head) {
		v.found(Break{v.last.ref, v.seen, "the case's head hash is not that of its last event"})
	}
}

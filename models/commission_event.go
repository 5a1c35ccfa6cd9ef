package models

import (
	"fmt"
	"time"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// CommissionEvent is what a commission did that is about no case (仲裁委事件): appended, without
// personal data, each row chained to the one before, as those of cases are.
type CommissionEvent struct {
	CommissionID int64 `gorm:"primaryKey;autoIncrement:false"`
	No           int   `gorm:"primaryKey;autoIncrement:false"`
	Event        string
	HappenedOn   calendar.Date
	RecordedAt   time.Time
	AccountID    int64
	Capacity     string // the role in which it was done
	Rule         string
	Detail       Detail `gorm:"serializer:json"`
	Canonical    []byte `read:"apart"`
	Hash         []byte
}

func chainName(commission int64) string { return fmt.Sprintf("commission-%d", commission) }

// Record appends to the commission's log; the commission's row is locked until the transaction ends.
func (e CommissionEvent) Record(tx *Tx) error {
	var last struct {
		Events int
		Head   []byte
	}
	if err := tx.Raw("select events, head from commissions where id = ? for no key update", e.CommissionID).Scan(&last).Error; err != nil {
		return err
	}
	sealed := Event{No: last.Events + 1, Event: workflows.Event(e.Event), HappenedOn: tx.Today(), RecordedAt: tx.Now, AccountID: e.AccountID,
		Capacity: workflows.Capacity(e.Capacity), Rule: e.Rule, Detail: e.Detail}
	if err := sealed.seal(chainName(e.CommissionID), last.Head); err != nil {
		return err
	}
	e.No, e.HappenedOn, e.RecordedAt, e.Canonical, e.Hash = sealed.No, sealed.HappenedOn, sealed.RecordedAt, sealed.Canonical, sealed.Hash
	if err := tx.Create(&e).Error; err != nil {
		return err
	}
	return tx.Exec("update commissions set events = ?, head = ? where id = ?", e.No, e.Hash, e.CommissionID).Error
}

// CommissionEventRow is an event with the name of who did it.
type CommissionEventRow struct {
	No         int
	Event      string
	HappenedOn calendar.Date
	Name       string
	Hash       []byte
	Role       string // which the act gave or took, where it was about one
}

// CommissionEvents are the last ones, newest first.
func CommissionEvents(tx *Tx, commission int64, most int) (list []CommissionEventRow, err error) {
	return list, tx.Raw(`select e.no, e.event, e.happened_on, a.name, e.hash from commission_events e join accounts a on a.id = e.account_id
		where e.commission_id = ? order by e.no desc limit ?`, commission, most).Scan(&list).Error
}

// EventsAbout are the last acts about one account, newest first.
func EventsAbout(tx *Tx, commission, account int64, most int) (list []CommissionEventRow, err error) {
	return list, tx.Raw(`select e.no, e.event, e.happened_on, a.name, coalesce(e.detail->>'role', '') as role from commission_events e join accounts a on a.id = e.account_id
		where e.commission_id = ? and e.detail->>'account' = ? order by e.no desc limit ?`, commission, itoa(int(account)), most).Scan(&list).Error
}

// verifyCommissions recomputes the chains of all commissions.
func verifyCommissions(tx *Tx, found func(Break)) error {
	_, _, err := verifyChains(tx, found, `select 'commission-' || c.id, c.events, c.head, e.no, e.event, e.happened_on, e.account_id, '', '', '', e.canonical, e.hash
		from commissions c left join commission_events e on e.commission_id = c.id order by c.id, e.no`)
	return err
}

package models

import (
	"fmt"
	"time"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/settings"
)

// Setting is a value that somebody proposed and somebody else decided on (参数变更).
type Setting struct {
	CommissionID int64
	ID           int64
	Name         settings.Name
	FromOn       calendar.Date
	Value        string
	Source       string
	ProposedBy   int64
	ProposedAt   time.Time
	DecidedBy    *int64
	DecidedAt    *time.Time
	Approved     *bool
	Reason       string
}

// InForce is what the law counts with at a commission. It is read in the caller's own transaction;
// what was made of the same approved rows before is not made again.
func InForce(tx *Tx, commission int64) (*settings.InForce, error) {
	var ids string
	err := tx.Raw(`select coalesce(string_agg(id::text, ',' order by decided_at, id), '') from settings where commission_id = ? and approved`, commission).Scan(&ids).Error
	if err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	if m, ok := tx.made.Load(commission); ok && m.(madeOf).ids == ids {
		return m.(madeOf).in, nil
	}
	var rows []Setting
	if ids != "" {
		if err := tx.Where("commission_id = ? AND approved", commission).Order("decided_at, id").Find(&rows).Error; err != nil {
			return nil, fmt.Errorf("settings: %w", err)
		}
	}
	values := make([]settings.Value, len(rows))
	for i, r := range rows {
		values[i] = settings.Value{Name: r.Name, From: r.FromOn, Value: r.Value, Source: r.Source}
	}
	in, err := settings.Of(values)
	if err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	tx.made.Store(commission, madeOf{ids, in})
	return in, nil
}

// madeOf is what was made of some approved rows, which never change.
type madeOf struct {
	ids string
	in  *settings.InForce
}

// Home is the commission whose values hold for whoever asks without a case (本会).
func Home(tx *Tx) (id int64, err error) {
	return id, tx.Raw("select coalesce(min(id), 0) from commissions").Scan(&id).Error
}

// SettingRow is a setting with the names of the people.
type SettingRow struct {
	Setting
	Proposer, Decider string
}

// Settings are those that wait, and the last that were decided, newest first.
func Settings(tx *Tx, commission int64, most int) (list []SettingRow, err error) {
	return list, tx.Raw(`select s.*, p.name as proposer, coalesce(d.name, '') as decider from settings s join accounts p on p.id = s.proposed_by
		left join accounts d on d.id = s.decided_by where s.commission_id = ? order by s.id desc limit ?`, commission, most).Scan(&list).Error
}

// LockSetting reads a setting to decide on it; nil if the commission has none with this number.
func LockSetting(tx *Tx, commission, id int64) (*Setting, error) {
	s := &Setting{}
	ok, err := found(tx.Raw("select * from settings where commission_id = ? and id = ? for update", commission, id).Take(s).Error)
	if !ok {
		return nil, err
	}
	return s, nil
}

// Decide writes the decision on a setting that waits.
func (s *Setting) Decide(tx *Tx, account int64, approved bool, reason string) error {
	return tx.Exec("update settings set decided_by = ?, decided_at = ?, approved = ?, reason = ? where commission_id = ? and id = ?",
		account, tx.Now, approved, reason, s.CommissionID, s.ID).Error
}

// lately is how long ago a remedy may have run out that is still counted anew: a notice may come late.
const lately = 60

// OpenClocksAfter lists some cases of a commission with a clock that runs, by id, after an id: those that
// are open, and closed ones whose remedies run or ran out lately.
func OpenClocksAfter(tx *Tx, commission, after int64, most int) (list []CaseRef, err error) {
	return list, tx.Raw(`select id, ref from cases where commission_id = ? and id > ? and (open or id in (
		select case_id from clocks where commission_id = ? and done_on is null and due_on >= ?)) order by id limit ?`,
		commission, after, commission, tx.Today().Next(-lately), most).Scan(&list).Error
}

// CaseRef names a case.
type CaseRef struct {
	ID  int64
	Ref string
}

package models

import (
	"time"

	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Kept is an exhibit with the reference of its case: what a job or an operator's command needs to
// find its object. It stands outside grants, for nobody reads evidence with it.
type Kept struct {
	Exhibit
	Ref string
}

const kept = `select x.*, c.ref from exhibits x join cases c on c.commission_id = x.commission_id and c.id = x.case_id `

// KeptOne finds one exhibit for a job; false if there is none.
func KeptOne(tx *Tx, commission, id int64) (Kept, bool, error) {
	list, err := keptWhere(tx, `where x.commission_id = ? and x.id = ?`, commission, id)
	if err != nil || len(list) == 0 {
		return Kept{}, false, err
	}
	return list[0], true, nil
}

// KeptOfCase lists the exhibits of a case for a job.
func KeptOfCase(tx *Tx, commission, id int64) ([]Kept, error) {
	return keptWhere(tx, `where x.commission_id = ? and x.case_id = ? order by x.id`, commission, id)
}

// KeptAfter lists all exhibits in the order of their ids, most at a time, from behind one on.
func KeptAfter(tx *Tx, commission, id int64, most int) ([]Kept, error) {
	return keptWhere(tx, `where (x.commission_id, x.id) > (?, ?) order by x.commission_id, x.id limit ?`, commission, id, most)
}

// Unsealed lists the exhibits whose lock is missing or too short, from behind one on.
func Unsealed(tx *Tx, commission, id int64, most int) ([]Kept, error) {
	return keptWhere(tx, `where (x.retained_until is null or x.retained_until < x.keep_until) and x.keep_until > ?
		and (x.commission_id, x.id) > (?, ?) order by x.commission_id, x.id limit ?`, tx.Today(), commission, id, most)
}

// NotCopied lists the exhibits that a move to a store has still to bring there, from behind one on.
func NotCopied(tx *Tx, store string, commission, id int64, most int) ([]Kept, error) {
	return keptWhere(tx, `where x.copied_to <> ? and (x.commission_id, x.id) > (?, ?) order by x.commission_id, x.id limit ?`, store, commission, id, most)
}

func keptWhere(tx *Tx, where string, args ...any) ([]Kept, error) {
	var list []Kept
	err := tx.Raw(kept+where, args...).Scan(&list).Error
	return list, err
}

// Volume is how many exhibits there are, and how many bytes.
type Volume struct{ Exhibits, Bytes int64 }

// ToCopy counts what a move to a store has still to bring there.
func ToCopy(tx *Tx, store string) (Volume, error) {
	var v Volume
	err := tx.Raw(`select count(*) exhibits, coalesce(sum(size), 0) bytes from exhibits where copied_to <> ?`, store).Scan(&v).Error
	return v, err
}

// NoteCopied writes where a move has brought an object: its version there, which is not locked yet.
func NoteCopied(tx *Tx, x Exhibit, store, version string) error {
	return tx.Exec(`update exhibits set copied_to = ?, object_version = ?, verified_at = ?, retained_until = null, sealed_at = null where commission_id = ? and id = ?`,
		store, version, tx.Now, x.CommissionID, x.ID).Error
}

// NoteSealed writes until when the store was seen to hold an exhibit's lock.
func NoteSealed(tx *Tx, x Exhibit, until calendar.Date) error {
	return tx.Exec(`update exhibits set retained_until = ?, sealed_at = ? where commission_id = ? and id = ? and object_version = ?
		and (retained_until is null or retained_until < ?)`, until, tx.Now, x.CommissionID, x.ID, x.ObjectVersion, until).Error
}

// NoteVerified writes when an exhibit was last found to be what was handed over; nil takes it back.
func NoteVerified(tx *Tx, x Exhibit, at *time.Time) error {
	return tx.Exec(`update exhibits set verified_at = ? where commission_id = ? and id = ? and object_version = ?`, at, x.CommissionID, x.ID, x.ObjectVersion).Error
}

// VerifiedAt is when an exhibit was last found to be what was handed over; nil for never.
func VerifiedAt(tx *Tx, x Exhibit) (at *time.Time, err error) {
	err = tx.Raw(`select verified_at from exhibits where commission_id = ? and id = ?`, x.CommissionID, x.ID).Row().Scan(&at)
	return at, err
}

// KeepCase lengthens the time for which the exhibits of a case are kept; it never shortens it.
func KeepCase(tx *Tx, c policies.Case, until calendar.Date) (changed int64, err error) {
	done := tx.Exec(`update exhibits set keep_until = ? where commission_id = ? and case_id = ? and keep_until < ?`, until, c.Commission, c.ID, until)
	return done.RowsAffected, done.Error
}

// KeepLonger gives the exhibits of open cases that come near their end their years anew, and those of
// closed cases what their closing day and mode give them, should the day have been mended.
func KeepLonger(tx *Tx, near, until calendar.Date) (changed int64, err error) {
	open := tx.Exec(`update exhibits x set keep_until = ? from cases c where c.commission_id = x.commission_id and c.id = x.case_id
		and c.open and x.keep_until < ?`, until, near)
	if open.Error != nil {
		return 0, open.Error
	}
	var awards []string
	for _, m := range workflows.Modes() {
		if m.Award() {
			awards = append(awards, string(m))
		}
	}
	closed := tx.Exec(`with due as (
			select c.commission_id, c.id, (c.closed_on + make_interval(years => case when c.mode in (?) then ?::int else ?::int end))::date as until
			from cases c where c.mode is not null and c.closed_on is not null)
		update exhibits x set keep_until = due.until from due
		where due.commission_id = x.commission_id and due.id = x.case_id and x.keep_until < due.until`,
		awards, workflows.KeptAfterAward.N, workflows.KeptOtherwise.N)
	return open.RowsAffected + closed.RowsAffected, closed.Error
}

// StoreInForce is the name of the store that holds the evidence, "" before the first start. With
// hold, no move can switch to another store before the transaction ends.
func StoreInForce(tx *Tx, hold bool) (string, error) {
	q := `select name from evidence_store`
	if hold {
		q += ` for share`
	}
	var name []string
	err := tx.Raw(q).Scan(&name).Error
	if err != nil || len(name) == 0 {
		return "", err
	}
	return name[0], nil
}

// FirstStore notes the store of the first start and returns the one that is in force.
func FirstStore(tx *Tx, name string) (string, error) {
	if err := tx.Exec(`insert into evidence_store (name, since) values (?, ?) on conflict do nothing`, name, tx.Now).Error; err != nil {
		return "", err
	}
	return StoreInForce(tx, false)
}

// SwitchStore puts another store in force once everything was copied there; it says how many
// exhibits still wait, and switches only if none does. A filing on its way comes before or after it.
func SwitchStore(tx *Tx, name string) (waiting int64, err error) {
	if err := tx.Exec(`select 1 from evidence_store for update`).Error; err != nil {
		return 0, err
	}
	v, err := ToCopy(tx, name)
	if err != nil || v.Exhibits > 0 {
		return v.Exhibits, err
	}
	// Photos of drafts stay behind: the answers are kept, the photos are asked for anew. So do bundles, which are made anew.
	for _, table := range []string{"draft_files", "bundles"} {
		if err := tx.Exec("delete from " + table).Error; err != nil {
			return 0, err
		}
	}
	return 0, tx.Exec(`update evidence_store set name = ?, since = ?`, name, tx.Now).Error
}

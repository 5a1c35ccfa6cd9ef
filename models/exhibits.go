package models

import (
	"tiaocai/policies"
	"tiaocai/workflows/fault"
)

// NextExhibit is the next number of a side's exhibits. The case's row is locked, so none is given twice.
func NextExhibit(tx *Tx, c *Case, side Side) (int, error) {
	var n int
	err := tx.Raw(`select coalesce(max(no), 0) + 1 from exhibits where commission_id = ? and case_id = ? and side = ?`,
		c.CommissionID, c.ID, side).Scan(&n).Error
	return n, err
}

// ExhibitOf finds one exhibit of the case that the grant was issued for.
func ExhibitOf(tx *Tx, g policies.Grant, id int64) (*Exhibit, error) {
	x := &Exhibit{}
	ok, err := found(tx.Where("commission_id = ? AND case_id = ? AND id = ?", g.Case().Commission, g.Case().ID, id).Take(x).Error)
	if err == nil && !ok {
		err = fault.Missing()
	}
	return x, err
}

// ObjectKnown says whether any row names a version of a stored object. An object without a version
// is one on a disk, or from before its bucket had versions: any row with its key names it.
func ObjectKnown(tx *Tx, key, version string) (bool, error) {
	for _, row := range []any{&Exhibit{}, &DraftFile{}, &Bundle{}} {
		q := tx.Model(row).Where("object_key = ?", key)
		if version != "" {
			q = q.Where("object_version = ?", version)
		}
		var n int64
		if err := q.Limit(1).Count(&n).Error; err != nil || n > 0 {
			return n > 0, err
		}
	}
	return false, nil
}

// NotesOf lists the notes of the mediation sessions, behind the wall: only for somebody with the
// right, of the mediations that they conduct or that their organisation has, and in no case for
// somebody who sits on it, whatever the policy says.
func NotesOf(tx *Tx, g policies.Grant) ([]Note, error) {
	if !g.May(policies.ReadNotes) {
		return nil, policies.Forbid()
	}
	var list []Note
	err := tx.Where(`commission_id = ? AND case_id = ? AND NOT EXISTS (
		select 1 from seats s where s.commission_id = mediation_notes.commission_id and s.case_id = mediation_notes.case_id
		and s.account_id = ?)
		AND EXISTS (select 1 from mediations m where m.commission_id = mediation_notes.commission_id and m.id = mediation_notes.mediation_id
		and (m.mediator_id = ? or m.organisation_id in (select organisation_id from roles r where r.account_id = ? and r.role = 'org_manager' and r.revoked_at is null)))`,
		g.Case().Commission, g.Case().ID, g.Actor().Account, g.Actor().Account, g.Actor().Account).Order("held_on, id").Find(&list).Error
	return list, err
}

// TitlesOf are the titles of the exhibits that a side handed in, in order.
func TitlesOf(tx *Tx, c *Case, side Side) ([]string, error) {
	var list []string
	err := tx.Model(&Exhibit{}).Where("commission_id = ? AND case_id = ? AND side = ?", c.CommissionID, c.ID, side).Order("no").Pluck("title", &list).Error
	return list, err
}

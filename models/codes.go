package models

import (
	"gorm.io/gorm/clause"

	"tiaocai/policies"
	"tiaocai/workflows/fault"
)

// ExpireCodes ends the unused codes of the same party or agent before a new one is issued.
func ExpireCodes(tx *Tx, like *PartyCode) error {
	return tx.Model(&PartyCode{}).Where("commission_id = ? AND case_id = ? AND party_id = ? AND agent_id is not distinct from ? AND used_at is null AND expires_at > ?",
		like.CommissionID, like.CaseID, like.PartyID, like.AgentID, tx.Now).Update("expires_at", tx.Now).Error
}

// UseCode takes a one-time code; fault.NotFound if it is wrong, used or has run out.
func UseCode(tx *Tx, mac []byte, account int64) (*PartyCode, error) {
	row := &PartyCode{}
	ok, err := found(tx.Clauses(clause.Locking{Strength: "UPDATE"}).Where("mac = ? AND used_at is null AND expires_at > ?", mac, tx.Now).Take(row).Error)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fault.Missing()
	}
	return row, tx.Model(row).Updates(map[string]any{"used_at": tx.Now, "used_by": account}).Error
}

// LockCaseByID is LockCase for a case that is already known.
func LockCaseByID(tx *Tx, k policies.Case) (*Case, error) {
	var ref string
	if err := tx.Raw("select ref from cases where commission_id = ? and id = ?", k.Commission, k.ID).Scan(&ref).Error; err != nil {
		return nil, err
	}
	return LockCase(tx, ref)
}

package models

import "tiaocai/workflows/calendar"

// sameParty matches a party of the case at hand with one of another case: by the digest of the ID,
// by credit code, or, where neither is known, by name.
const sameParty = `exists (select 1 from parties me join parties they on they.commission_id = me.commission_id
	and ((me.id_mac is not null and they.id_mac = me.id_mac) or (me.credit_code <> '' and they.credit_code = me.credit_code)
		or (me.id_mac is null and me.credit_code = '' and they.name = me.name))
	where me.commission_id = ? and me.case_id = ? and `

// Conflicted says whether somebody may not sit on a case for what they did or are elsewhere: they
// work for a party (兼职仲裁员), spoke for a party within the last two years, or sat on a case of the
// same party whose award was revoked.
func Conflicted(tx *Tx, c *Case, account int64, on calendar.Date) (bool, error) {
	var yes bool
	err := tx.Raw(`select
		exists (select 1 from parties p join accounts a on a.id = ? and a.unit <> '' and a.unit = p.name where p.commission_id = ? and p.case_id = ?)
		or `+sameParty+`exists (select 1 from agents g where g.commission_id = they.commission_id and g.party_id = they.id
			and g.account_id = ? and coalesce(g.ended_on, ?) >= ?))
		or `+sameParty+`they.case_id <> me.case_id and exists (select 1 from seats s join awards w on w.commission_id = s.commission_id and w.case_id = s.case_id and w.revoked_on is not null
			where s.commission_id = they.commission_id and s.case_id = they.case_id and s.account_id = ? and s.seat <> 'recorder'))`,
		account, c.CommissionID, c.ID,
		c.CommissionID, c.ID, account, on, calendar.On(on.Year()-2, on.Month(), on.Day()),
		c.CommissionID, c.ID, account).Scan(&yes).Error
	return yes, err
}

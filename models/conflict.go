package models

import "tiaocai/workflows/calendar"

// sameParty matches a party of the case at hand with one of another case: by the digest of the ID,
// by credit code, or, where neither is known, by name.
const sameParty = `((me.id_mac is not null and they.id_mac = me.id_mac) or (me.credit_code <> '' and they.credit_code = me.credit_code)
		or (me.id_mac is null and me.credit_code = '' and they.name = me.name))`

// Conflicted says whether somebody may not sit on a case for what they did or are elsewhere: they
// work for a party (兼职仲裁员), spoke for a party within the last two years, or sat on a case of the
// same party whose award the commission revoked or a court set aside.
func Conflicted(tx *Tx, c *Case, account int64, on calendar.Date) (bool, error) {
	var yes bool
	err := tx.Raw(`select
		exists (select 1 from parties p join accounts a on a.id = ? and a.unit <> '' and a.unit = p.name where p.commission_id = ? and p.case_id = ?)
		or exists (select 1 from agents g join parties they on they.commission_id = g.commission_id and they.id = g.party_id
			join parties me on me.commission_id = ? and me.case_id = ? and they.commission_id = me.commission_id and `+sameParty+`
			where g.account_id = ? and coalesce(g.ended_on, ?) >= ?)
		or exists (select 1 from awards w join seats s on s.commission_id = w.commission_id and s.case_id = w.case_id and s.account_id = ? and s.seat <> 'recorder'
			join parties they on they.commission_id = w.commission_id and they.case_id = w.case_id
			join parties me on me.commission_id = w.commission_id and me.case_id = ? and `+sameParty+`
			where w.commission_id = ? and w.case_id <> me.case_id and (w.revoked_on is not null or exists (select 1 from court_moves m
				where m.commission_id = w.commission_id and m.case_id = w.case_id and m.award_no = w.no and m.kind = 'set-aside' and m.outcome = 'granted')))`,
		account, c.CommissionID, c.ID,
		c.CommissionID, c.ID, account, on, calendar.On(on.Year()-2, on.Month(), on.Day()),
		account, c.ID, c.CommissionID).Scan(&yes).Error
	return yes, err
}

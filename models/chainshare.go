package models

import (
	"fmt"
	"time"
)

// chainColumns is what a row of a chain is read from.
const chainColumns = `select c.ref, c.events, c.head, e.no, e.event, e.happened_on, e.account_id, e.from_state, e.to_state, e.mode, e.canonical, e.hash
	from cases c left join case_events e on e.commission_id = c.commission_id and e.case_id = c.id`

// ChainShares is how many nights it takes until every case was checked again.
const ChainShares = 7

// VerifyChainShare checks a night's share: the cases in which something was recorded since a moment,
// and one case in seven of all the others, each of them whole, and the commissions' own logs. So what is changed behind the
// program's back in an old case is found within a week, however many cases there are.
func VerifyChainShare(tx *Tx, share int, since time.Time, found func(Break)) (cases, events int, err error) {
	if err := verifyCommissions(tx, found); err != nil {
		return 0, 0, err
	}
	return verifyChains(tx, found, chainColumns+`
		where c.id % ? = ? or exists (select 1 from case_events n where n.commission_id = c.commission_id and n.case_id = c.id and n.no = c.events and n.recorded_at >= ?)
		order by c.commission_id, c.id, e.no`, ChainShares, share%ChainShares, since)
}

func verifyChains(tx *Tx, found func(Break), q string, args ...any) (cases, events int, err error) {
	if err := tx.Exec("set local statement_timeout = 0").Error; err != nil { // it reads a great deal
		return 0, 0, err
	}
	rows, err := tx.Raw(q, args...).Rows()
	if err != nil {
		return 0, 0, err
	}
	defer rows.Close()
	v := chain{found: found}
	for rows.Next() {
		var r chainRow
		if err := rows.Scan(&r.ref, &r.count, &r.head, &r.no, &r.event, &r.on, &r.account, &r.from, &r.to, &r.mode, &r.canonical, &r.hash); err != nil {
			return 0, 0, err
		}
		v.take(r)
	}
	v.end()
	return v.cases, v.events, rows.Err()
}

// String says where and what.
func (b Break) String() string { return fmt.Sprintf("%s #%d: %s", b.Ref, b.No, b.Says) }

package models

import (
	"bytes"
	"strings"

	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
	"tiaocai/workflows/identity"
)

// Hit is why a search found a case: by what, and by which party.
type Hit struct {
	By   string // reference, number, id, id-tail, credit-code, name, former-name, spelling
	Mark string // of the party: 申1; "" where the case itself was found
	Name string // as it stands on record
}

// explain writes at every row of a page why it was found. It looks at the rows' own parties only.
func (p *Page) explain(tx *Tx, s policies.Scope, text string) error {
	if text = strings.TrimSpace(text); text == "" || len(p.Rows) == 0 {
		return nil
	}
	type key struct{ commission, id int64 }
	rows := map[key]*ListRow{}
	var commissions, cases []int64
	for i := range p.Rows {
		r := &p.Rows[i]
		rows[key{r.CommissionID, r.ID}] = r
		commissions, cases = append(commissions, r.CommissionID), append(cases, r.ID)
		r.Hits = r.ownHits(text)
	}
	id := identity.NormalID(text)
	whole, tail := tx.Keys.MAC("id", id), tx.Keys.MAC("id-tail", id)
	b := tx.batch()
	b.query(`select commission_id, case_id, side, ordinal, name, former_name, coalesce(spelled, ''), coalesce(id_mac, ''), coalesce(id_tail_mac, ''), credit_code, coalesce(account_id, 0)
		from parties where (commission_id, case_id) in (select * from unnest($1::bigint[], $2::bigint[])) order by side, ordinal`, func(r pgx.Rows) error {
		var k key
		var x Party
		var spelled string
		var account int64
		if err := r.Scan(&k.commission, &k.id, &x.Side, &x.Ordinal, &x.Name, &x.FormerName, &spelled, &x.IDMac, &x.IDTailMac, &x.CreditCode, &account); err != nil {
			return err
		}
		by := ""
		switch {
		case shows(s, account) && bytes.Equal(x.IDMac, whole):
			by = "id"
		case shows(s, account) && bytes.Equal(x.IDTailMac, tail):
			by = "id-tail"
		case x.CreditCode != "" && x.CreditCode == strings.ToUpper(text):
			by = "credit-code"
		case strings.Contains(x.Name, text):
			by = "name"
		case strings.Contains(x.FormerName, text):
			by, x.Name = "former-name", x.FormerName
		case soundsLike(spelled, text):
			by = "spelling"
		default:
			return nil
		}
		row := rows[k]
		row.Hits = append(row.Hits, Hit{By: by, Mark: x.Mark(), Name: x.Name})
		return nil
	}, commissions, cases)
	return b.send()
}

// ownHits are those by the case's own signs.
func (r *ListRow) ownHits(text string) []Hit {
	if r.Ref == strings.ToUpper(text) {
		return []Hit{{By: "reference"}}
	}
	if end := numberEnd(text); end != "" && strings.HasPrefix(reversed(r.Number), end) {
		return []Hit{{By: "number"}}
	}
	return nil
}

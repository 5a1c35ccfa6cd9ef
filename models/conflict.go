package models

import (
	"github.com/jackc/pgx/v5"

	"tiaocai/workflows/calendar"
)

// Conflict is what speaks against giving a case to somebody (回避、分离的情形).
type Conflict string

// The conflicts there are. Only PartyConflict, AgentConflict, UnitConflict and SpokeConflict are also a mediator's.
const (
	PartyConflict    Conflict = "party"    // 本案当事人
	AgentConflict    Conflict = "agent"    // 本案代理人
	UnitConflict     Conflict = "unit"     // 在当事人单位任职
	SpokeConflict    Conflict = "spoke"    // 两年内代理过当事人
	AcceptedConflict Conflict = "accepted" // 经办本案立案
	AdvisedConflict  Conflict = "advised"  // 就本案答复过咨询
	ReviewedConflict Conflict = "reviewed" // 经办过本案调解协议的审查
	RecusedConflict  Conflict = "recused"  // 已被决定回避
	RevokedConflict  Conflict = "revoked"  // 同一当事人的案件，裁决被撤销的原仲裁员
	MediatedConflict Conflict = "mediated" // 调解过本案；双方书面同意的除外
)

// Against says what speaks against giving one case to one account.
type Against struct {
	CaseID, AccountID int64
	Kind              Conflict
}

// sameParty matches a party of the case at hand with one of another case: by the digest of the ID,
// by credit code, or, where neither is known, by name.
const sameParty = `((me.id_mac is not null and they.id_mac = me.id_mac) or (me.credit_code <> '' and they.credit_code = me.credit_code)
		or (me.id_mac is null and me.credit_code = '' and they.name = me.name))`

// conflicts finds them for cases $2 of commission $1 and accounts $3 on the day $4, $5 being two years earlier. Parties are read case by
// case, along their index, however many cases are asked about. Whoever held a session of the mediation mediated it, also when
// somebody else took it over since.
const conflicts = `with me as materialized (select x.* from unnest($2::bigint[]) k(id) cross join lateral (select * from parties p where p.commission_id = $1 and p.case_id = k.id offset 0) x)
	select me.case_id, a.id, 'unit' from me join accounts a on a.id = any($3) and a.unit <> '' and a.unit = me.name
	union select me.case_id, me.account_id, 'party' from me where me.account_id = any($3)
	union select g.case_id, g.account_id, 'agent' from agents g where g.commission_id = $1 and g.case_id = any($2) and g.account_id = any($3)
	union select me.case_id, g.account_id, 'spoke' from agents g cross join lateral (select * from parties p where p.commission_id = g.commission_id and p.id = g.party_id offset 0) they
		join me on they.commission_id = me.commission_id and ` + sameParty + `
		where g.account_id = any($3) and coalesce(g.ended_on, $4::date) >= $5::date
	union select c.id, c.accepted_by, 'accepted' from cases c where c.commission_id = $1 and c.id = any($2) and c.accepted_by = any($3)
	union select c.id, c.advisor_id, 'advised' from cases c where c.commission_id = $1 and c.id = any($2) and c.advisor_id = any($3)
	union select r.case_id, r.handled_by, 'reviewed' from reviews r where r.commission_id = $1 and r.case_id = any($2) and r.handled_by = any($3)
	union select r.case_id, r.account_id, 'recused' from recusals r where r.commission_id = $1 and r.case_id = any($2) and r.granted and r.account_id = any($3)
	union select me.case_id, s.account_id, 'revoked' from awards w join seats s on s.commission_id = w.commission_id and s.case_id = w.case_id and s.account_id = any($3) and s.seat <> 'recorder'
		cross join lateral (select * from parties p where p.commission_id = w.commission_id and p.case_id = w.case_id offset 0) they
		join me on ` + sameParty + `
		where w.commission_id = $1 and w.case_id <> me.case_id and (w.revoked_on is not null or exists (select 1 from court_moves m
			where m.commission_id = w.commission_id and m.case_id = w.case_id and m.award_no = w.no and m.kind = 'set-aside' and m.outcome = 'granted'))
	union select m.case_id, m.mediator_id, 'mediated' from mediations m where m.commission_id = $1 and m.case_id = any($2) and m.mediator_id = any($3)
	union select m.case_id, n.author_id, 'mediated' from mediations m join mediation_notes n on n.commission_id = m.commission_id and n.mediation_id = m.id
		where m.commission_id = $1 and m.case_id = any($2) and n.author_id = any($3)
	order by 1, 2, 3`

// Conflicts says what speaks against giving each of the cases to each of the accounts, in one statement.
func Conflicts(tx *Tx, commission int64, cases, accounts []int64, on calendar.Date) (list []Against, err error) {
	if len(cases) == 0 || len(accounts) == 0 {
		return nil, nil
	}
	b := tx.batch()
	b.query(conflicts, func(r pgx.Rows) error {
		var a Against
		err := r.Scan(&a.CaseID, &a.AccountID, &a.Kind)
		list = append(list, a)
		return err
	}, commission, cases, accounts, on, calendar.On(on.Year()-2, on.Month(), on.Day()))
	return list, b.send()
}

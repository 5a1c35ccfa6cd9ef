package models

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
	"tiaocai/workflows/identity"
)

// SearchLimit is how many parties or numbers a search takes up and sorts. What fits more than that
// is found by walking along the list instead, where such a common name turns up soon. ("offset 0"
// there keeps PostgreSQL from reading all parties first.)
const SearchLimit = 5000

// search narrows the list to a reference, a number by its end, a resident ID or its tail (by
// digest, where the reader may know it), a credit code, or a name. Each is looked up in an index.
func (l *list) search(tx *Tx, text string) error {
	if text == "" {
		return nil
	}
	if up := strings.ToUpper(text); IsRef(up) {
		l.where += " and c.ref = " + l.arg(up)
		l.hits = 1
		return nil
	}
	commission, case_, err := l.look(tx, text)
	if err != nil {
		return err
	}
	if l.hits = len(case_); l.hits <= SearchLimit && !l.common {
		l.where += fmt.Sprintf(" and (%s.commission_id, %s) in (select * from unnest(%s::bigint[], %s::bigint[]))", l.key, l.id, l.arg(commission), l.arg(case_))
		return nil
	}
	l.common = true
	like, end := l.arg("%"+escape(text)+"%"), escape(numberEnd(text))+"%"
	if end == "%" {
		end = ""
	}
	spelled := ""
	if s := spelling(text); s != "" {
		pattern, _ := spelledSo(s)
		spelled = " or p.spelled ~ " + l.arg(pattern)
	}
	l.where += fmt.Sprintf(` and (exists (select 1 from parties p where p.commission_id = c.commission_id and p.case_id = c.id and (p.name like %[1]s or p.former_name like %[1]s%[2]s) offset 0) or reverse(c.number) like %[3]s)`,
		like, spelled, l.arg(end))
	return nil
}

// look finds the cases that the text may mean, up to one more than SearchLimit.
func (l *list) look(tx *Tx, text string) (commissions, cases []int64, err error) {
	id, byID := identity.NormalID(text), l.scope.Commission() != 0 || l.scope.Account() != 0
	var where string
	var args []any
	switch {
	case byID && identity.ResidentID(id) == nil:
		where, args = l.itsOwn("id_mac = $1", tx.Keys.MAC("id", id))
	case identity.CreditCode(strings.ToUpper(text)) == nil:
		where, args = "credit_code = $1 and credit_code <> ''", []any{strings.ToUpper(text)}
	case byID && len(id) == 6 && digits(id[:5]):
		where, args = l.itsOwn("id_tail_mac = $1", tx.Keys.MAC("id-tail", id))
	default:
		return l.lookByName(tx, text)
	}
	return l.ids(tx, fmt.Sprintf("select distinct commission_id, case_id from parties where commission_id in (select id from commissions) and %s limit %d", where, SearchLimit+1), args)
}

// itsOwn looks for a resident ID among the parties whose number the list shows in full to its reader: the office's all of
// them, a person's own that person. Whoever reads a masked number does not learn it by trying.
func (l *list) itsOwn(where string, mac []byte) (string, []any) {
	if account := l.scope.Account(); account != 0 {
		return where + " and account_id = $2", []any{mac, account}
	}
	return where, []any{mac}
}

// shows says whether the list shows the resident ID of a party with this account in full to its reader.
func shows(s policies.Scope, account int64) bool {
	return s.Commission() != 0 || account != 0 && account == s.Account()
}

// byName are the ways to a party by its name: the pairs of signs that the text has, in its name or its former one, and
// how a name is spelled. One sign alone finds the names that begin with it.
func byName(text string) (selects []string, args []any) {
	from := "select commission_id, case_id from parties where "
	limit := fmt.Sprintf(" limit %d", SearchLimit+1)
	args = []any{text, "%" + escape(text) + "%"}
	if len([]rune(text)) == 1 {
		args[1] = after(text)
		return []string{from + "commission_id in (select id from commissions) and name ~>=~ $1 and name ~<~ $2" + limit}, args
	}
	selects = []string{from + "name_pairs(name) @> name_pairs($1) and name like $2" + limit,
		from + "former_name <> '' and name_pairs(former_name) @> name_pairs($1) and former_name like $2" + limit}
	if s := spelling(text); s != "" {
		pattern, triples := spelledSo(s)
		selects = append(selects, from+"name_triples(replace(spelled, '.', '')) @> name_triples($3) and spelled ~ $4"+limit)
		args = append(args, triples, pattern)
	}
	return selects, args
}

// lookByName looks for parties by their names, and for numbers that end so.
func (l *list) lookByName(tx *Tx, text string) (commissions, cases []int64, err error) {
	selects, args := byName(text)
	end := numberEnd(text)
	args = append(args, end, after(end))
	// A case with two parties of that name is found twice: whether there are more than the limit is asked of what was found, not of the cases.
	var more bool
	b := tx.batch()
	b.query(fmt.Sprintf(`with p as materialized ((%s)),
		c as materialized (select commission_id, id from cases where number is not null and reverse(number) ~>=~ $%d and reverse(number) ~<~ $%d limit %[4]d)
		select coalesce(array_agg(commission_id), '{}'), coalesce(array_agg(case_id), '{}'), (select count(*) from p) >= %[4]d or (select count(*) from c) = %[4]d
		from (select commission_id, case_id from p union select commission_id, id from c) x`, strings.Join(selects, ") union all ("), len(args)-1, len(args), SearchLimit+1),
		func(r pgx.Rows) error { return r.Scan(&commissions, &cases, &more) }, args...)
	err = b.send()
	l.common = more
	return commissions, cases, err
}

func (l *list) ids(tx *Tx, q string, args []any) (commissions, cases []int64, err error) {
	b := tx.batch()
	b.query("select coalesce(array_agg(commission_id), '{}'), coalesce(array_agg(case_id), '{}') from ("+q+") x", func(r pgx.Rows) error { return r.Scan(&commissions, &cases) }, args...)
	return commissions, cases, b.send()
}

var brackets = strings.NewReplacer("[", "〔", "]", "〕", "(", "〔", ")", "〕", "（", "〔", "）", "〕", "【", "〔", "】", "〕")

// numberEnd is how a reversed case number begins that ends as the text does: 〔2026〕1号, with or
// without its last sign. A bare number is the whole of the serial number. "" begins none.
func numberEnd(text string) string {
	s := strings.TrimSuffix(brackets.Replace(strings.Join(strings.Fields(text), "")), "号")
	if s == "" || !digits(s[len(s)-1:]) {
		return "" // no case number ends so
	}
	if digits(s) {
		s = "〕" + s
	}
	return reversed(s + "号")
}

func reversed(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

// after is the first text that no longer begins with s: an index is asked for what lies between,
// because LIKE with a pattern that is not known when the statement is planned uses none.
func after(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return ""
	}
	if r[len(r)-1]++; r[len(r)-1] == 0xd800 {
		r[len(r)-1] = 0xe000 // what lies between are no characters
	}
	return string(r)
}

func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(s)
}

func digits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

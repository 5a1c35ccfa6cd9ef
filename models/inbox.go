package models

import (
	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
)

// MessageRow is a message with its case's reference and number and its party's mark.
type MessageRow struct {
	Message
	Ref, Number string
	Party       string
}

// MessagesOf lists an account's own messages, newest first.
func MessagesOf(tx *Tx, account int64, most int) ([]MessageRow, error) {
	return messages(tx, "where m.account_id = $1 order by m.id desc limit $2", account, most)
}

// LastMessages lists all messages, newest first; only the demo shows them.
func LastMessages(tx *Tx, most int) ([]MessageRow, error) {
	return messages(tx, "order by m.id desc limit $1", most)
}

func messages(tx *Tx, rest string, args ...any) (list []MessageRow, err error) {
	b := tx.batch()
	b.query(`select m.id, m.commission_id, m.case_id, m.name, m.channel, m.state, m.queued_at, m.read_at, m.body, coalesce(c.ref, ''), coalesce(c.number, ''),
			coalesce(case p.side when 'applicant' then '申' else '被' end || p.ordinal, '')
		from (select * from messages m `+rest+`) m
			left join lateral (select ref, number from cases x where x.commission_id = m.commission_id and x.id = m.case_id limit 1) c on true
			left join lateral (select side, ordinal from parties x where x.commission_id = m.commission_id and x.id = m.party_id limit 1) p on true
		order by m.id desc`, func(r pgx.Rows) error {
		var m MessageRow
		var sealed []byte
		if err := r.Scan(&m.ID, &m.CommissionID, &m.CaseID, &m.Name, &m.Channel, &m.State, &m.QueuedAt, &m.ReadAt, &sealed, &m.Ref, &m.Number, &m.Party); err != nil {
			return err
		}
		body, err := tx.Keys.Unseal("messages.body", sealed)
		m.Body = string(body)
		list = append(list, m)
		return err
	}, args...)
	return list, b.send()
}

// UnreadMost is how far unread messages are counted: beyond it there are simply many.
const UnreadMost = 100

// CountUnread counts the messages that an account has not seen, up to UnreadMost.
func CountUnread(tx *Tx, account int64) (n int, err error) {
	b := tx.batch()
	b.query(`select count(*) from (select 1 from messages where account_id = $1 and read_at is null order by id limit $2) unread`,
		func(r pgx.Rows) error { return r.Scan(&n) }, account, UnreadMost)
	return n, b.send()
}

// unreadIn adds the question whether an account has an unread message of a case.
func unreadIn(b *batch, c policies.Case, account int64, is *bool) {
	b.query(`select exists (select 1 from messages where account_id = $1 and read_at is null and commission_id = $2 and case_id = $3)`,
		func(r pgx.Rows) error { return r.Scan(is) }, account, c.Commission, c.ID)
}

// ReadMessages notes that an account has seen its messages up to this one.
func ReadMessages(tx *Tx, account, upTo int64) error {
	return tx.Exec(`update messages set read_at = ? where account_id = ? and read_at is null and id <= ?`, tx.Now, account, upTo).Error
}

// ReadListed notes that an account has seen these messages of its own.
func ReadListed(tx *Tx, account int64, ids []int64) error {
	return tx.Exec(`update messages set read_at = ? where account_id = ? and read_at is null and id in ?`, tx.Now, account, ids).Error
}

// ReadOfCase notes that an account has seen its messages of a case.
func ReadOfCase(tx *Tx, c policies.Case, account int64) error {
	return tx.Exec(`update messages set read_at = ? where account_id = ? and read_at is null and commission_id = ? and case_id = ?`, tx.Now, account, c.Commission, c.ID).Error
}

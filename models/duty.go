package models

import (
	"time"

	"github.com/jackc/pgx/v5"

	"tiaocai/workflows/calendar"
)

// Duty says that a mediator is on duty on one working day (值班).
type Duty struct {
	CommissionID   int64 `gorm:"primaryKey;autoIncrement:false"`
	ID             int64 `gorm:"primaryKey;autoIncrement"`
	OrganisationID int64
	AccountID      int64
	DutyOn         calendar.Date
	SetBy          int64
	SetAt          time.Time
}

func (Duty) TableName() string { return "duties" }

// DutyRow is one day of somebody's duty.
type DutyRow struct {
	Account int64
	Name    string
	On      calendar.Date
}

// DutiesBetween is the roster of an organisation from one day to another, both included.
func DutiesBetween(tx *Tx, o Organisation, from, to calendar.Date) (list []DutyRow, err error) {
	b := tx.batch()
	b.query(`select a.id, a.name, d.duty_on from duties d join accounts a on a.id = d.account_id
		where d.commission_id = $1 and d.organisation_id = $2 and d.duty_on between $3::date and $4::date order by d.duty_on, a.id`, func(r pgx.Rows) error {
		var d DutyRow
		err := r.Scan(&d.Account, &d.Name, &d.On)
		list = append(list, d)
		return err
	}, o.CommissionID, o.ID, from, to)
	return list, b.send()
}

// DutiesOf are the days on which somebody is on duty from a day on, up to thirty.
func DutiesOf(tx *Tx, account int64, from calendar.Date) (days []calendar.Date, err error) {
	b := tx.batch()
	b.query("select distinct duty_on from duties where account_id = $1 and duty_on >= $2::date order by duty_on limit 30", func(r pgx.Rows) error {
		var d calendar.Date
		err := r.Scan(&d)
		days = append(days, d)
		return err
	}, account, from)
	return days, b.send()
}

// SetDuties puts a roster in place of the one there was from one day to another, both included.
func SetDuties(tx *Tx, o Organisation, from, to calendar.Date, list []Duty) error {
	err := tx.Where("commission_id = ? and organisation_id = ? and duty_on between ? and ?", o.CommissionID, o.ID, from, to).Delete(&Duty{}).Error
	if err != nil || len(list) == 0 {
		return err
	}
	return tx.Create(&list).Error
}

// OnDuty are the organisations of a commission that have somebody on duty on a day.
func OnDuty(tx *Tx, commission int64, on calendar.Date) (map[int64]bool, error) {
	there := map[int64]bool{}
	b := tx.batch()
	b.query(`select o.id from organisations o where o.commission_id = $1 and exists (select 1 from duties d where d.commission_id = $1 and d.organisation_id = o.id and d.duty_on = $2::date)`,
		func(r pgx.Rows) error {
			var id int64
			err := r.Scan(&id)
			there[id] = true
			return err
		}, commission, on)
	return there, b.send()
}

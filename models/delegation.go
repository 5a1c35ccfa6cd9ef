package models

import (
	"time"

	"tiaocai/workflows/calendar"
)

// Delegation is a dated record by which the director lets the head of the court decide in the
// director's place (书面委托): with a scope and an end, both days included.
type Delegation struct {
	ID           int64
	CommissionID int64
	GiverID      int64
	TakerID      int64
	Scope        string
	FromOn       calendar.Date
	UntilOn      calendar.Date
	GivenAt      time.Time
	EndedOn      calendar.Date
}

// delegatedTo finds a delegation that somebody ($1) holds from a commission ($2) on a day ($3).
const delegatedTo = "taker_id = $1 and commission_id = $2 and from_on <= $3 and until_on >= $3 and (ended_on is null or ended_on > $3)"

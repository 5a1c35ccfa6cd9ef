package models

import (
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// AppraisalCost is what one appraisal cost, who advanced it, and against whom it went (鉴定费用).
type AppraisalCost struct {
	Child
	RecordedOn calendar.Date
	Agency     string
	Agreed     bool // by the parties; else the tribunal appointed it
	AskedBy    Side
	Amount     claims.Fen
	Result     workflows.AppraisalResult
}

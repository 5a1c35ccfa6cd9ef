package outbox

// CheckFigures compares the counters of the figures with a full scan.
type CheckFigures struct{}

func (CheckFigures) Kind() string { return "check-figures" }

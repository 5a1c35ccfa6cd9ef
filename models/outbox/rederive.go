package outbox

// Rederive counts every open clock of a commission anew.
type Rederive struct {
	Commission int64 `json:"commission"`
}

func (Rederive) Kind() string { return "rederive" }

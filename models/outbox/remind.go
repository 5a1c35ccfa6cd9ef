package outbox

// Remind reminds parties and agents of the hearings to come.
type Remind struct{}

func (Remind) Kind() string { return "remind" }

// Package outbox holds the arguments of jobs: a job is inserted in the transaction that causes it,
// so it exists exactly if the act happened. Arguments are numbers only; what to say is in the row.
package outbox

// Deliver hands one message to its channel.
type Deliver struct {
	Commission int64 `json:"commission"`
	Message    int64 `json:"message"`
}

func (Deliver) Kind() string { return "deliver" }

// Sweep looks for periods that have run out and lets the clock act on them.
type Sweep struct{}

func (Sweep) Kind() string { return "sweep" }

// Orphans removes stored objects that no row names.
type Orphans struct{}

func (Orphans) Kind() string { return "orphans" }

// CheckChains checks a night's share of the hash chains.
type CheckChains struct{}

func (CheckChains) Kind() string { return "check-chains" }

// CarryOver goes on with a spreadsheet of old cases.
type CarryOver struct {
	Commission int64 `json:"commission"`
	Sheet      int64 `json:"sheet"`
}

func (CarryOver) Kind() string { return "carry-over" }

// Seal locks one exhibit in the store, as soon as it was admitted to the file.
type Seal struct {
	Commission int64 `json:"commission"`
	Exhibit    int64 `json:"exhibit"`
}

func (Seal) Kind() string { return "seal" }

// SealCase lengthens the locks of a case that was closed.
type SealCase struct {
	Commission int64 `json:"commission"`
	Case       int64 `json:"case"`
}

func (SealCase) Kind() string { return "seal-case" }

// KeepEvidence looks once a day after the time for which evidence is kept, and locks what is not locked.
type KeepEvidence struct{}

func (KeepEvidence) Kind() string { return "keep-evidence" }

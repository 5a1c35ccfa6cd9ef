package outbox

// MakeBundle binds the exhibits of a case into one PDF.
type MakeBundle struct {
	Commission int64 `json:"commission"`
	Bundle     int64 `json:"bundle"`
}

func (MakeBundle) Kind() string { return "make-bundle" }

// Bundles is the queue of bundles: a process makes one at a time, for each needs memory.
const Bundles = "bundles"

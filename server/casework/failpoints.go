package casework

// FailPoints are the points between object, row and message at which a test can end the process, as
// a power cut would: TIAOCAI_FAIL_AT names one. Nothing else ever uses them.
func FailPoints() []string {
	return []string{AfterObject, BeforeCommit, AfterCommit, BeforeMessage, BeforeMovedRow, AfterBundle}
}

const (
	AfterObject    = "after-object"     // the file is in the store, nothing is in the database
	BeforeCommit   = "before-commit"    // row, event, messages and jobs are written and not yet committed
	AfterCommit    = "after-commit"     // all is committed and nobody was answered
	BeforeMessage  = "before-message"   // a worker has taken a message up and not yet handed it over
	BeforeMovedRow = "before-moved-row" // a move has copied an object and not yet told its row
	AfterBundle    = "after-bundle"     // a bundle is in the store, and its row does not say so yet
)

// at says that a point was reached.
func (d *Desk) at(point string) {
	if d.reached != nil {
		d.reached(point)
	}
}

// written says that the rows of an exhibit are written.
func (d *Desk) written(cmd Command, err error) {
	if _, ok := cmd.(*FileEvidence); ok && err == nil {
		d.at(BeforeCommit)
	}
}

package models

import "tiaocai/workflows"

// court: what courts made of the case's awards, each on the day its ruling was served (I8). A suit that was
// withdrawn, settled, or dismissed without a word on the award stands beside the rate.
func (t *tally) court() {
	for _, m := range t.c.CourtMoves {
		t.add(m.RuledOn, courtCounter(m), 1, 0)
		if m.Outcome == workflows.Changed && m.Cause == "new-evidence" {
			t.add(m.RuledOn, "J:new", 1, 0)
		}
	}
}

func courtCounter(m CourtMove) string {
	switch {
	case m.Outcome == workflows.Changed, m.Kind != workflows.Suit && m.Outcome == workflows.Granted:
		return "J:changed"
	case m.Outcome == workflows.Judged, m.Kind == workflows.SetAside && m.Outcome == workflows.Denied:
		return "J:kept"
	}
	return "J:beside"
}

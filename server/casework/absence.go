package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
)

// noticeProof is how the written notice of the hearing reached each party of a side: a line for the
// papers and for who decides, and the records of service (送达证明). Nobody is held to an absence without it.
func noticeProof(c *models.Case, side models.Side) (lines []string, records []int64) {
	h := c.Hearing()
	if h == nil {
		return nil, nil
	}
	doc := c.LastDocument(workflows.HearingNoticePaper, h.ID)
	if doc == nil {
		return nil, nil
	}
	for i := range c.Parties {
		p := &c.Parties[i]
		if p.Side != side {
			continue
		}
		s := c.ServedBy(doc.ID, p.ID)
		if s == nil {
			continue
		}
		way, _ := workflows.WayOf(s.Method)
		line := p.Mark() + " 于 " + s.ServedOn.String() + " " + way.Name.ZH
		if s.Proof != "" {
			line += "（" + s.Proof + "）"
		}
		lines, records = append(lines, line), append(records, s.ID)
	}
	return lines, records
}

// attached is the proof of service that goes with a proposal about somebody's absence.
func attached(c *models.Case, e workflows.Event) []string {
	if e != workflows.DeemWithdrawn {
		return nil
	}
	lines, _ := noticeProof(c, models.ApplicantSide)
	return lines
}

package casework

import (
	"strings"

	"tiaocai/models"
	"tiaocai/server/documents"
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
	switch e {
	case workflows.DeemWithdrawn:
		lines, _ := noticeProof(c, models.ApplicantSide)
		return lines
	case workflows.HearInDefault:
		lines, _ := noticeProof(c, models.RespondentSide)
		return lines
	}
	return nil
}

// RecordLeaving notes that a side left the hearing without leave (中途退庭).
type RecordLeaving struct {
	Dated
	Side string `json:"side" enum:"applicant,respondent" doc:"哪一方 Which side"`
	How  string `json:"how" minLength:"2" maxLength:"1000" doc:"退庭的经过，仲裁庭是否同意 How it came, and that it was without leave"`
}

func (RecordLeaving) Event() workflows.Event { return workflows.RecordLeaving }

func (l RecordLeaving) Tell(_ *Act, f *workflows.Facts) error {
	f.Act.Leaver = workflows.Capacity(l.Side)
	return nil
}

func (l RecordLeaving) Apply(a *Act) error {
	h := a.Case.Hearing()
	if l.Side == string(workflows.Applicant) {
		h.ApplicantLeft = true
	} else {
		h.RespondentLeft = true
	}
	h.LeftHow = strings.TrimSpace(h.LeftHow + "\n" + l.How)
	a.Case.Change(h)
	a.Detail["side"], a.Detail["no"] = l.Side, h.No
	return nil
}

// HearInDefault decides to go on without the respondent, who had written notice and stayed away or left (缺席
// 审理和裁决). The proof of service goes with the proposal.
type HearInDefault struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"送达和缺席的情况，有没有正当理由 Service and absence, and whether there was good cause"`
}

func (HearInDefault) Event() workflows.Event { return workflows.HearInDefault }

func (HearInDefault) Apply(a *Act) error {
	h := a.Case.Hearing()
	h.DefaultOn = a.On
	a.Case.Change(h)
	_, a.Detail["services"] = noticeProof(a.Case, models.RespondentSide)
	return nil
}

// sayDefault lends an award the words on who stayed away, and how the notice had reached them.
func (a *Act) sayDefault() {
	h := a.Case.Hearing()
	if h == nil || h.DefaultOn.IsZero() {
		return
	}
	how := "无正当理由拒不到庭"
	if h.RespondentLeft {
		how = "未经仲裁庭同意中途退庭"
	}
	lines, _ := noticeProof(a.Case, models.RespondentSide)
	a.say(documents.FieldDefault, "被申请人收到书面开庭通知（"+strings.Join(lines, "；")+"），"+how)
}

// leftBy names the sides that left.
func leftBy(h *models.Hearing) (list []string) {
	if h.ApplicantLeft {
		list = append(list, string(models.ApplicantSide))
	}
	if h.RespondentLeft {
		list = append(list, string(models.RespondentSide))
	}
	return list
}

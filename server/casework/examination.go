package casework

import (
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// ExamineExhibit is what a side says about another's exhibit before the hearing (质证意见): authenticity, legality and
// relevance each by itself. What nobody disputes need not be taken up at the hearing.
type ExamineExhibit struct {
	Dated
	Party     string `json:"party,omitempty" maxLength:"8" doc:"哪位当事人，如 申1；自己提出的不填 Which party, as 申1; left out by a party itself"`
	Exhibit   string `json:"exhibit" maxLength:"8" doc:"对哪一份证据，如 申3 Which exhibit, as 申3"`
	Authentic string `json:"authentic" enum:"accepted,disputed" doc:"真实性 Authenticity"`
	Lawful    string `json:"lawful" enum:"accepted,disputed" doc:"合法性 Legality"`
	Relevant  string `json:"relevant" enum:"accepted,disputed" doc:"关联性 Relevance"`
	Remark    string `json:"remark,omitempty" maxLength:"2000" doc:"理由，有异议的必须写明 Reasons; needed for what is disputed"`
}

func (ExamineExhibit) Event() workflows.Event { return workflows.ExamineExhibit }

func (e ExamineExhibit) Tell(a *Act, f *workflows.Facts) error {
	p, err := a.party(e.Party)
	if err != nil || f.Evidence.Filed == 0 {
		return err
	}
	x, err := models.ExhibitByMark(a.Tx, a.Case, e.Exhibit)
	switch {
	case err != nil:
		return err
	case x == nil || x.Side == models.ServiceSide || x.OriginalOf != nil:
		return bad("exhibit", "本案没有这个编号的证据。", "There is no exhibit of this number.")
	case x.Side == p.Side:
		return bad("exhibit", "自己一方提交的证据由对方质证。", "A side's own exhibits are answered by the other side.")
	case e.disputed() && strings.TrimSpace(e.Remark) == "":
		return bad("remark", "有异议的，请写明理由。", "Please give reasons for what is disputed.")
	}
	return nil
}

func (e ExamineExhibit) disputed() bool {
	return e.Authentic == "disputed" || e.Lawful == "disputed" || e.Relevant == "disputed"
}

func (e ExamineExhibit) Apply(a *Act) error {
	p, err := a.party(e.Party)
	if err != nil {
		return err
	}
	x, err := models.ExhibitByMark(a.Tx, a.Case, e.Exhibit)
	if err != nil {
		return err
	}
	c := a.Case
	c.Examinations = append(c.Examinations, models.ExhibitExamination{Child: a.child(), ExhibitID: x.ID, PartyID: p.ID, MadeOn: a.On,
		Authentic: e.Authentic == "accepted", Lawful: e.Lawful == "accepted", Relevant: e.Relevant == "accepted", Remark: strings.TrimSpace(e.Remark)})
	c.Change(&c.Examinations[len(c.Examinations)-1])
	a.Detail["party"], a.Detail["exhibit"], a.Detail["disputed"] = p.Mark(), x.Mark(), e.disputed()
	return nil
}

// ExaminationView is what a party says about an exhibit.
type ExaminationView struct {
	Party     string        `json:"party"`
	On        calendar.Date `json:"on"`
	Authentic bool          `json:"authentic" doc:"真实性认可 Authenticity accepted"`
	Lawful    bool          `json:"lawful" doc:"合法性认可 Legality accepted"`
	Relevant  bool          `json:"relevant" doc:"关联性认可 Relevance accepted"`
	Remark    string        `json:"remark,omitempty"`
}

// Undisputed says that nothing of it has to be taken up at the hearing.
func (v ExaminationView) Undisputed() bool { return v.Authentic && v.Lawful && v.Relevant }

// examine adds to each exhibit what each party said of it last, for those who read the evidence.
func examine(list []ExhibitView, c *models.Case, g policies.Grant) {
	if !g.May(policies.ReadEvidence) {
		return
	}
	for i := range list {
		said := map[int64]int{}
		for _, e := range c.Examinations {
			if e.ExhibitID != list[i].ID {
				continue
			}
			v := ExaminationView{c.PartyByID(e.PartyID).Mark(), e.MadeOn, e.Authentic, e.Lawful, e.Relevant, e.Remark}
			if at, again := said[e.PartyID]; again {
				list[i].Examined[at] = v
				continue
			}
			said[e.PartyID] = len(list[i].Examined)
			list[i].Examined = append(list[i].Examined, v)
		}
	}
}

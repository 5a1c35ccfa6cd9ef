package casework

import (
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/workflows"
)

// RecordSuit notes what a party asked a court for about an award: to sue, to set it aside, not to
// enforce it (记录起诉、申请撤销、申请不予执行). One worker's suit leaves the award to the others.
type RecordSuit struct {
	Dated
	Kind    string   `json:"kind" enum:"suit,set-aside,no-enforcement" doc:"起诉、申请撤销还是申请不予执行 Suit, application to set aside, or not to enforce"`
	Side    string   `json:"side,omitempty" enum:"applicant,respondent" doc:"哪一方；写了当事人的不填 Which side; not needed with the party"`
	Party   string   `json:"party,omitempty" maxLength:"8" doc:"哪位当事人，如 申1 Which party, as 申1"`
	Award   int      `json:"award,omitempty" minimum:"0" doc:"哪一份裁决的分号，只有一份的不填 Branch number of the award; not needed if there is one"`
	Workers []string `json:"workers,omitempty" maxItems:"300" doc:"单位只对其中几位劳动者的，写他们的编号 The workers it concerns, if an employer's move is not about all"`
	Court   string   `json:"court" minLength:"2" maxLength:"100" doc:"法院 Court"`
}

func (RecordSuit) Event() workflows.Event { return workflows.RecordSuit }

// Tell says which award and who, so that the law can say whether this side may.
func (s RecordSuit) Tell(a *Act, f *workflows.Facts) error {
	row, err := a.awardNo(s.Award)
	if err != nil {
		return err
	}
	p, err := s.who(a)
	if err != nil {
		return err
	}
	of := workflows.AwardOf{Award: row.No}
	if p.Kind == "worker" {
		of.Worker = p.Mark()
	}
	f.Act.After.Award, f.Act.After.Court = &of, workflows.CourtKind(s.Kind)
	for i, w := range s.Workers {
		if !slices.Contains(a.Case.Workers(), w) {
			return bad("workers."+itoa(i), "本案没有这位劳动者，请写编号，如 申1。", "There is no such worker in this case; please give the number, as 申1.")
		}
	}
	return nil
}

func (s RecordSuit) who(a *Act) (*models.Party, error) {
	for i := range a.Case.Parties {
		p := &a.Case.Parties[i]
		if s.Party == p.Mark() || s.Party == "" && string(p.Side) == s.Side {
			return p, nil
		}
	}
	return nil, bad("party", "请写明是哪位当事人，如 申1、被1。", "Please say which party, as 申1 or 被1.")
}

func (s RecordSuit) Apply(a *Act) error {
	row, err := a.awardNo(s.Award)
	if err != nil {
		return err
	}
	p, err := s.who(a)
	if err != nil {
		return err
	}
	m := models.CourtMove{Child: a.child(), No: len(a.Case.CourtMoves) + 1, Kind: workflows.CourtKind(s.Kind), AwardNo: row.No, Party: p.Mark(), Worker: p.Kind == "worker",
		Workers: strings.Join(s.Workers, ","), Court: s.Court, FiledOn: a.On}
	a.Case.CourtMoves = append(a.Case.CourtMoves, m)
	a.Case.Change(&a.Case.CourtMoves[len(a.Case.CourtMoves)-1])
	if m.Kind != workflows.NoEnforcement && a.Case.SuitOn.IsZero() {
		a.Case.SuitOn = a.On
	}
	a.Detail["kind"], a.Detail["party"], a.Detail["award"], a.Detail["no"] = s.Kind, m.Party, row.Number, m.No
	return nil
}

// RecordRuling notes how the court ended it, on the day its judgment or ruling was served (记录法院结果).
type RecordRuling struct {
	Dated
	Move    int    `json:"move" minimum:"1" doc:"哪一件起诉或者申请，序号 Which suit or application, by its number"`
	Outcome string `json:"outcome" enum:"judged,changed,settled,withdrawn,late,not-dispute,granted,refused" doc:"结果 Outcome"`
	Cause   string `json:"cause,omitempty" enum:"new-evidence,law,fact,procedure" doc:"改变的原因 Why the court changed it"`
}

func (RecordRuling) Event() workflows.Event { return workflows.RecordRuling }

func (r RecordRuling) Tell(a *Act, f *workflows.Facts) error {
	m := r.at(a)
	f.Act.After.Told, f.Act.After.MoveOpen = true, m != nil && m.Outcome == workflows.Pending
	if m == nil {
		return nil // the law says that there is none
	}
	if a.On.Before(m.FiledOn) {
		return bad("on", "裁判不能早于起诉或者申请那天（"+m.FiledOn.String()+"）。", "It cannot be before the suit or application ("+m.FiledOn.String()+").")
	}
	f.Act.After.Court, f.Act.After.Ruling = m.Kind, workflows.Ruling(r.Outcome)
	return nil
}

func (r RecordRuling) at(a *Act) *models.CourtMove {
	for i := range a.Case.CourtMoves {
		if a.Case.CourtMoves[i].No == r.Move {
			return &a.Case.CourtMoves[i]
		}
	}
	return nil
}

func (r RecordRuling) Apply(a *Act) error {
	m := r.at(a)
	m.Outcome, m.Cause, m.RuledOn = workflows.Ruling(r.Outcome), r.Cause, a.On
	a.Case.Change(m)
	a.Detail["no"], a.Detail["outcome"] = m.No, r.Outcome
	return nil
}

package casework

import (
	"slices"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// TakeEffect puts on record that awards have come into force, each for its workers (裁决生效). The clock takes it.
type TakeEffect struct{ Dated }

func (TakeEffect) Event() workflows.Event { return workflows.TakeEffect }

func (TakeEffect) Apply(a *Act) error {
	f := a.Case.Facts(a.Rules, a.Tx.Today())
	f.On = a.On
	var said []string
	for _, e := range f.Unnoted() {
		row := a.force(e)
		row.InForceOn, row.NotedOn = e.On, a.Tx.Today()
		a.Case.Change(row)
		said = append(said, e.Worker)
	}
	slices.Sort(said)
	a.Detail["workers"] = slices.Compact(said)
	return nil
}

// force is the row of one award and worker; the law has derived it with the step before.
func (a *Act) force(e workflows.Force) *models.AwardForce {
	for i := range a.Case.Forces {
		if x := &a.Case.Forces[i]; x.AwardNo == e.Award && x.Party == e.Worker {
			return x
		}
	}
	a.Case.Forces = append(a.Case.Forces, models.AwardForce{Child: a.child(), AwardNo: e.Award, Party: e.Worker})
	return &a.Case.Forces[len(a.Case.Forces)-1]
}

// ProveEffect draws up the proof that an award binds for one worker (出具生效证明), which the court asks
// for with an application for enforcement.
type ProveEffect struct {
	Dated
	Award int    `json:"award,omitempty" minimum:"0" doc:"哪一份裁决的分号，只有一份的不填 Branch number of the award; not needed if there is one"`
	Party string `json:"party,omitempty" maxLength:"8" doc:"哪位劳动者，只有一位的不填，如 申1 Which worker, as 申1; not needed if there is one"`
}

func (ProveEffect) Event() workflows.Event { return workflows.ProveEffect }

func (p ProveEffect) Tell(a *Act, f *workflows.Facts) error {
	of, err := p.of(a)
	if err == nil {
		f.Act.After.Award = &of
	}
	return err
}

func (p ProveEffect) of(a *Act) (workflows.AwardOf, error) {
	row, err := a.awardNo(p.Award)
	if err != nil {
		return workflows.AwardOf{}, err
	}
	w, err := a.oneWorker(p.Party)
	return workflows.AwardOf{Award: row.No, Worker: w}, err
}

// oneWorker is the worker named, or the only one.
func (a *Act) oneWorker(mark string) (string, error) {
	list := a.Case.Workers()
	if mark == "" && len(list) == 1 {
		return list[0], nil
	}
	if !slices.Contains(list, mark) {
		return "", bad("party", "请写明是哪位劳动者，如 申1。", "Please say which worker, as 申1.")
	}
	return mark, nil
}

func (p ProveEffect) Apply(a *Act) error {
	of, err := p.of(a)
	if err != nil {
		return err
	}
	row, err := a.awardNo(p.Award)
	if err != nil {
		return err
	}
	for _, e := range workflows.Forces(a.Case.Facts(a.Rules, a.Tx.Today())) {
		if e.Award == of.Award && e.Worker == of.Worker {
			a.say(documents.FieldUntil, e.On.String())
			a.say(documents.FieldReason, e.Law.ZH)
		}
	}
	w, err := a.party(of.Worker)
	if err != nil {
		return err
	}
	a.say(documents.FieldPerson, w.Name)
	a.say(documents.FieldItems, row.Number)
	a.Detail["award"], a.Detail["party"] = row.Number, of.Worker
	return nil
}

// ForwardPreservation forwards a party's application to preserve property to the court (移送财产保全申请).
type ForwardPreservation struct {
	Dated
	Court string `json:"court" minLength:"2" maxLength:"100" doc:"法院 Court"`
	Items string `json:"items" minLength:"2" maxLength:"1000" doc:"申请保全的财产和理由 The property and why"`
}

func (ForwardPreservation) Event() workflows.Event { return workflows.ForwardPreservation }

func (p ForwardPreservation) Apply(a *Act) error {
	a.Case.PreservedOn = a.On
	a.say(documents.FieldToCourt, p.Court)
	a.say(documents.FieldItems, p.Items)
	a.Detail["court"] = p.Court
	return nil
}

// ApproveDisposal approves that a file whose time has run may be destroyed (批准销毁). Nothing is deleted by it.
type ApproveDisposal struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"500" doc:"鉴定意见 What the appraisal of the file says"`
}

func (ApproveDisposal) Event() workflows.Event { return workflows.ApproveDisposal }

func (ApproveDisposal) Apply(a *Act) error {
	a.Case.DisposedOn = a.On
	return models.DropWorkbooks(a.Tx, a.Case)
}

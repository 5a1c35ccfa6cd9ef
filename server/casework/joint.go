package casework

import (
	"strconv"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// wide is a command that other cases take part in (合并审理).
type wide interface {
	// wider names the other cases, and what each of them does.
	wider(a *Act) ([]alongside, error)
}

// alongside is one other case with its own command. Place is the field that named it, if one did.
type alongside struct {
	ref   string
	cmd   Command
	place string
}

// beside takes the step in the other cases as well: each through the same door, with its own right, law,
// event, clocks and papers, in the one transaction. If one of them refuses, nothing has happened in any.
func (a *Act) beside(cmd Command, done *Done) error {
	w, ok := cmd.(wide)
	if !ok {
		return nil
	}
	others, err := w.wider(a)
	if err != nil {
		return err
	}
	for _, o := range others {
		if err := a.inOther(o); err != nil {
			return err
		}
		done.Beside = append(done.Beside, o.ref)
	}
	return nil
}

func (a *Act) inOther(o alongside) error {
	c, err := models.LockCase(a.Tx, o.ref)
	if err != nil {
		return o.unknown(err)
	}
	x, err := a.Desk.admitted(a.Tx, a.Who, c, o.cmd.Event())
	if err != nil {
		return o.unknown(err)
	}
	_, err = x.carryOut(o.cmd, Options{Version: &c.Version})
	return o.inWords(c, err)
}

// unknown says the same of a case that does not exist and of one that is none of theirs.
func (o alongside) unknown(err error) error {
	if !fault.Is(err, fault.NotFound) && !fault.Is(err, fault.Forbidden) {
		return err
	}
	says := text("没有这个案件，或者您不是该案仲裁庭的首席（独任）仲裁员。", "There is no such case, or you do not preside over it.")
	if o.place == "" {
		return fault.Refuse("joint-other-tribunal", text("合并审理的另一件已经换了仲裁庭，请先退出合并审理。", "One of the cases heard together has another tribunal by now: leave the joint hearing first."), workflows.JointSameTribunal.Law)
	}
	return fault.Bad(o.place, says)
}

// inWords says in which of the cases the step is refused.
func (o alongside) inWords(c *models.Case, err error) error {
	e := fault.As(err)
	if e == nil || e.Kind != fault.Refused {
		return err
	}
	in := *e
	in.Says = law.Text{ZH: "合并审理的" + c.CaseNumber() + "：" + e.Says.ZH, EN: "In " + c.CaseNumber() + ", heard together: " + e.Says.EN}
	return &in
}

// JoinHearing puts other cases together with this one (合并审理): like disputes with one employer, before
// one tribunal. From then on a hearing day is set for all of them at once.
type JoinHearing struct {
	Dated
	Cases    []string `json:"cases" minItems:"1" maxItems:"50" doc:"一并审理的其他案件，案号或者查询号 The other cases, by number or reference"`
	Ground   string   `json:"ground" enum:"like-claims,common-subject" doc:"合并的情形 Why: like claims, or one common subject"`
	AllAgree bool     `json:"all_agree,omitempty" doc:"各案当事人都同意合并审理 The parties of every case agree"`

	lead *models.Case // whom a case joins; nil for the case that the step is taken in
}

func (JoinHearing) Event() workflows.Event { return workflows.JoinHearing }

func (j JoinHearing) Tell(a *Act, f *workflows.Facts) error {
	f.Act.Joint = workflows.JointParticulars{Given: true, Ground: workflows.JointGround(j.Ground), Agreed: j.AllAgree}
	if j.lead == nil {
		seen := map[string]bool{a.Case.Ref: true, a.Case.CaseNumber(): true}
		for i, ref := range j.Cases {
			if seen[ref] {
				return bad("cases."+itoa(i), "请写别的案件，每件一次。", "Please name other cases, each once.")
			}
			seen[ref] = true
		}
		return nil
	}
	p := &f.Act.Joint
	p.Elsewhere, p.OtherTribunal, p.Unlike = len(a.Case.JointWith) > 0, !a.Case.SameTribunal(j.lead), !a.Case.Alike(j.lead)
	return nil
}

// Apply makes the group, or takes the case into it.
func (j JoinHearing) Apply(a *Act) error {
	switch {
	case j.lead != nil:
		a.Case.JointID = j.lead.JointID
	case len(a.Case.JointWith) == 0:
		g := models.JointHearing{CommissionID: a.Case.CommissionID, Ground: workflows.JointGround(j.Ground), FormedOn: a.On}
		if err := a.Tx.Create(&g).Error; err != nil {
			return err
		}
		a.Case.JointID = &g.ID
	}
	a.Detail["ground"] = j.Ground
	return nil
}

func (j JoinHearing) wider(a *Act) (list []alongside, err error) {
	for i, ref := range j.Cases {
		list = append(list, alongside{ref, JoinHearing{Dated: j.Dated, Ground: j.Ground, AllAgree: j.AllAgree, lead: a.Case}, "cases." + itoa(i)})
	}
	return list, nil
}

// LeaveJoint lets a case go on by itself again (退出合并审理). Its hearing day stays until another is set.
type LeaveJoint struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"理由 Reason"`
}

func (LeaveJoint) Event() workflows.Event { return workflows.LeaveJoint }

func (l LeaveJoint) Apply(a *Act) error {
	a.Case.JointID, a.Case.JointWith = nil, nil
	return nil
}

// group are the other cases of the group that the hearing day is also set for: those that wait for
// one, and at an adjournment those that are being heard.
func (s Sitting) group(a *Act, d Dated, heard bool) (list []alongside) {
	for _, m := range a.Case.JointWith {
		switch {
		case m.State == workflows.Accepted || m.State == workflows.Scheduled:
			list = append(list, alongside{ref: m.Ref, cmd: ScheduleHearing{d, s}})
		case m.State == workflows.Hearing && heard:
			list = append(list, alongside{ref: m.Ref, cmd: AdjournHearing{d, s}})
		}
	}
	return list
}

func (s ScheduleHearing) wider(a *Act) ([]alongside, error) {
	return s.group(a, s.Dated, false), nil
}

func (s AdjournHearing) wider(a *Act) ([]alongside, error) {
	return s.group(a, s.Dated, true), nil
}

func (g GrantPostponement) wider(a *Act) ([]alongside, error) {
	return g.group(a, g.Dated, false), nil
}

// JointView is the group of a case: how many cases, and of those that the reader may see, which.
type JointView struct {
	Cases  int         `json:"cases" doc:"合并审理的案件数，含本案 Cases heard together, this one included"`
	Others []JointCase `json:"others,omitempty" doc:"其中您可以看的其他案件 Those of the others that you may see"`
}

// JointCase is one other case of the group.
type JointCase struct {
	Ref    string        `json:"ref"`
	Number string        `json:"number"`
	Due    calendar.Date `json:"due" doc:"最先到期的一日 Its first due day"`
}

// jointView shows the group. Whoever may not open another case of it learns only that it is there.
func (d *Desk) jointView(tx *models.Tx, c *models.Case, g policies.Grant) (*JointView, error) {
	if len(c.JointWith) == 0 {
		return nil, nil
	}
	v := &JointView{Cases: len(c.JointWith) + 1}
	for _, m := range c.JointWith {
		hs, err := models.HoldingsOn(tx, g.Actor(), &models.Case{CommissionID: c.CommissionID, ID: m.ID})
		if err != nil {
			return nil, err
		}
		if !d.gate.Any(hs, policies.ViewCase) {
			continue
		}
		x := JointCase{Ref: m.Ref, Number: m.Number}
		if m.DueKey != models.Far {
			x.Due = m.DueKey
		}
		v.Others = append(v.Others, x)
	}
	return v, nil
}

// jointExcept says on the road of the case that it is heard together with others.
func jointExcept(c *models.Case) []ExceptView {
	n := strconv.Itoa(len(c.JointWith))
	if n == "0" {
		return nil
	}
	return []ExceptView{{text("合并审理", "Heard together"), text("与另外 "+n+" 件案件合并审理；案号、期限和裁决各自计算。", "Heard together with "+n+" other cases; number, periods and award stay apart."), workflows.JointAlike.Law}}
}

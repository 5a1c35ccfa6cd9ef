package casework

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// AwardDraft is the award while it is written (裁决草稿), claim by claim, worked out as far as it can be: nothing is decided
// by it. It is the tribunal's alone.
type AwardDraft struct {
	Ref     string      `json:"ref"`
	Draft   int         `json:"draft" doc:"草稿的版次；没有草稿为 0 The draft's version; 0 without one"`
	SavedAt time.Time   `json:"saved_at,omitzero"`
	SavedBy string      `json:"saved_by,omitempty"`
	Typed   Typed       `json:"-"`
	Fields  []AwardSaid `json:"fields" doc:"表单里写的，按字段名 What stands in the form, by the names of its fields"`
	Items   []AwardLine `json:"items"`
	Decided []int       `json:"decided,omitempty" doc:"已经先行裁决的请求 Claims that a partial award decided"`
	Claimed claims.Fen  `json:"claimed" doc:"主张合计（元）Claimed, together"`
	Awarded claims.Fen  `json:"awarded" doc:"裁决合计（元）Awarded, together"`
	Missing int         `json:"missing" doc:"还没写完的有几项 How many items are not complete"`
	Texts   []AwardText `json:"texts" doc:"写到现在的裁决书 The awards as they would read so far"`
	Writes  bool        `json:"writes" doc:"本账号起草 This account writes it"`
}

// AwardLine is one claim: what was claimed, what it was worked out to, and what is still missing.
type AwardLine struct {
	No       int                 `json:"no"`
	Decision string              `json:"decision,omitempty" enum:"supported,partly,rejected"`
	Claimed  claims.Fen          `json:"claimed"`
	Money    bool                `json:"money"`
	Amount   claims.Fen          `json:"amount" doc:"裁决金额（元），没有写的用算出来的 Awarded; what was worked out where none was given"`
	Working  *claims.Calculation `json:"working,omitempty" doc:"按填的数算出来的 Worked out from the inputs"`
	Unworked *law.Text           `json:"unworked,omitempty" doc:"为什么算不出来 Why it cannot be worked out"`
	Final    *bool               `json:"final,omitempty"`
	Why      law.Text            `json:"why" doc:"为什么是终局或者非终局 Why it is final or not"`
	WhyLaw   law.Citation        `json:"why_law"`
	Lacks    []law.Text          `json:"lacks,omitempty" doc:"还缺什么 What is still missing"`
	Wrong    []fault.Field       `json:"wrong,omitempty" doc:"哪里不对 What is wrong with it"`
}

// Done says that nothing is missing from the item and nothing wrong with it.
func (l AwardLine) Done() bool { return len(l.Lacks)+len(l.Wrong) == 0 }

// AwardText is one of the award documents that would come of the draft.
type AwardText struct {
	Paper  workflows.Paper `json:"paper"`
	Name   law.Text        `json:"name"`
	Final  bool            `json:"final"`
	Claims []int           `json:"claims"`
	Amount claims.Fen      `json:"amount"`
	Text   string          `json:"text"`
}

// SaveAward is what was typed so far (保存裁决草稿).
type SaveAward struct {
	Fields []AwardSaid `json:"fields" maxItems:"40000" doc:"表单里写的，按字段名 What stands in the form, by the names of its fields"`
	Draft  int         `json:"draft,omitempty" minimum:"0" doc:"打开时草稿的版次，第一次为 0 The draft's version when it was opened; 0 for the first"`
}

// AwardSaid is one field as it was typed, right or wrong.
type AwardSaid struct {
	Name  string `json:"name" maxLength:"80" doc:"字段名，如 items.0.amount Name of the field"`
	Value string `json:"value" maxLength:"8000"`
}

// SeeAwardDraft works the draft out for those who sit; typed, if it is not nil, stands in for what was saved.
func (d *Desk) SeeAwardDraft(ctx context.Context, who policies.Actor, ref string, typed Typed) (*AwardDraft, error) {
	var out *AwardDraft
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.SeeAward)
		if err != nil {
			return err
		}
		if c.AcceptedOn.IsZero() || !c.ClosedOn.IsZero() {
			return noDraftNow()
		}
		a := &Act{Tx: tx, Case: c, Who: who, On: tx.Today(), Detail: models.Detail{}, Desk: d}
		if a.Rules, err = rules(tx, c.CommissionID); err != nil {
			return err
		}
		if out, err = a.storedDraft(); err != nil {
			return err
		}
		if typed != nil {
			out.Typed = typed.known().arranged(undecided(c))
		}
		out.Ref, out.Writes = c.Ref, g.May(policies.Acting(workflows.Tribunal)) && !c.Challenged(who.Account)
		out.Fields = out.Typed.fields()
		return a.workOut(out)
	})
	if err != nil {
		return nil, fmt.Errorf("see award draft: %w", err)
	}
	return out, nil
}

func noDraftNow() error {
	return fault.New(fault.Conflict, "no-award-now", text("受理以后、结案以前才起草裁决。", "An award is drafted after acceptance and before the case is closed."))
}

func (a *Act) storedDraft() (*AwardDraft, error) {
	out := &AwardDraft{Typed: Typed{}, Items: []AwardLine{}, Texts: []AwardText{}}
	row, err := models.AwardDraftOf(a.Tx, a.Case)
	if err != nil || row == nil {
		return out, err
	}
	if row.Typed != "" {
		if err := json.Unmarshal([]byte(row.Typed), &out.Typed); err != nil {
			return nil, err
		}
	}
	out.Typed = out.Typed.arranged(undecided(a.Case))
	out.Draft, out.SavedAt = row.Version, row.SavedAt.In(models.Zone)
	names, err := models.AccountNames(a.Tx, []int64{row.AccountID})
	out.SavedBy = names[row.AccountID]
	return out, err
}

// SaveAwardDraft keeps what was typed. Where somebody has saved since, nothing is overwritten, and the answer says so.
func (d *Desk) SaveAwardDraft(ctx context.Context, who policies.Actor, ref string, in SaveAward, o Options) (*DraftKept, error) {
	var out *DraftKept
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		c, err := models.LockCase(tx, ref)
		if err != nil {
			return err
		}
		a, err := d.admitted(tx, who, c, workflows.MakeAward.Proposal())
		if err != nil {
			return err
		}
		switch {
		case c.AcceptedOn.IsZero() || !c.ClosedOn.IsZero():
			return noDraftNow()
		case c.Challenged(who.Account):
			return fault.New(fault.Conflict, "challenged-pauses", text("有人申请您回避，决定作出以前您暂停办理本案。", "Your recusal was asked for: until it is decided you pause in this case."))
		}
		out, err = once(tx, who, o, func() (*DraftKept, error) { return a.keepAward(in) })
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("save award draft: %w", err)
	}
	return out, nil
}

func (a *Act) keepAward(in SaveAward) (*DraftKept, error) {
	had, err := models.AwardDraftOf(a.Tx, a.Case)
	if err != nil {
		return nil, err
	}
	version := 0
	if had != nil {
		version = had.Version
	}
	if in.Draft != version {
		return nil, a.draftChanged(had)
	}
	body, err := json.Marshal(typedOf(in.Fields).known())
	if err != nil {
		return nil, err
	}
	row := &models.AwardDraft{CommissionID: a.Case.CommissionID, CaseID: a.Case.ID, AccountID: a.Who.Account, Version: version + 1, Typed: string(body), SavedAt: a.Tx.Now}
	return &DraftKept{Draft: row.Version, SavedAt: row.SavedAt.In(models.Zone)}, models.KeepAwardDraft(a.Tx, row)
}

func (a *Act) draftChanged(had *models.AwardDraft) error {
	who, at := "—", ""
	if had != nil {
		names, err := models.AccountNames(a.Tx, []int64{had.AccountID})
		if err != nil {
			return err
		}
		who, at = names[had.AccountID], had.SavedAt.In(models.Zone).Format("15:04")
	}
	return fault.New(fault.Conflict, "draft-changed", law.Text{ZH: fmt.Sprintf("您打开以后，%s 在 %s 存过这份裁决草稿。您写的还在这里，没有覆盖；两份并列在页面上，看过以后再存。", who, at),
		EN: fmt.Sprintf("After you opened it, %s saved this draft at %s. What you wrote is still here and nothing was overwritten: both stand on the page, side by side.", who, at)})
}

// preview writes the awards that the complete items would make. The case in hand is thrown away afterwards.
func (a *Act) preview(out *AwardDraft, items []AwardItem) error {
	if len(items) == 0 {
		return nil
	}
	if err := (MakeAward{Items: items}).Apply(a); err != nil {
		return err
	}
	data, err := a.paperData()
	if err != nil {
		return err
	}
	for _, row := range a.Case.Awards {
		if row.Kind != models.WholeAward {
			continue
		}
		t := AwardText{Paper: workflows.AwardNonFinalPaper, Final: row.Final, Amount: row.Amount}
		if row.Final {
			t.Paper = workflows.AwardFinalPaper
		}
		t.Name, data.PaperNumber = documents.Name(t.Paper), row.Number
		if t.Text, err = documents.Draft(t.Paper, data); err != nil {
			return err
		}
		for _, i := range a.Case.AwardItems {
			if i.Kind == row.Kind && i.AwardNo == row.No {
				t.Claims = append(t.Claims, i.ClaimNo)
			}
		}
		out.Texts = append(out.Texts, t)
	}
	return nil
}

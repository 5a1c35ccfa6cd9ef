package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// DisposalsQuery is which archived files are wanted.
type DisposalsQuery struct {
	By    calendar.Date `query:"by" json:"by,omitempty" doc:"保存期在这一天或以前届满的，默认到昨天（今天可以报批的） Whose time ends on this day or earlier; yesterday if left out: what may be proposed today"`
	After string        `query:"after" json:"after,omitempty" maxLength:"40" doc:"从上一页的 next 往后 From the last page's next on"`
	Limit int           `query:"limit" json:"limit,omitempty" minimum:"1" maximum:"100" doc:"每页条数，默认 50 Rows a page"`
}

// Disposals is one page of the archived files whose time to be kept is over, the longest over first (待处置清单).
type Disposals struct {
	Today calendar.Date  `json:"today"`
	By    calendar.Date  `json:"by"`
	Law   law.Citation   `json:"law" doc:"保存期限的依据 The article on how long files are kept"`
	Rows  []DisposalView `json:"rows"`
	Next  string         `json:"next,omitempty" doc:"下一页 The next page's after"`
}

// DisposalView is one file; names of persons are not in it.
type DisposalView struct {
	Ref       string        `json:"ref"`
	Number    string        `json:"number,omitempty"`
	ModeName  law.Text      `json:"mode_name"`
	ClosedOn  calendar.Date `json:"closed_on"`
	Archived  calendar.Date `json:"archived_on"`
	KeptUntil calendar.Date `json:"kept_until" doc:"保存到这一天 Kept to this day"`
	May       bool          `json:"may" doc:"今天可以报批销毁 Its disposal may be proposed today"`
	Proposed  bool          `json:"proposed" doc:"已经报批，等待审批 Proposed, waits for approval"`
	Main      []VolumePart  `json:"main" doc:"正卷 Main volume"`
	Secret    []VolumePart  `json:"secret" doc:"副卷 Secret volume"`
}

// VolumePart is how much of one thing lies in a volume.
type VolumePart struct {
	Name law.Text `json:"name"`
	N    int      `json:"n"`
}

// SeeDisposals lists what may be disposed of, for those who propose or approve it.
func (d *Desk) SeeDisposals(ctx context.Context, who policies.Actor, q DisposalsQuery) (*Disposals, error) {
	var out *Disposals
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.holds(tx, who, policies.ViewDisposals)
		if err != nil {
			return err
		}
		if q.Limit == 0 {
			q.Limit = 50
		}
		if q.By.IsZero() {
			q.By = tx.Today().Next(-1)
		}
		out = &Disposals{Today: tx.Today(), By: q.By, Law: workflows.KeptLaw, Rows: []DisposalView{}}
		rows, next, err := models.ListDisposals(tx, commission, q.By, q.After, q.Limit)
		if err != nil {
			return err
		}
		out.Next = next
		for _, r := range rows {
			out.Rows = append(out.Rows, disposalView(r, out.Today))
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("disposals: %w", err)
	}
	return out, nil
}

func disposalView(r models.DisposalRow, today calendar.Date) DisposalView {
	papers := map[workflows.Volume]int{}
	for _, p := range r.Papers {
		papers[workflows.VolumeOfPaper(p)]++
	}
	name := text("文书", "Papers")
	return DisposalView{Ref: r.Ref, Number: r.Number, ModeName: r.Mode.Name(), ClosedOn: r.ClosedOn, Archived: r.Archived, KeptUntil: r.KeptUntil,
		May: today.After(r.KeptUntil), Proposed: r.Proposed,
		Main: parts(VolumePart{name, papers[workflows.MainVolume]}, VolumePart{text("证据和送达凭证", "Exhibits and proofs of service"), r.Exhibits}),
		Secret: parts(VolumePart{name, papers[workflows.SecretVolume]}, VolumePart{text("评议意见", "Opinions in deliberation"), r.Votes},
			VolumePart{text("审批记录", "Approvals"), r.Approvals})}
}

// parts leaves out what is not there.
func parts(all ...VolumePart) []VolumePart {
	list := []VolumePart{}
	for _, p := range all {
		if p.N > 0 {
			list = append(list, p)
		}
	}
	return list
}

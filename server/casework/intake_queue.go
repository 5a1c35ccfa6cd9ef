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

// QueueQuery narrows the queue of applications (待立案).
type QueueQuery struct {
	Waits  string `query:"waits" json:"waits,omitempty" enum:"decision,correction,mediation" doc:"等什么：受理决定（默认）、申请人补正、暂缓受理期间的调解 What it waits for: our decision (if left out), the applicant's correction, a mediation during which acceptance is on hold"`
	Light  string `query:"light" json:"light,omitempty" enum:"black,red,amber,green,grey" doc:"只看某一灯色 One light only"`
	Search string `query:"q" json:"q,omitempty" maxLength:"60" doc:"查询号、名称（拼音也行）、信用代码、身份证号或末六位 Reference, name (or spelling), credit code, resident ID or its last six signs"`
	After  string `query:"after" json:"after,omitempty" maxLength:"40" doc:"从上一页的 next 往后 From the last page's next on"`
	Limit  int    `query:"limit" json:"limit,omitempty" minimum:"1" maximum:"100" doc:"每页件数，默认 50 Rows a page"`
}

// Queue is one page of the applications before a commission, the first due first.
type Queue struct {
	Waits  string        `json:"waits"`
	Today  calendar.Date `json:"today"`
	Rows   []QueueRow    `json:"rows"`
	Next   string        `json:"next,omitempty" doc:"下一页 The next page's after"`
	Total  int           `json:"total"`
	More   bool          `json:"more,omitempty" doc:"实际多于 total There are more than total"`
	Lights []LightCount  `json:"lights" doc:"按灯计数 Counted by light"`
}

// QueueRow is one application as a clerk picks it up.
type QueueRow struct {
	DocketRow
	WorkingDays bool                  `json:"working_days" doc:"剩余天数按工作日计 Left is in working days"`
	Claims      int                   `json:"claims" doc:"请求项数 How many claims"`
	Came        string                `json:"came" enum:"transfer,mediation,online,counter" doc:"怎么来的：移送、调解转来、网上、窗口 How it came"`
	CameName    law.Text              `json:"came_name"`
	Oral        bool                  `json:"oral,omitempty" doc:"口头申请 An oral application"`
	ReceivedOn  calendar.Date         `json:"received_on" doc:"收到之日，补正的为补齐之日 The day of receipt, which moves with a correction"`
	Missing     int                   `json:"missing" doc:"核对清单缺几项 How many fields the checklist lacks"`
	Doubts      int                   `json:"doubts" doc:"四项审查里看不出符合的有几项 How many of the four tests are not seen to hold"`
	Asked       calendar.Date         `json:"asked_on" doc:"通知补正之日 Correction asked on"`
	MendBy      calendar.Date         `json:"mend_by" doc:"限期补正的最后一日 To be mended by"`
	Mended      calendar.Date         `json:"mended_on" doc:"补齐之日 Mended on"`
	Marks       int                   `json:"marks" doc:"标了几处 How many fields were marked"`
	Open        int                   `json:"open_marks" doc:"还有几处没补 How many are not mended"`
	Duplicates  int                   `json:"duplicates" doc:"可能是同一争议的其他案件，最多数到 21 Other cases that may be about the same matter, counted up to 21"`
	Act         workflows.Event       `json:"act,omitempty" doc:"下一步是哪一步 The step to be taken next"`
	ActName     law.Text              `json:"act_name" doc:"下一步，一句话 What to do next"`
	Lines       []workflows.CheckLine `json:"lines,omitempty" doc:"缺的各项 What is lacking"`
}

// SeeQueue lists the applications before the commission of a registry clerk. The list itself is the docket's, one more
// condition in its query; what stands in a row besides is read for the whole page at once.
func (d *Desk) SeeQueue(ctx context.Context, who policies.Actor, q QueueQuery) (*Queue, error) {
	if q.Waits == "" {
		q.Waits = models.WaitsForUs
	}
	if q.Limit == 0 {
		q.Limit = 50
	}
	out := &Queue{Waits: q.Waits, Rows: []QueueRow{}}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		scope, err := d.registryOf(tx, who)
		if err != nil {
			return err
		}
		out.Today = tx.Today()
		page, err := models.ListCases(tx, scope, models.ListQuery{State: string(workflows.Filed), Waits: q.Waits, Light: q.Light, Search: q.Search, After: q.After, Limit: q.Limit})
		if err != nil {
			return err
		}
		out.Next, out.Total, out.More = page.Next, page.Total, page.More
		for _, l := range page.Lights {
			out.Lights = append(out.Lights, LightCount{workflows.Light(l.Light), l.N, l.More})
		}
		return d.queueRows(tx, scope.Commission(), page.Rows, out)
	})
	if err != nil {
		return nil, fmt.Errorf("queue: %w", err)
	}
	return out, nil
}

// registryOf is the list of the commission in whose registry somebody works.
func (d *Desk) registryOf(tx *models.Tx, who policies.Actor) (policies.Scope, error) {
	p, err := d.post(tx, who, policies.ViewIntake)
	if err != nil {
		return policies.Scope{}, err
	}
	for _, s := range d.gate.Scopes(who, []policies.Post{p}) {
		if s.Commission() == p.Commission {
			return s, nil
		}
	}
	return policies.Scope{}, policies.Forbid()
}

func (d *Desk) queueRows(tx *models.Tx, commission int64, rows []models.ListRow, out *Queue) error {
	ids := make([]int64, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	filed, err := models.FiledCases(tx, commission, ids)
	if err != nil {
		return err
	}
	com, err := models.CommissionByID(tx, commission)
	if err != nil {
		return err
	}
	in, err := rules(tx, commission)
	if err != nil {
		return err
	}
	for _, r := range rows {
		row := QueueRow{DocketRow: docketRow(r, tx.Today(), in.Days), WorkingDays: r.DuePeriod == workflows.AcceptancePeriod}
		row.fill(filed[r.ID], workflows.AreaOf(com.Name), tx.Today())
		out.Rows = append(out.Rows, row)
	}
	return nil
}

// fill adds what the checklist says, how the case came, where a correction stands, and what to do next.
func (r *QueueRow) fill(f *models.Filed, area string, today calendar.Date) {
	c := &f.Case
	r.Claims, r.Duplicates = len(c.Claims), f.Duplicates
	r.Came, r.CameName = came(f)
	list := workflows.Checklist(c.Filing(area, f.Exhibits, today))
	r.Lines = workflows.Lacking(list)
	r.Missing = len(r.Lines)
	for _, l := range list {
		if l.Field == "" && !l.Hint && !l.OK {
			r.Doubts++
		}
	}
	if app := c.Application(); app != nil {
		r.Oral, r.ReceivedOn = app.Oral, app.ReceivedOn
	}
	if n := c.Correction(); n != nil {
		r.Asked, r.MendBy, r.Mended = n.AskedOn, n.MendBy, n.CompletedOn
		for _, d := range c.Defects {
			if d.CorrectionID == n.ID {
				r.Marks++
			}
		}
		r.Open = len(c.OpenDefects())
	}
	r.Act, r.ActName = r.next(c, today)
}

// came says how an application reached the commission.
func came(f *models.Filed) (string, law.Text) {
	switch {
	case f.Case.Transfer != nil:
		return "transfer", text("其他仲裁委移送", "transferred here")
	case f.Mediated:
		return "mediation", text("调解转来", "from mediation")
	case f.Online || f.By == workflows.Applicant:
		return "online", text("网上", "online")
	}
	return "counter", text("窗口", "at the counter")
}

// next is the one act that an application waits for now. It suggests; what may be done stands in the table of the law.
func (r *QueueRow) next(c *models.Case, today calendar.Date) (workflows.Event, law.Text) {
	switch {
	case c.Proposal != nil:
		return c.Proposal.Event, text("等待审批："+nameOf(c.Proposal.Event).ZH, "waits for approval: "+nameOf(c.Proposal.Event).EN)
	case c.Transfer != nil && c.Transfer.TakenOn.IsZero():
		return workflows.TakeOver, text("接收移送", "take it over")
	case !r.Asked.IsZero() && r.Mended.IsZero() && !r.MendBy.IsZero() && today.After(r.MendBy):
		return workflows.RefuseAcceptance, text("逾期没有补，决定是否受理", "not mended in time: decide")
	case !r.Asked.IsZero() && r.Mended.IsZero():
		return workflows.CompleteCorrection, text("等申请人补正", "the applicant mends it")
	case r.NextWho != workflows.Registry:
		return "", text("等调解结果", "the mediation goes on")
	case r.Asked.IsZero() && r.Missing > 0:
		return workflows.AskCorrection, text(fmt.Sprintf("通知补正 %d 项", r.Missing), fmt.Sprintf("ask for corrections: %d", r.Missing))
	}
	return workflows.Accept, text("审查，决定是否受理", "look it over and decide")
}

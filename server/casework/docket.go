package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// DocketQuery is which list is wanted, filtered how, and from where on. Every list is filtered,
// sorted and paged in the database, inside the scope of the person who asks.
type DocketQuery struct {
	List   string `query:"list" json:"list,omitempty" enum:"office,organisation,own" doc:"哪张清单 Which list; the widest one if left out"`
	State  string `query:"state" json:"state,omitempty" maxLength:"20" doc:"只看某一状态 One state only"`
	Search string `query:"q" json:"q,omitempty" maxLength:"60" doc:"案号、查询号、当事人名称（也可用曾用名、拼音、首字母）、信用代码、身份证号或末六位（本会的列表；自己的列表只认自己的） Number, reference, name (or former name, pinyin, first letters), credit code, resident ID or its last six signs (the office list; in one's own list only one's own)"`
	Light  string `query:"light" json:"light,omitempty" enum:"black,red,amber,green,grey" doc:"只看某一灯色，按最先到期的期限 One light only, that of the first due date"`
	Within int    `query:"within" json:"within,omitempty" minimum:"0" maximum:"60" doc:"只看几日内到期的，自然日，含当日 Due within so many natural days only, today included"`
	Halted bool   `query:"halted" json:"halted,omitempty" doc:"只看停钟的 Only those whose award clock stands still"`
	Of     int64  `query:"of" json:"of,omitempty" minimum:"0" doc:"只看某仲裁员的，本会清单才有 Only those in whose tribunal this account sits; of a commission's list"`
	Sort   string `query:"sort" json:"sort,omitempty" enum:"due,hearing,number" doc:"怎么排：先到期（默认）、先开庭、按案号；没有的排在后面 By what it is sorted: the first due (if left out), the next hearing, the number; what has none comes last"`
	Closed bool   `query:"closed" json:"closed,omitempty" doc:"包括已办结的；当事人的清单总是包括 With those that are done; a party's own list always has them"`
	After  string `query:"after" json:"after,omitempty" maxLength:"40" doc:"从上一页的 next 往后 From the last page's next on"`
	Limit  int    `query:"limit" json:"limit,omitempty" minimum:"1" maximum:"100" doc:"每页件数，默认 50 Rows a page"`
}

// Docket is one page of a list (我的案件).
type Docket struct {
	List    string        `json:"list"`
	Lists   []string      `json:"lists" doc:"可看的清单 Lists that the person may see"`
	Today   calendar.Date `json:"today"`
	Rows    []DocketRow   `json:"rows"`
	Next    string        `json:"next,omitempty" doc:"下一页 The next page's after"`
	Total   int           `json:"total" doc:"符合条件的件数，数到一千为止 How many there are, counted up to a thousand"`
	More    bool          `json:"more,omitempty" doc:"实际多于 total There are more than total"`
	Lights  []LightCount  `json:"lights" doc:"按灯计数 Counted by light"`
	MayOpen bool          `json:"may_open" doc:"可以登记新案 May open a case"`

	Services []ServiceTask `json:"services,omitempty" doc:"送达待办：没有送到的、没有回音的 Papers that failed to reach somebody, or were not heard of"`
}

// LightCount is how many open cases show a light.
type LightCount struct {
	Light workflows.Light `json:"light"`
	N     int             `json:"n"`
	More  bool            `json:"more,omitempty" doc:"实际多于 n There are more than n"`
}

// DocketRow is one case in a list.
type DocketRow struct {
	Ref         string             `json:"ref"`
	Number      string             `json:"number,omitempty"`
	State       workflows.State    `json:"state"`
	StateName   law.Text           `json:"state_name"`
	Applicants  string             `json:"applicants"`
	Respondents string             `json:"respondents"`
	Cause       law.Text           `json:"cause"`
	Amount      claims.Fen         `json:"amount"`
	Next        law.Text           `json:"next" doc:"现在由谁办 Who acts next"`
	NextWho     workflows.Capacity `json:"-"`
	Due         calendar.Date      `json:"due"`
	Light       workflows.Light    `json:"light"`
	Left        int                `json:"left"`
	HearingOn   calendar.Date      `json:"hearing_on"`
	OpenedOn    calendar.Date      `json:"opened_on"`
	Preparing   bool               `json:"preparing" doc:"等待开庭，需看庭前准备 A hearing is still to come"`

	Hits  []SearchHit      `json:"hits,omitempty" doc:"为什么找到 Why the search found it"`
	Lacks []workflows.Lack `json:"lacks,omitempty" doc:"开庭还缺什么；等待开庭而没有的，准备齐了 What the hearing still waits for; none while preparing: ready"`
}

// SearchHit is why a search found a case (命中原因).
type SearchHit struct {
	By    string `json:"by" enum:"reference,number,id,id-tail,credit-code,name,former-name,spelling" doc:"凭什么 By what"`
	Party string `json:"party,omitempty" doc:"哪一方当事人 Which party"`
	Name  string `json:"name,omitempty" doc:"登记的名称 The name on record"`
}

// SeeDocket lists cases for somebody who works on them or is in them.
func (d *Desk) SeeDocket(ctx context.Context, who policies.Actor, q DocketQuery) (*Docket, error) {
	var out *Docket
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		posts, err := models.PostsOf(tx, who.Account)
		if err != nil {
			return err
		}
		scope, names, err := pick(d.gate.Scopes(who, posts), q.List)
		if err != nil {
			return err
		}
		q.Closed = q.Closed || onlyParty(posts) // a mediation that failed is done, and is where the party goes on
		_, _, mayOpen := d.opening(posts)
		out = &Docket{List: listName(scope), Lists: names, Today: tx.Today(), MayOpen: mayOpen == nil}
		if q.After == "" && q.Search == "" && serves(posts) {
			if out.Services, err = d.serviceTasks(tx, scope); err != nil {
				return err
			}
		}
		return d.fillDocket(tx, scope, q, out)
	})
	if err != nil {
		return nil, fmt.Errorf("docket: %w", err)
	}
	return out, nil
}

// onlyParty says whether somebody uses the program as a party or an agent alone.
func onlyParty(posts []policies.Post) bool {
	for _, p := range posts {
		if p.Role != policies.Worker && p.Role != policies.Employer && p.Role != policies.Agent {
			return false
		}
	}
	return len(posts) > 0
}

// serves says whether papers are among somebody's work: those of the registry, the recorders and the mediators.
func serves(posts []policies.Post) bool {
	for _, p := range posts {
		if p.Role == "intake" || p.Role == "recorder" || p.Role == "mediator" {
			return true
		}
	}
	return false
}

func listName(s policies.Scope) string { return string(s.Kind())[len("docket."):] }

func (d *Desk) fillDocket(tx *models.Tx, s policies.Scope, q DocketQuery, out *Docket) error {
	limit := q.Limit
	if limit == 0 {
		limit = 50
	}
	page, err := models.ListCases(tx, s, models.ListQuery{State: q.State, Search: q.Search, Light: q.Light, Within: q.Within, Halted: q.Halted, Of: q.Of, Closed: q.Closed, Sort: q.Sort, After: q.After, Limit: limit})
	if err != nil {
		return err
	}
	out.Next, out.Total, out.More = page.Next, page.Total, page.More
	days := map[int64]*calendar.Holidays{} // parties may have cases at several commissions
	for _, r := range page.Rows {
		if days[r.CommissionID] == nil {
			law, err := rules(tx, r.CommissionID)
			if err != nil {
				return err
			}
			days[r.CommissionID] = law.Days
		}
		row := docketRow(r, tx.Today(), days[r.CommissionID])
		out.Rows = append(out.Rows, row)
	}
	for _, l := range page.Lights {
		out.Lights = append(out.Lights, LightCount{workflows.Light(l.Light), l.N, l.More})
	}
	return nil
}

// docketRow is a case of a list with its light on a day.
func docketRow(r models.ListRow, today calendar.Date, days *calendar.Holidays) DocketRow {
	row := DocketRow{Ref: r.Ref, Number: r.Number, State: r.State, StateName: r.State.Says().Staff, Applicants: r.Applicants, Respondents: r.Respondents,
		Cause: causeName(r.Cause), Amount: r.Amount, Next: capacityNames[workflows.Capacity(r.NextWho)], NextWho: workflows.Capacity(r.NextWho), HearingOn: r.HearingOn, OpenedOn: r.OpenedOn}
	if row.Preparing = r.State.Preparing(); row.Preparing {
		row.Lacks = r.Ready.Lacks(today)
	}
	for _, h := range r.Hits {
		row.Hits = append(row.Hits, SearchHit{By: h.By, Party: h.Mark, Name: h.Name})
	}
	row.Due, row.Light, row.Left = rowLight(r, today, days)
	return row
}

// rowLight is the light of the case's first due clock.
func rowLight(r models.ListRow, today calendar.Date, days *calendar.Holidays) (calendar.Date, workflows.Light, int) {
	if r.DueKey == models.Far || !r.Open {
		return none, workflows.Grey, 0
	}
	_, left := workflows.ClockAt{Period: r.DuePeriod, Due: r.DueKey}.LightOn(today, days)
	light := workflows.Green
	switch {
	case r.DueKey.Before(today):
		light = workflows.Black
	case !today.Before(r.RedOn):
		light = workflows.Red
	case !today.Before(r.AmberOn):
		light = workflows.Amber
	}
	return r.DueKey, light, left
}

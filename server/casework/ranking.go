package casework

import (
	"cmp"
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Who is proposed for a case follows one published rule (分案规则): whoever bears the least comes first. The rule
// counts points, and is blind to everything else: the same figures give the same order. It proposes; the head of
// the court, or the organisation's manager, decides.

// RankingRule is the version of the rule; it stands in the record beside what it proposed.
const RankingRule = "load-1"

// weight is what one case, period or hearing counts.
type weight struct {
	name   law.Text
	points int
	of     func(models.Loaded) int
}

var (
	seatWeights = []weight{
		{text("独任或者首席的在办案件，每件", "each open case alone or presiding"), 2, func(l models.Loaded) int { return l.Leads }},
		{text("作为合议庭成员的在办案件，每件", "each open case as a member"), 1, func(l models.Loaded) int { return l.Others }},
		{text("其中已经超期的，每件另加", "for each of these that is overdue"), 1, func(l models.Loaded) int { return l.Overdue }},
		{text("其中十日内到期的，每件另加", "for each due within ten days"), 1, func(l models.Loaded) int { return l.Soon }},
		{text("两周内要开庭的，每件另加", "for each heard in the coming two weeks"), 1, func(l models.Loaded) int { return l.Hearings }},
	}
	recorderWeights = []weight{
		{text("记录的在办案件，每件", "each open case they record"), 2, func(l models.Loaded) int { return l.Leads }},
		seatWeights[2], seatWeights[3], seatWeights[4],
	}
	mediatorWeights = []weight{
		{text("在办调解，每件", "each open mediation"), 2, func(l models.Loaded) int { return l.Leads }},
		{text("其中已经超期的，每件另加", "for each of these that is overdue"), 1, func(l models.Loaded) int { return l.Overdue }},
		{text("其中三日内到期的，每件另加", "for each due within three days"), 1, func(l models.Loaded) int { return l.Soon }},
	}
)

// WeightView is one line of the published rule.
type WeightView struct {
	Name   law.Text `json:"name"`
	Points int      `json:"points" doc:"分 Points"`
}

func weightViews(ws []weight) []WeightView {
	out := make([]WeightView, len(ws))
	for i, w := range ws {
		out[i] = WeightView{w.name, w.points}
	}
	return out
}

// Candidate is somebody who may get the case, at their place in the order.
type Candidate struct {
	Account  int64         `json:"account"`
	Name     string        `json:"name"`
	Place    int           `json:"place" doc:"名次，从 1 起 Place in the order, from 1"`
	Proposed int           `json:"proposed,omitempty" doc:"建议的第几位：1 独任、首席或者接手人，2、3 合议庭成员；0 不在建议里 1: alone, presiding or the one to take it; 2 and 3: members; 0: not proposed"`
	Points   int           `json:"points" doc:"负担分，越少越先 Points; the fewer, the earlier"`
	Open     int           `json:"open" doc:"在办 Open cases"`
	Leads    int           `json:"leads" doc:"其中独任或者首席 Of these alone or presiding"`
	Members  int           `json:"members" doc:"其中合议庭成员 Of these as a member"`
	Overdue  int           `json:"overdue"`
	Soon     int           `json:"soon" doc:"临近到期：仲裁十日内，调解三日内 Due soon: within ten days, of mediations three"`
	Hearings int           `json:"hearings" doc:"两周内开庭 Hearings in the coming two weeks"`
	Last     calendar.Date `json:"last" doc:"最近一次接案 When they last got a case"`
	Duty     bool          `json:"duty,omitempty" doc:"今天值班 On duty today"`
	Here     bool          `json:"here,omitempty" doc:"现在就在本案 Has the case already"`
	Against  []AgainstView `json:"against,omitempty" doc:"不宜办理的情形；有的不会被建议 What speaks against; such a one is not proposed"`
	Why      law.Text      `json:"why" doc:"排在这里的原因 Why at this place"`
}

// AgainstView is one thing that speaks against somebody.
type AgainstView struct {
	Kind models.Conflict `json:"kind"`
	Says law.Text        `json:"says"`
	Law  law.Citation    `json:"law"`
}

var againstWords = map[models.Conflict]AgainstView{
	models.PartyConflict:    {Says: text("是本案当事人", "is a party"), Law: law.Arbitration(33, 1)},
	models.AgentConflict:    {Says: text("是本案代理人", "is an agent in the case"), Law: law.Arbitration(33, 1)},
	models.UnitConflict:     {Says: text("在当事人单位任职", "works for a party"), Law: law.Arbitration(33, 1)},
	models.SpokeConflict:    {Says: text("两年内代理过当事人", "spoke for a party within two years"), Law: law.Arbitration(33, 1)},
	models.AcceptedConflict: {Says: text("经办本案立案", "registered this dispute"), Law: law.Arbitration(33, 1)},
	models.AdvisedConflict:  {Says: text("就本案答复过咨询", "gave advice in this dispute"), Law: law.Arbitration(33, 1)},
	models.ReviewedConflict: {Says: text("经办过本案调解协议的审查", "reviewed the agreement in this dispute"), Law: law.Arbitration(33, 1)},
	models.RecusedConflict:  {Says: text("已被决定回避", "was recused from this case"), Law: law.Arbitration(33, 1)},
	models.RevokedConflict:  {Says: text("同一当事人的裁决被撤销，是原仲裁员", "sat on a case of the same party whose award was revoked"), Law: law.Arbitration(33, 1)},
	models.MediatedConflict: {Says: text("调解过本案（双方书面同意的除外）", "mediated this dispute (unless both parties agree in writing)"), Law: law.Arbitration(33, 1)},
	alreadyThere:            {Says: text("已经在本案仲裁庭", "sits in this case already"), Law: law.Arbitration(31)},
}

// alreadyThere bars whoever sits in a case from a second seat of it.
const alreadyThere models.Conflict = "seated"

// Which conflicts count for whom.
func barsSeat(models.Conflict) bool { return true }

func barsRecorder(k models.Conflict) bool {
	return k != models.UnitConflict && k != models.SpokeConflict && k != models.RevokedConflict
}

func barsMediator(k models.Conflict) bool {
	return k == models.PartyConflict || k == models.AgentConflict || k == models.UnitConflict || k == models.SpokeConflict
}

// bars are the conflicts of one case by account.
type bars map[int64][]models.Conflict

// barsOf picks those of some cases that count for a seat.
func barsOf(list []models.Against, counts func(models.Conflict) bool, cases ...int64) bars {
	out := bars{}
	for _, a := range list {
		if counts(a.Kind) && slices.Contains(cases, a.CaseID) && !slices.Contains(out[a.AccountID], a.Kind) {
			out[a.AccountID] = append(out[a.AccountID], a.Kind)
		}
	}
	return out
}

// rank puts people in the order of the rule: who is on duty first (only mediators are), then the fewest points, then who got
// a case the longest ago, then the older account. Whoever is barred keeps the place and says why.
func rank(loads []models.Loaded, ws []weight, against bars) []Candidate {
	list := make([]Candidate, len(loads))
	for i, l := range loads {
		c := Candidate{Account: l.Account, Name: l.Name, Open: l.Open(), Leads: l.Leads, Members: l.Others, Overdue: l.Overdue, Soon: l.Soon, Hearings: l.Hearings, Last: l.Last, Duty: l.Duty}
		for _, w := range ws {
			c.Points += w.points * w.of(l)
		}
		for _, k := range against[l.Account] {
			v := againstWords[k]
			v.Kind = k
			c.Against = append(c.Against, v)
		}
		list[i] = c
	}
	slices.SortStableFunc(list, func(a, b Candidate) int {
		return cmp.Or(dutyFirst(a, b), cmp.Compare(a.Points, b.Points), byDay(a.Last, b.Last), cmp.Compare(a.Account, b.Account))
	})
	for i := range list {
		list[i].Place = i + 1
	}
	for i := range list {
		list[i].Why = why(list, i)
	}
	return list
}

func dutyFirst(a, b Candidate) int {
	switch {
	case a.Duty == b.Duty:
		return 0
	case a.Duty:
		return -1
	}
	return 1
}

func byDay(a, b calendar.Date) int {
	switch {
	case a.Before(b):
		return -1
	case a.After(b):
		return 1
	}
	return 0
}

// firstFree marks the first n who are not barred and not among others, and says who they are.
func firstFree(list []Candidate, n int, others ...int64) (ids []int64) {
	for i := range list {
		c := &list[i]
		if len(ids) < n && len(c.Against) == 0 && !slices.Contains(others, c.Account) {
			ids = append(ids, c.Account)
			c.Proposed = len(ids)
		}
	}
	return ids
}

// why says in one sentence why somebody stands at this place.
func why(list []Candidate, i int) law.Text {
	c := list[i]
	bears := text(fmt.Sprintf("在办 %d 件，负担 %d 分", c.Open, c.Points), fmt.Sprintf("%d open, %d points", c.Open, c.Points))
	if c.Duty {
		bears = text("今天值班，"+bears.ZH, "on duty today, "+bears.EN)
	}
	if len(c.Against) > 0 {
		zh, en := "", ""
		for _, a := range c.Against {
			zh, en = zh+"；"+a.Says.ZH, en+"; "+a.Says.EN
		}
		return text("不能建议"+zh+"。"+bears.ZH+"。", "Not proposed"+en+". "+upper(bears.EN)+".")
	}
	first, barred := true, 0
	for _, x := range list[:i] {
		if len(x.Against) == 0 {
			first = false
		} else {
			barred++
		}
	}
	switch tie := tied(list, i); {
	case !first && tie != nil:
		zh, en := "接案更晚", "who got a case longer ago"
		if tie.Last == c.Last {
			zh, en = "账号在后", "whose account is older"
		}
		return text(bears.ZH+"，没有回避情形；与"+tie.Name+"一样，"+zh+"。", upper(bears.EN)+", no conflict; as "+tie.Name+", "+en+".")
	case !first:
		return text(bears.ZH+"，没有回避情形。", upper(bears.EN)+", no conflict.")
	case barred > 0:
		return text(fmt.Sprintf("前面 %d 人不能选，其余人里最先：%s，没有回避情形。", barred, bears.ZH), fmt.Sprintf("%d before cannot be chosen; first of the others: %s, no conflict.", barred, bears.EN))
	case tie != nil:
		zh, en := "但最久没有接案", "but got a case the longest ago"
		if tie.Last == c.Last {
			zh, en = "账号在前", "with the older account"
		}
		return text(fmt.Sprintf("在办最少（%d 件，负担 %d 分），没有回避情形；与%s一样，%s。", c.Open, c.Points, tie.Name, zh), fmt.Sprintf("The fewest open (%d, %d points), no conflict; as %s, %s.", c.Open, c.Points, tie.Name, en))
	case c.Duty:
		return text(bears.ZH+"，值班的人里最少，没有回避情形。", upper(bears.EN)+": the fewest of those on duty, no conflict.")
	}
	return text(fmt.Sprintf("在办最少（%d 件，负担 %d 分），没有回避情形。", c.Open, c.Points), fmt.Sprintf("The fewest open (%d, %d points), no conflict.", c.Open, c.Points))
}

// tied is the neighbour with the same points whom only the day of the last case tells apart: for the first the next one,
// for others the one before.
func tied(list []Candidate, i int) *Candidate {
	j := i - 1
	if i == 0 {
		j = 1
	}
	if j < len(list) && list[j].Points == list[i].Points && list[j].Duty == list[i].Duty && len(list[j].Against) == 0 {
		return &list[j]
	}
	return nil
}

func upper(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

package casework

import (
	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
)

// RecordView is what the tribunal took itself, with what both sides say about it (调查记录、鉴定).
type RecordView struct {
	No        int           `json:"no"`
	Kind      string        `json:"kind" enum:"inquiry,exchange,appraisal"`
	On        calendar.Date `json:"on" doc:"调查、交换或者委托之日 Day of the inquiry or exchange, or on which the appraisal was entrusted"`
	By        []string      `json:"by,omitempty" doc:"调查人员 Who inquired"`
	Source    string        `json:"source,omitempty" doc:"向谁调查；鉴定机构 Who was asked; the agency"`
	Text      string        `json:"text,omitempty"`
	Agreed    bool          `json:"agreed,omitempty" doc:"鉴定机构由双方约定 The agency was agreed by both"`
	OpinionOn calendar.Date `json:"opinion_on"`
	Comments  []CommentView `json:"comments,omitempty"`
}

// CommentView is what a side says about it.
type CommentView struct {
	Party string        `json:"party"`
	On    calendar.Date `json:"on"`
	Text  string        `json:"text"`
}

// RequestView is a request of a party about evidence or a missed period. Decided is zero while it waits.
type RequestView struct {
	Kind    string        `json:"kind" enum:"collect,appraise,witness,defence,evidence"`
	Party   string        `json:"party"`
	On      calendar.Date `json:"on"`
	Text    string        `json:"text"`
	Ended   calendar.Date `json:"ended" doc:"顺延期限的，障碍消除之日 For a missed period: the day the obstacle ended"`
	Decided calendar.Date `json:"decided"`
	Granted bool          `json:"granted,omitempty"`
	Until   calendar.Date `json:"until" doc:"顺延到哪一天 The new last day"`
	Answer  string        `json:"answer,omitempty"`
}

// recordViews show them to those who read the evidence: main volume.
func recordViews(c *models.Case, g policies.Grant, sheet *models.Sheet) (list []RecordView) {
	if !g.May(policies.ReadEvidence) {
		return nil
	}
	for i := range c.Records {
		r := &c.Records[i]
		v := RecordView{No: r.No, Kind: r.Kind, On: r.MadeOn, By: []string{sheet.Names[r.AccountID]}, Source: r.Source, Text: r.Text, Agreed: r.Agreed != nil && *r.Agreed, OpinionOn: r.OpinionOn}
		if r.SecondID != nil {
			v.By = append(v.By, sheet.Names[*r.SecondID])
		}
		for _, k := range c.Comments {
			if k.RecordID == r.ID {
				v.Comments = append(v.Comments, CommentView{c.PartyByID(k.PartyID).Mark(), k.MadeOn, k.Text})
			}
		}
		list = append(list, v)
	}
	return list
}

// requestViews are what parties asked for; both sides read them.
func requestViews(c *models.Case, g policies.Grant) (list []RequestView) {
	if !g.May(policies.ReadEvidence) {
		return nil
	}
	for _, t := range c.Takings {
		list = append(list, RequestView{Kind: string(t.Kind), Party: c.PartyByID(t.PartyID).Mark(), On: t.AskedOn, Text: t.Subject, Decided: t.DecidedOn, Granted: t.Granted != nil && *t.Granted, Answer: t.Answer})
	}
	for _, r := range c.Restorations {
		list = append(list, RequestView{Kind: string(r.Period), Party: c.PartyByID(r.PartyID).Mark(), On: r.AskedOn, Text: r.Obstacle, Ended: r.EndedOn, Decided: r.DecidedOn, Granted: !r.Until.IsZero(), Until: r.Until, Answer: r.Answer})
	}
	return list
}

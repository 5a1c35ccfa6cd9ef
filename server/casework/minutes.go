package casework

import (
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// WriteMinutes is the recorder's record of the hearing day, with the points that it went through ticked
// (写庭审笔录). Written again while the hearing is open, it is the next version; earlier ones stay.
type WriteMinutes struct {
	Dated
	Text           string `json:"text" minLength:"2" maxLength:"60000" doc:"笔录全文 The minutes"`
	Identity       bool   `json:"identity,omitempty" doc:"核对了身份 Identities were checked"`
	Rights         bool   `json:"rights,omitempty" doc:"告知了权利义务 The parties were told their rights"`
	Recusal        bool   `json:"recusal,omitempty" doc:"询问了是否申请回避 They were asked whether they want a recusal"`
	Statements     bool   `json:"statements,omitempty" doc:"听取了请求和答辩 Claims and defence were heard"`
	Evidence       bool   `json:"evidence,omitempty" doc:"证据经过质证 Evidence was cross-examined"`
	Debate         bool   `json:"debate,omitempty" doc:"进行了辩论 They debated"`
	LastStatements bool   `json:"last_statements,omitempty" doc:"征询了最后意见 They were asked for their last statements"`
	Omitted        string `json:"omitted,omitempty" maxLength:"1000" doc:"没有进行的事项和原因 What was left out, and why"`
	Draft          int    `json:"draft,omitempty" minimum:"0" doc:"所依据的草稿的版次，没有草稿不填 The version of the draft that they are written from; left out where there is none"`
}

func (WriteMinutes) Event() workflows.Event { return workflows.WriteMinutes }

func (w WriteMinutes) points() (list []string) {
	ticked := []bool{w.Identity, w.Rights, w.Recusal, w.Statements, w.Evidence, w.Debate, w.LastStatements}
	for i, p := range workflows.MinutesPoints() {
		if ticked[i] {
			list = append(list, string(p))
		}
	}
	return list
}

// Apply writes them down, and the draft that they were written from is done with. fault.Conflict where another draft has
// been saved: it would be lost unseen.
func (w WriteMinutes) Apply(a *Act) error {
	if _, err := a.minutesDraft(w.Draft); err != nil {
		return err
	}
	c, version := a.Case, 1
	if m := c.CurrentMinutes(); m != nil {
		version = m.Version + 1
	}
	c.Minutes = append(c.Minutes, models.Minutes{Child: a.child(), HearingID: c.Hearing().ID, Version: version, AccountID: a.Who.Account, WrittenOn: a.On,
		Text: w.Text, Points: strings.Join(w.points(), ","), Omitted: strings.TrimSpace(w.Omitted), RecordedAt: a.Tx.Now})
	c.Change(&c.Minutes[len(c.Minutes)-1])
	a.Detail["no"], a.Detail["version"] = c.Hearing().No, version
	return models.DropDraft(a.Tx, c, c.Hearing().ID)
}

// SignMinutes signs the newest minutes, by a party that has read them or by who sits or records (在笔录上签名).
type SignMinutes struct {
	Dated
	Party string `json:"party,omitempty" maxLength:"8" doc:"哪位当事人，如 申1；自己签名的不填 Which party, as 申1; left out by a party itself"`
}

func (SignMinutes) Event() workflows.Event { return workflows.SignMinutes }

func (s SignMinutes) Tell(a *Act, f *workflows.Facts) error {
	_, err := a.markMinutes(f, s.Party)
	return err
}

// markMinutes finds whose mark it is: nobody's of the parties, if a seat signs.
func (a *Act) markMinutes(f *workflows.Facts, mark string) (party *int64, err error) {
	if a.Capacity == workflows.Applicant || a.Capacity == workflows.Respondent || mark != "" {
		p, err := a.party(mark)
		if err != nil {
			return nil, err
		}
		party = &p.ID
	}
	if m := a.Case.CurrentMinutes(); f != nil && m != nil {
		f.Act.MinutesMarked = a.Case.MarkOn(m.ID, a.Who.Account, party)
	}
	return party, nil
}

func (s SignMinutes) Apply(a *Act) error {
	party, err := a.markMinutes(nil, s.Party)
	if err != nil {
		return err
	}
	if party != nil && !a.actsFor(*party) {
		return bad("party", "只能由当事人本人或者其代理人签名。", "A party or its agent signs, nobody else for it.")
	}
	return a.keepMark(models.MinutesMark{PartyID: party})
}

// actsFor says whether the person at hand is the party, or an agent of it, whatever the authority.
func (a *Act) actsFor(party int64) bool {
	own := func(account *int64) bool { return account != nil && *account == a.Who.Account }
	if own(a.Case.PartyByID(party).AccountID) {
		return true
	}
	return slices.ContainsFunc(a.Case.Agents, func(g models.PartyAgent) bool {
		return g.PartyID == party && g.EndedOn.IsZero() && own(g.AccountID)
	})
}

func (a *Act) keepMark(m models.MinutesMark) error {
	c := a.Case
	m.Child, m.MinutesID, m.AccountID, m.MarkedOn = a.child(), c.CurrentMinutes().ID, a.Who.Account, a.On
	c.MinutesMarks = append(c.MinutesMarks, m)
	c.Change(&c.MinutesMarks[len(c.MinutesMarks)-1])
	a.Detail["version"] = c.CurrentMinutes().Version
	if m.PartyID != nil {
		a.Detail["party"] = c.PartyByID(*m.PartyID).Mark()
	}
	return nil
}

// NoteUnsigned notes that a party will not sign the minutes, and why (记明拒绝签名).
type NoteUnsigned struct {
	Dated
	Party  string `json:"party" minLength:"1" maxLength:"8" doc:"哪位当事人，如 被1 Which party, as 被1"`
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"拒绝签名的情况 What was said"`
}

func (NoteUnsigned) Event() workflows.Event { return workflows.NoteUnsigned }

func (n NoteUnsigned) Tell(a *Act, f *workflows.Facts) error {
	_, err := a.markMinutes(f, n.Party)
	return err
}

func (n NoteUnsigned) Apply(a *Act) error {
	party, err := a.markMinutes(nil, n.Party)
	if err != nil {
		return err
	}
	return a.keepMark(models.MinutesMark{PartyID: party, Refused: true, Reason: n.Reason})
}

// AskMinutesCorrection says what is missing or wrong in the minutes of one's own words (申请补正笔录).
type AskMinutesCorrection struct {
	Dated
	Party string `json:"party,omitempty" maxLength:"8" doc:"哪位当事人，如 申1；自己提出的不填 Which party, as 申1; left out by a party itself"`
	Text  string `json:"text" minLength:"2" maxLength:"4000" doc:"遗漏或者差错在哪里，应当怎样记 What is missing or wrong, and how it should read"`
}

func (AskMinutesCorrection) Event() workflows.Event { return workflows.AskMinutesCorrection }

func (m AskMinutesCorrection) Tell(a *Act, _ *workflows.Facts) error {
	_, err := a.party(m.Party)
	return err
}

func (m AskMinutesCorrection) Apply(a *Act) error {
	p, err := a.party(m.Party)
	if err != nil {
		return err
	}
	c := a.Case
	c.MinutesCorrections = append(c.MinutesCorrections, models.MinutesCorrection{Child: a.child(), HearingID: c.Hearing().ID, PartyID: p.ID, AskedOn: a.On, Text: m.Text})
	c.Change(&c.MinutesCorrections[len(c.MinutesCorrections)-1])
	a.Detail["party"] = p.Mark()
	return nil
}

// AnswerMinutesCorrection adds the correction below the minutes, or notes that it was asked for and
// refused (决定是否补正笔录).
type AnswerMinutesCorrection struct {
	Dated
	Result string `json:"result" enum:"added,not-added" doc:"补正、不予补正（记录该申请） Added, or refused and noted"`
	Reason string `json:"reason,omitempty" maxLength:"1000" doc:"不予补正的理由 Why it is refused"`
}

func (AnswerMinutesCorrection) Event() workflows.Event { return workflows.AnswerMinutesCorrection }

func (r AnswerMinutesCorrection) Apply(a *Act) error {
	added := r.Result == "added"
	if !added && strings.TrimSpace(r.Reason) == "" {
		return bad("reason", "不予补正的，请写明理由。", "Please say why the correction is refused.")
	}
	m := a.Case.WaitingMinutesCorrection()
	m.DecidedOn, m.Added, m.Answer = a.On, &added, r.Reason
	a.Case.Change(m)
	a.Detail["result"] = r.Result
	return nil
}

// MinutesView are the newest minutes of a hearing day, who signed, and what was asked to be mended.
type MinutesView struct {
	No          int                      `json:"no" doc:"第几次开庭 Number of the hearing day"`
	Version     int                      `json:"version"`
	On          calendar.Date            `json:"on"`
	Text        string                   `json:"text"`
	Points      []workflows.MinutesPoint `json:"points"`
	Omitted     string                   `json:"omitted,omitempty"`
	Marks       []MinutesMarkView        `json:"marks,omitempty"`
	Corrections []MinutesCorrectionView  `json:"corrections,omitempty"`
}

// MinutesMarkView is a signature, or the note of a refusal. Party or Name says whose.
type MinutesMarkView struct {
	Party   string        `json:"party,omitempty"`
	Name    string        `json:"name,omitempty"`
	On      calendar.Date `json:"on"`
	Refused bool          `json:"refused,omitempty"`
	Reason  string        `json:"reason,omitempty"`
}

// MinutesCorrectionView is what somebody wanted mended. Decided is zero while it waits.
type MinutesCorrectionView struct {
	Party   string        `json:"party"`
	On      calendar.Date `json:"on"`
	Text    string        `json:"text"`
	Decided calendar.Date `json:"decided"`
	Added   bool          `json:"added,omitempty"`
	Answer  string        `json:"answer,omitempty"`
}

// minutesViews show the minutes to the parties, the tribunal, the office and the head: main volume. Those
// who mediated the dispute are not among them.
func minutesViews(c *models.Case, g policies.Grant, sheet *models.Sheet) (list []MinutesView) {
	if !g.May(policies.ReadEvidence) {
		return nil
	}
	for _, h := range c.Hearings {
		m := c.MinutesOf(h.ID)
		if m == nil {
			continue
		}
		v := MinutesView{No: h.No, Version: m.Version, On: m.WrittenOn, Text: m.Text, Points: []workflows.MinutesPoint{}, Omitted: m.Omitted}
		for _, p := range workflows.MinutesPoints() {
			if strings.Contains(","+m.Points+",", ","+string(p)+",") {
				v.Points = append(v.Points, p)
			}
		}
		v.Marks, v.Corrections = markViews(c, m, sheet), correctionViews(c, h.ID)
		list = append(list, v)
	}
	return list
}

func markViews(c *models.Case, m *models.Minutes, sheet *models.Sheet) (list []MinutesMarkView) {
	for _, k := range c.MinutesMarks {
		if k.MinutesID != m.ID {
			continue
		}
		v := MinutesMarkView{On: k.MarkedOn, Refused: k.Refused, Reason: k.Reason}
		if k.PartyID != nil {
			v.Party = c.PartyByID(*k.PartyID).Mark()
		} else {
			v.Name = sheet.Names[k.AccountID]
		}
		list = append(list, v)
	}
	return list
}

func correctionViews(c *models.Case, hearing int64) (list []MinutesCorrectionView) {
	for _, k := range c.MinutesCorrections {
		if k.HearingID == hearing {
			list = append(list, MinutesCorrectionView{Party: c.PartyByID(k.PartyID).Mark(), On: k.AskedOn, Text: k.Text, Decided: k.DecidedOn, Added: k.Added != nil && *k.Added, Answer: k.Answer})
		}
	}
	return list
}

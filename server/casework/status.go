package casework

import (
	"context"
	"crypto/subtle"
	"fmt"
	"strings"
	"time"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// StatusQuery asks where a case stands, without an account (查询进度).
type StatusQuery struct {
	Number string `json:"number" query:"number" minLength:"3" maxLength:"60" doc:"案件查询号或案号 Public reference or case number"`
	Code   string `json:"code" query:"code" minLength:"4" maxLength:"12" doc:"查询码，印在每一份回执和通知书上 Query code, printed on every receipt and notice"`
}

// Status is what anybody who holds a paper of the case may know: the stage, who acts next, by when.
// No name, no sum, nothing personal.
type Status struct {
	Ref       string        `json:"ref"`
	Number    string        `json:"number,omitempty"`
	Stage     law.Text      `json:"stage"`
	Track     []Stage       `json:"track"`
	Except    []ExceptView  `json:"except,omitempty"`
	Next      law.Text      `json:"next" doc:"现在由谁办 Who acts next"`
	What      law.Text      `json:"what" doc:"办什么 What"`
	Says      law.Text      `json:"says" doc:"下一步，一句白话 The next step in a plain sentence"`
	Means     law.Text      `json:"means" doc:"这是什么意思 What the stage means"`
	Expected  *Expected     `json:"expected,omitempty" doc:"预计办结 When it is likely to be done"`
	By        calendar.Date `json:"by"`
	Clock     *ClockView    `json:"clock,omitempty"`
	HearingOn calendar.Date `json:"hearing_on"`
	HearingAt string        `json:"hearing_at,omitempty"`
	Place     string        `json:"place,omitempty"`
	ClosedOn  calendar.Date `json:"closed_on"`
	Mode      *law.Text     `json:"mode,omitempty"`
	Right     *law.Text     `json:"right_to_sue,omitempty" doc:"受理期限和逾期起诉的权利 The time to decide, and the right to sue when it lapses"`
	MendBy    calendar.Date `json:"mend_by" doc:"限期补正的最后一日 The last day to complete the papers"`
	Turn      *law.Text     `json:"turn,omitempty" doc:"轮到一方当事人时，办什么、到哪里办 What a party has to do, and where, if it is a party's turn"`
	Today     calendar.Date `json:"today"`
	Queue     *QueueView    `json:"queue,omitempty" doc:"开庭当天排第几 The place in the queue on the day of the hearing"`
	Calendar  string        `json:"calendar,omitempty" doc:"日历地址，凭查询码得到，不写姓名；查询码换了就失效 The address of a calendar of its hearings, without a name; it ends with the query code"`
}

// How many wrong codes are taken before a case or an address must wait.
const (
	wrongCodes = 10
	codeWindow = 15 * time.Minute
)

// SeeStatus answers by reference or case number and query code. A wrong code and an unknown number
// get the same answer; guesses are counted for the case and for the address, in the database.
func (d *Desk) SeeStatus(ctx context.Context, address string, q StatusQuery) (*Status, error) {
	number := cleanNumber(q.Number)
	var s *Status
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		if err := guarded(tx, "status", wrongCodes, codeWindow, address, number); err != nil {
			return err
		}
		c, err := models.FindCase(tx, number)
		if err != nil {
			return err
		}
		want := tx.Keys.QueryCode(c.Ref, c.CodeVersion)
		if subtle.ConstantTimeCompare([]byte(want), []byte(cleanCode(q.Code))) != 1 {
			return fault.Missing()
		}
		s, err = d.status(tx, c)
		return err
	})
	if fault.Is(err, fault.NotFound) {
		err = d.wrongGuess(ctx, "status", address, number, text("查询号（案号）或查询码不对，请对照回执或通知书再填一次。", "The number or the query code is wrong; please check them against your receipt or notice."))
	}
	if err != nil {
		return nil, fmt.Errorf("status: %w", err)
	}
	return s, nil
}

func (d *Desk) status(tx *models.Tx, c *models.Case) (*Status, error) {
	law, err := rules(tx, c.CommissionID)
	if err != nil {
		return nil, err
	}
	f := c.Facts(law, tx.Today())
	clocks := workflows.Clocks(f)
	n := workflows.NextOf(f, clocks)
	s := &Status{Ref: c.Ref, Number: c.CaseNumber(), Stage: f.Says().Worker, Track: track(c, f), Except: except(f, c),
		Next: capacityNames[n.Who], What: n.What, Says: n.Task.Says().Worker, Means: f.Means().Worker, By: n.By, ClosedOn: c.ClosedOn, Today: tx.Today(), Turn: turnOf(f, n)}
	if f.Application.Correcting {
		s.MendBy = f.Intake.MendBy
	}
	if s.Expected, err = d.expected(tx, c, f); err != nil {
		return nil, err
	}
	if h := c.Hearing(); h != nil && f.Coming() {
		s.HearingOn, s.HearingAt, s.Place = h.HearingOn, h.Starts, h.Place
	}
	if s.Queue, err = d.queueOf(tx, c); err != nil {
		return nil, err
	}
	if !s.HearingOn.IsZero() {
		s.Calendar = d.caseFeed(tx, c)
	}
	if c.Mode != nil {
		name := c.Mode.Name()
		s.Mode = &name
	}
	if says, ok := workflows.AwardRightToSue(f); ok {
		s.Right = &says
	} else if says, ok := workflows.RightToSue(f); ok {
		s.Right = &says
	}
	for _, k := range clocks {
		if k.Period == n.Period && k.Done.IsZero() && k.Due == n.By {
			v := clockView(k, tx.Today(), f.Law.Days)
			s.Clock = &v
		}
	}
	return s, nil
}

// turnOf is what a party has to do, and where if it is done here; nil while somebody else acts. Nobody is told
// to wait who must act.
func turnOf(f workflows.Facts, n workflows.Next) *law.Text {
	if n.Who != workflows.Applicant && n.Who != workflows.Respondent {
		return nil
	}
	who := capacityNames[n.Who]
	says := text(who.ZH+"："+n.What.ZH+"。", who.EN+": "+n.What.EN+".")
	if f.Open() {
		says = text(says.ZH+"请登录办理，或者到仲裁院窗口办。", says.EN+" Please sign in, or come to the counter.")
	}
	return &says
}

// At is the hour at which the hearing begins; ok is false where only the day was written down.
func (h *HearingView) At() (at time.Time, ok bool) { return hourOf(h.On, h.Starts) }

func hourOf(on calendar.Date, starts string) (at time.Time, ok bool) {
	at, err := time.ParseInLocation("2006-01-02 15:04", on.String()+" "+starts, models.Zone)
	return at, err == nil
}

// cleanNumber makes what people type into a reference or a case number.
func cleanNumber(s string) string {
	s = strings.Join(strings.Fields(s), "")
	if up := strings.ToUpper(s); models.IsRef(up) {
		return up
	}
	return strings.NewReplacer("[", "〔", "]", "〕", "(", "〔", ")", "〕", "（", "〔", "）", "〕", "【", "〔", "】", "〕").Replace(s)
}

func cleanCode(s string) string {
	return strings.ToUpper(strings.NewReplacer(" ", "", "-", "").Replace(s))
}

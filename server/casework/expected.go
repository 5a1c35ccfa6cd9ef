package casework

import (
	"fmt"
	"sync"
	"time"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Expected is when a case is likely to be done (预计办结), from what the commission's own cases of the
// last twelve months took. It promises nothing: the statutory date stands beside it.
type Expected struct {
	TooFew bool          `json:"too_few" doc:"近一年办结的案件太少，不作估计 Too few cases to say"`
	Cases  int           `json:"cases" doc:"据以估计的案件数 Cases it is counted from"`
	Of     law.Text      `json:"of" doc:"哪一类案件 Which cases"`
	From   calendar.Date `json:"from"`
	To     calendar.Date `json:"to"`
	Median int           `json:"median_days" doc:"一半案件在这么多天内办结 Half of them took so many days or fewer"`
	Most   int           `json:"most_days" doc:"八成案件在这么多天内办结 Eight in ten took so many days or fewer"`
	Likely calendar.Date `json:"likely" doc:"受理日加中位数，已过的不写 Acceptance and the median; none once it has passed"`
	Latest calendar.Date `json:"latest" doc:"受理日加第八十百分位，已过的不写 Acceptance and the 80th percentile; none once it has passed"`
	Says   law.Text      `json:"says"`
	Shown  []law.Text    `json:"working" doc:"怎么估的 How it was counted"`
}

// enough is how many closed cases a figure needs; with fewer, one odd case would move it.
const enough = 20

// spentFor is how long a commission's count is kept: it moves by a case or two a day.
const spentFor = time.Hour

// spentCounts keeps the last count of each commission.
type spentCounts struct {
	mu   sync.Mutex
	kept map[int64]spentCount
}

type spentCount struct {
	on   calendar.Date
	at   time.Time
	rows []models.Spent
}

// of is the count of the year that ends today.
func (s *spentCounts) of(tx *models.Tx, commission int64) ([]models.Spent, error) {
	s.mu.Lock()
	c, ok := s.kept[commission]
	s.mu.Unlock()
	if ok && c.on == tx.Today() && tx.Now.Sub(c.at) < spentFor {
		return c.rows, nil
	}
	rows, err := models.SpentOn(tx, commission, aYearBefore(tx.Today()), tx.Today())
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept == nil {
		s.kept = map[int64]spentCount{}
	}
	s.kept[commission] = spentCount{tx.Today(), tx.Now, rows}
	return rows, nil
}

// aYearBefore is the first of the twelve months that end with a day.
func aYearBefore(day calendar.Date) calendar.Date { return day.MonthLater(-12).Next(1) }

// expected is the estimate for a case that is accepted and not closed; nil for others, and while the
// case stands still, for nobody knows how long.
func (d *Desk) expected(tx *models.Tx, c *models.Case, f workflows.Facts) (*Expected, error) {
	if !c.State.Proceeding() || f.Clock.Suspended {
		return nil, nil
	}
	rows, err := d.spent.of(tx, c.CommissionID)
	if err != nil {
		return nil, err
	}
	return estimate(rows, c.Cause, c.AcceptedOn, tx.Today()), nil
}

// estimate takes the cases of the same cause where they are enough, else all of them.
func estimate(rows []models.Spent, cause string, accepted, today calendar.Date) *Expected {
	e := &Expected{From: aYearBefore(today), To: today, Of: text("各类案件", "all kinds of cases")}
	var s models.Spent
	for _, r := range rows {
		switch {
		case r.Cause == "":
			s = r
		case cause != "" && r.Cause == cause && r.Cases >= enough:
			s, e.Of = r, causeName(cause)
		}
	}
	e.Cases = s.Cases
	if s.Cases < enough {
		e.TooFew = true
		e.Says = law.Text{ZH: fmt.Sprintf("近十二个月办结的案件太少（%d 件，不到 %d 件），估计不出来。以法定期限为准。", s.Cases, enough),
			EN: fmt.Sprintf("Too few cases were closed in the last twelve months (%d, fewer than %d) to say. The statutory date counts.", s.Cases, enough)}
		return e
	}
	e.Median, e.Most = s.Median, s.Most
	e.Likely, e.Latest = accepted.Next(s.Median), accepted.Next(s.Most)
	e.Says = said(e, today)
	e.Shown = []law.Text{
		{ZH: fmt.Sprintf("本委 %s 至 %s 办结的案件（%s）：%d 件，不含移送和撤销的。", e.From, e.To, e.Of.ZH, e.Cases),
			EN: fmt.Sprintf("Cases that this commission closed from %s to %s (%s): %d, without those transferred or cancelled.", e.From, e.To, e.Of.EN, e.Cases)},
		{ZH: fmt.Sprintf("从受理到结案：一半在 %d 天以内，八成在 %d 天以内。", e.Median, e.Most),
			EN: fmt.Sprintf("From acceptance to closing: half took %d days or fewer, eight in ten %d or fewer.", e.Median, e.Most)},
		{ZH: fmt.Sprintf("本案 %s 受理：加 %d 天是 %s，加 %d 天是 %s。", accepted, e.Median, e.Likely, e.Most, e.Latest),
			EN: fmt.Sprintf("This case was accepted on %s: %d days later is %s, %d days later %s.", accepted, e.Median, e.Likely, e.Most, e.Latest)},
	}
	if today.After(e.Likely) { // a day that has passed is no estimate any more; the working still says it
		e.Likely = none
	}
	if today.After(e.Latest) {
		e.Latest = none
	}
	return e
}

// said is the estimate in a sentence; a day that has passed is not promised again.
func said(e *Expected, today calendar.Date) law.Text {
	switch {
	case today.After(e.Latest):
		return text("这个案件比近一年八成的案件办得都久，估计不出日子。", "This case already took longer than eight in ten cases of the last year; no day can be named.")
	case today.After(e.Likely):
		return law.Text{ZH: fmt.Sprintf("这个案件比近一年一半的案件办得久；八成的案件照这样算在 %s 以前办结。这是估计，不是期限。", e.Latest), EN: fmt.Sprintf("Longer than half of the cases of the last year; eight in ten would be done by %s. This is an estimate, not a time limit.", e.Latest)}
	}
	return law.Text{ZH: fmt.Sprintf("近一年的案件，一半照这样算在 %s 以前办结，八成在 %s 以前。这是估计，不是期限。", e.Likely, e.Latest),
		EN: fmt.Sprintf("Going by the cases of the last year, half would be done by %s and eight in ten by %s. This is an estimate, not a time limit.", e.Likely, e.Latest)}
}

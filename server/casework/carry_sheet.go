package casework

import (
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/server/spreadsheet"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// carriedParties is how many parties a side of an old case may have.
const carriedParties = 300

// mappingOf finds the column of each field: as somebody said, or by its head.
func mappingOf(head []string, said map[string]string) (map[string]int, error) {
	m := map[string]int{}
	column := func(name string) int {
		return slices.IndexFunc(head, func(h string) bool { return strings.EqualFold(strings.TrimRight(h, "* "), name) })
	}
	var missing []string
	for _, f := range carryFields {
		names := append([]string{f.Name.ZH, f.Name.EN, f.Key}, f.also...)
		if said[f.Key] != "" {
			names = []string{strings.TrimRight(said[f.Key], "* ")}
		}
		for _, n := range names {
			if i := column(n); i >= 0 {
				m[f.Key] = i
				break
			}
		}
		if _, ok := m[f.Key]; !ok && (f.Must || said[f.Key] != "") {
			missing = append(missing, f.Name.ZH)
		}
	}
	if len(missing) > 0 {
		return nil, bad("file", "表头里没有找到这些列："+strings.Join(missing, "、")+"。请改表头，或者指明用哪一列。",
			"The head lacks these columns: "+strings.Join(missing, ", ")+". Please change it, or say which column to take.")
	}
	return m, nil
}

// oldCase reads one row and finds everything that is wrong with it at once.
func oldCase(r spreadsheet.Row, mapping map[string]int, today calendar.Date) *OldCase {
	o := &OldCase{Line: r.No}
	for _, f := range carryFields {
		at, ok := mapping[f.Key]
		s := ""
		if ok {
			s = r.Cell(at)
		}
		switch {
		case s != "":
			f.read(o, s)
		case f.Must:
			o.bad(f.Key, "这一格不能空。", "This cell may not be empty.")
		}
	}
	o.complete(today)
	return o
}

// complete checks what hangs together.
func (o *OldCase) complete(today calendar.Date) {
	if o.Received.IsZero() {
		o.Received = o.Accepted
	}
	theirs, ours := "employer", "worker"
	if o.byEmployer {
		theirs, ours = ours, theirs
	}
	o.numberParties("ids", o.Applicants, ours, o.ids)
	o.numberParties("codes", o.Respondents, theirs, o.codes)
	o.fieldsOf("applicants", o.Applicants)
	o.fieldsOf("respondents", o.Respondents)
	if len(o.Applicants) > carriedParties || len(o.Respondents) > carriedParties {
		o.bad("applicants", "每方最多300人。", "A side has 300 parties at most.")
	}
	o.daysFit(today)
	if (o.Mode == "") != o.Closed.IsZero() && len(o.wrong) == 0 {
		o.bad("mode", "结案日期和结案方式要么都填，要么都不填。", "Give both the closing day and the closing mode, or neither.")
	}
	if o.Amount != 0 && o.Claim == "" {
		o.bad("claim", "填了请求金额，就要填请求类型。", "With an amount, the type of claim is needed.")
	}
	if k, ok := claims.Lookup(claims.Code(o.Claim)); ok && !k.Money && o.Amount != 0 {
		o.bad("amount", "这种请求不涉及金额。", "This type of claim has no amount.")
	}
	if o.Awarded != nil && o.Claim == "" {
		o.bad("claim", "填了裁决金额，就要填请求类型。", "With an amount awarded, the type of claim is needed.")
	}
}

func (o *OldCase) daysFit(today calendar.Date) {
	order := []struct {
		field string
		day   calendar.Date
		after calendar.Date
		zh    string
		en    string
	}{
		{"accepted", o.Accepted, o.Received, "受理日期不能早于收件日期。", "Acceptance cannot be before receipt."},
		{"closed", o.Closed, o.Accepted, "结案日期不能早于受理日期。", "Closing cannot be before acceptance."},
		{"suspended", o.Suspended, o.Accepted, "中止日期不能早于受理日期。", "Suspension cannot be before acceptance."},
	}
	for _, x := range order {
		switch {
		case x.day.IsZero():
		case x.day.After(today):
			o.bad(x.field, "日期不能晚于今天。", "The day cannot be after today.")
		case x.day.Before(x.after):
			o.bad(x.field, x.zh, x.en)
		}
	}
	if !o.Suspended.IsZero() && !o.Closed.IsZero() {
		o.bad("suspended", "已结案件不填中止日期。", "A closed case is not suspended.")
	}
}

// yearsOf is what the cases bring into each year: opening balance, accepted, closed, open at the end.
func yearsOf(list []*OldCase, today calendar.Date) []models.YearOpen {
	in, out := map[int]int{}, map[int]int{}
	first := today.Year()
	for _, o := range list {
		in[o.Accepted.Year()]++
		first = min(first, o.Accepted.Year())
		if !o.Closed.IsZero() {
			out[o.Closed.Year()]++
		}
	}
	var years []models.YearOpen
	open := 0
	for y := first; y <= today.Year(); y++ {
		row := models.YearOpen{Year: y, Opening: open, Accepted: in[y], Closed: out[y]}
		open += in[y] - out[y]
		row.Open = open
		years = append(years, row)
	}
	return years
}

// row is the case as it will be kept.
func (o *OldCase) row(a *Act) *models.Case {
	number, who := o.Number, a.Who.Account
	c := &models.Case{CommissionID: a.Case.CommissionID, Ref: models.NewRef(), CodeVersion: 1, OpenedOn: o.Received, StateSince: o.Accepted, Cause: o.Cause, Town: o.Town,
		Number: &number, AcceptedOn: o.Accepted, AcceptedBy: &who, ExtensionDays: o.Extension, DueKey: models.Far, AmberOn: models.Far, RedOn: models.Far, HearingKey: models.Far, NumberKey: models.NoNumber, Open: o.Closed.IsZero(), CreatedAt: a.Tx.Now, Head: []byte{}}
	add := func(list []PartyInput, side models.Side) {
		for i, p := range list {
			row := models.Party{Child: models.Child{CommissionID: c.CommissionID}, Side: side, Ordinal: i + 1}
			p.fill(a.Tx.Keys, &row, o.Accepted)
			c.Parties = append(c.Parties, row)
		}
	}
	add(o.Applicants, models.ApplicantSide)
	add(o.Respondents, models.RespondentSide)
	if o.Claim != "" {
		c.Claims = []models.Claim{{Child: models.Child{CommissionID: c.CommissionID}, No: 1, Code: o.Claim, Amount: o.Amount, Awarded: o.Awarded}}
	}
	return c
}

// event is the step that brings it in, and the day on which that is.
func (o *OldCase) event() (workflows.Event, calendar.Date) {
	if o.Closed.IsZero() {
		return workflows.CarryOver, o.Accepted
	}
	return workflows.CarryOverClosed, o.Closed
}

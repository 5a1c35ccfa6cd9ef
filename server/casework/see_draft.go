package casework

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/server/evidence/photos"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// DraftView is an application under way, as its pages show it (申请草稿).
type DraftView struct {
	Questions  []Question        `json:"questions"`
	Next       string            `json:"next" doc:"下一个没有回答的问题，都答了为 check The first question without an answer; check if there is none"`
	Answers    Answers           `json:"answers"`
	Known      []KnownView       `json:"known" doc:"已填好的 What is known so far"`
	Exhibits   []DraftExhibits   `json:"exhibits,omitempty"`
	Workings   []DraftWorking    `json:"workings,omitempty" doc:"金额是怎么算的 How sums were worked out"`
	Limitation []LimitationView  `json:"limitation,omitempty" doc:"仲裁时效，只提示，不影响提交 The time to apply: shown, and never a ground to refuse"`
	Lacking    []law.Text        `json:"lacking,omitempty" doc:"可以以后补的 What may be added later"`
	Text       string            `json:"text,omitempty" doc:"申请书全文 The application as it will be"`
	Hash       string            `json:"hash,omitempty" doc:"申请书全文的 SHA-256 SHA-256 of the text"`
	Sent       bool              `json:"sent,omitempty"`
	Ref        string            `json:"ref,omitempty" doc:"已经提交的，案件查询号 The case's reference, once it was sent"`
	SavedAt    time.Time         `json:"saved_at"`
	ExpiresAt  time.Time         `json:"expires_at"`
	MostPhotos int               `json:"most_photos"`
	MostMB     int               `json:"most_megabytes"`
	Parameters claims.Parameters `json:"-"`
	Today      calendar.Date     `json:"today"`
}

// KnownView is one answer in short.
type KnownView struct {
	Step  string   `json:"step"`
	Label law.Text `json:"label"`
	Value law.Text `json:"value"`
}

// DraftExhibits is one exhibit with its photos.
type DraftExhibits struct {
	DraftItem
	Photos []DraftPhoto `json:"photos"`
}

// DraftPhoto is one photo as it was handed over.
type DraftPhoto struct {
	ID        int64     `json:"id"`
	FileName  string    `json:"file_name"`
	MediaType string    `json:"media_type"`
	Size      int64     `json:"size"`
	Hash      string    `json:"hash"`
	AddedAt   time.Time `json:"added_at"`
}

// DraftWorking is how the sum of a claim was worked out.
type DraftWorking struct {
	Code string             `json:"code"`
	Sum  claims.Calculation `json:"sum"`
}

// Question is one of the questions by its step; false if this application has none of that name.
func (v *DraftView) Question(step string) (Question, int, bool) {
	at := slices.IndexFunc(v.Questions, func(q Question) bool { return q.Step == step })
	if at < 0 {
		return Question{}, 0, false
	}
	return v.Questions[at], at + 1, true
}

// After is the step that follows one; check after the last.
func (v *DraftView) After(step string) string {
	_, no, ok := v.Question(step)
	if !ok || no >= len(v.Questions) {
		return "check"
	}
	return v.Questions[no].Step
}

// Before is the step before one; "" for the first.
func (v *DraftView) Before(step string) string {
	if step == "check" {
		return v.Questions[len(v.Questions)-1].Step
	}
	if _, no, ok := v.Question(step); ok && no > 1 {
		return v.Questions[no-2].Step
	}
	return ""
}

// SeeDraft shows an application to whoever holds it.
func (d *Desk) SeeDraft(ctx context.Context, id int64) (*DraftView, error) {
	var v *DraftView
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		row, a, err := draftOf(tx, id, false)
		if err != nil {
			return err
		}
		files, err := row.Files(tx)
		if err != nil {
			return err
		}
		in, err := models.InForce(tx, row.CommissionID)
		if err != nil {
			return err
		}
		v = &DraftView{Questions: QuestionsOf(a), Answers: *a, Known: a.known(), Ref: row.Ref, Sent: row.SentAt != nil, SavedAt: row.SavedAt.In(models.Zone), ExpiresAt: row.ExpiresAt.In(models.Zone),
			MostPhotos: photos.MostPages, MostMB: photos.MostBytes >> 20, Today: tx.Today(), Next: "check", Parameters: in.Parameters}
		for _, q := range v.Questions {
			if !q.Done {
				v.Next = q.Step
				break
			}
		}
		v.addExhibits(files)
		v.addWorkings(in.Rules, in.Parameters)
		v.addLimitation(in.Rules)
		com, err := models.CommissionByID(tx, row.CommissionID)
		if err == nil && v.Next == "check" && row.SentAt == nil {
			v.Text = a.paper(com.Name, tx.Today())
			v.Hash = fmt.Sprintf("%x", sha256.Sum256([]byte(v.Text)))
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("see draft: %w", err)
	}
	return v, nil
}

func (v *DraftView) addExhibits(files []models.DraftFile) {
	for _, it := range v.Answers.Items {
		x := DraftExhibits{DraftItem: it, Photos: []DraftPhoto{}}
		for _, f := range files {
			if f.Item == it.No {
				x.Photos = append(x.Photos, DraftPhoto{f.ID, f.FileName, f.MediaType, f.Size, fmt.Sprintf("%x", f.Digest), f.AddedAt.In(models.Zone)})
			}
		}
		v.Exhibits = append(v.Exhibits, x)
	}
	if a := v.Answers; a.Who != nil && a.Who.IDNumber == "" {
		v.Lacking = append(v.Lacking, text("身份证号没有填，受理前要补。", "Your ID number is missing; it is needed before acceptance."))
	}
	if a := v.Answers; a.Employer != nil && a.Employer.CreditCode == "" {
		v.Lacking = append(v.Lacking, text("单位的统一社会信用代码没有填，工作人员会帮您查。", "The employer's credit code is missing; staff will look it up."))
	}
	if len(v.Exhibits) == 0 {
		v.Lacking = append(v.Lacking, text("还没有证据。提交以后可以继续交。", "There is no evidence yet. More can be handed in afterwards."))
	}
}

// addWorkings reckons kept sums anew, by the numbers in force today.
func (v *DraftView) addWorkings(r workflows.Rules, known claims.Parameters) {
	if v.Answers.Wanted == nil {
		return
	}
	for _, code := range v.Answers.Wanted.Kinds {
		s, given := v.Answers.Sums[code], v.Answers.Given[code]
		if s == nil || given == nil {
			continue
		}
		calc, _ := claims.CalculatorOf(claims.Code(code))
		if w, err := calc.Reckon(given, known, r.Days); err == nil && w.Amount == s.Amount {
			v.Workings = append(v.Workings, DraftWorking{code, w})
		}
	}
}

// Working is how a claim's sum was worked out; nil if it was typed.
func (v *DraftView) Working(code string) *claims.Calculation {
	for i := range v.Workings {
		if v.Workings[i].Code == code {
			return &v.Workings[i].Sum
		}
	}
	return nil
}

func (v *DraftView) addLimitation(r workflows.Rules) {
	a := v.Answers
	if a.Known == nil || a.Wanted == nil {
		return
	}
	for i, code := range a.Wanted.Kinds {
		t := workflows.LimitationTerm{Known: a.Known.On, WageInService: a.owedInService(code)}
		if a.Ended != nil {
			t.EmploymentEnded = a.Ended.On
		}
		l := workflows.CountLimitation(r.Days, t, v.Today)
		k, _ := claims.Lookup(claims.Code(code))
		v.Limitation = append(v.Limitation, LimitationView{No: i + 1, Title: k.Name, State: l.State, Due: l.Statutory, Says: workflows.LimitationSays(l), Working: l.Working})
	}
}

// pay are the kinds of claim that are pay for work: of them it is asked whether they were owed while it went on.
var pay = []string{"M01", "M02", "M03"}

func (a *Answers) owedInService(code string) bool {
	return a.Known != nil && a.Known.InService && slices.Contains(pay, code)
}

// known are the answers in short, for the side of the pages.
func (a *Answers) known() []KnownView {
	var list []KnownView
	add := func(step, zh, en, value string) {
		if value != "" {
			list = append(list, KnownView{step, text(zh, en), text(value, value)})
		}
	}
	if a.Who != nil {
		add("who", "申请人", "Applicant", a.Who.Name)
	}
	if a.Employer != nil {
		add("employer", "单位", "Employer", a.Employer.Name)
	}
	if a.Started != nil {
		add("started", "入职", "First day", dayOr(a.Started.On))
	}
	if a.Ended != nil {
		add("ended", "最后上班", "Last day", dayOr(a.Ended.On))
	}
	if a.Job != nil {
		add("job", "岗位", "Job", a.Job.Post)
	}
	if a.Wanted != nil {
		var sum claims.Fen
		for _, s := range a.Sums {
			sum += s.Amount
		}
		if sum > 0 {
			add("wanted", "请求合计（元）", "Claimed (yuan)", sum.Grouped())
		}
	}
	return list
}

// opening is the command that opens the case of the application.
func (a *Answers) opening() OpenCase {
	o := OpenCase{Ask: "arbitration", Facts: a.Facts.Facts,
		Applicants: []PartyInput{{Kind: "worker", Name: a.Who.Name, IDNumber: strings.TrimSpace(a.Who.IDNumber), Phone: a.Reach.Phone, Address: a.Reach.Address, EService: a.Reach.EService, Migrant: a.Reach.Migrant}},
		Respondents: []PartyInput{{Kind: "employer", Name: a.Employer.Name, CreditCode: strings.TrimSpace(a.Employer.CreditCode), LegalRepresentative: a.Employer.LegalRepresentative,
			Phone: a.Employer.Phone, Address: a.Employer.Address}},
		Circumstances: Circumstances{EmploymentEnded: a.Ended.On, PerformancePlace: a.Job.Place}}
	for _, code := range a.Wanted.Kinds {
		s := a.Sums[code]
		o.Claims = append(o.Claims, ClaimInput{Code: code, Title: s.Title, Amount: s.Amount, PeriodFrom: s.From, PeriodTo: s.To, KnownOn: a.Known.On, InService: a.owedInService(code)})
	}
	return o
}

// paper is the application as the document it will be.
func (a *Answers) paper(commission string, on calendar.Date) string {
	o := a.opening()
	d := documents.Data{Commission: commission, On: on, Facts: o.Facts}
	one := func(p PartyInput) documents.Party {
		return documents.Party{Name: p.Name, Kind: p.Kind, IDNumber: p.IDNumber, CreditCode: p.CreditCode, LegalRepresentative: p.LegalRepresentative, Address: p.Address, Phone: p.Phone}
	}
	d.Applicants, d.Respondents = []documents.Party{one(o.Applicants[0])}, []documents.Party{one(o.Respondents[0])}
	for i, c := range o.Claims {
		row := models.Claim{No: i + 1}
		c.fill(&row)
		d.Claims = append(d.Claims, paperClaim(row))
	}
	e := documents.Employed{Started: documents.Day(a.Started.On), Ended: documents.Day(a.Ended.On), Job: a.Job.Post, Place: a.Job.Place}
	if a.Job.Wage > 0 {
		e.Wage = a.Job.Wage.Grouped()
	}
	var exhibits []string
	for _, it := range a.Items {
		exhibits = append(exhibits, it.Title+"，证明"+strings.TrimPrefix(it.Proves, "证明")+"，申请人提供")
	}
	return documents.Application(d, e, exhibits)
}

// missing says which question has no answer; nil if all have one.
func (a *Answers) missing() error {
	for _, q := range QuestionsOf(a) {
		if !q.Done {
			return fault.Bad(q.Step, law.Text{ZH: "还有一问没有回答：" + q.Asks.ZH, EN: "One question has no answer yet: " + q.Asks.In("en")})
		}
	}
	return nil
}

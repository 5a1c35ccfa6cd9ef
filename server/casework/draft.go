package casework

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// An application is filled in before there is a case (申请草稿): one question a page, saved with each
// answer, gone on with by a code. A draft reads no case and writes to none. When it is sent, the
// commands that everybody uses open the case and file the exhibits.

// Answers is what was answered so far; nil is a question that was not answered.
type Answers struct {
	Who      *AnswerWho              `json:"who,omitempty"`
	Reach    *AnswerReach            `json:"reach,omitempty"`
	Employer *AnswerEmployer         `json:"employer,omitempty"`
	Started  *AnswerStarted          `json:"started,omitempty"`
	Ended    *AnswerEnded            `json:"ended,omitempty"`
	Job      *AnswerJob              `json:"job,omitempty"`
	Wanted   *AnswerWanted           `json:"wanted,omitempty"`
	Sums     map[string]*AnswerSum   `json:"sums,omitempty"`  // by the code of the claim
	Given    map[string]claims.Given `json:"given,omitempty"` // what a sum was worked out from, by the same
	Known    *AnswerKnown            `json:"known,omitempty"`
	Facts    *AnswerFacts            `json:"facts,omitempty"`
	Items    []DraftItem             `json:"items,omitempty"` // exhibits
	Looked   bool                    `json:"looked,omitempty"`
}

// AnswerWho is who applies.
type AnswerWho struct {
	Name     string `json:"name" minLength:"1" maxLength:"60" doc:"姓名，与身份证一致 Your name, as on your identity card"`
	IDNumber string `json:"id_number,omitempty" maxLength:"20" doc:"居民身份证号 Resident ID number"`
}

// AnswerReach is how the applicant can be reached.
type AnswerReach struct {
	Phone    string `json:"phone" minLength:"5" maxLength:"20" doc:"手机号 Mobile phone"`
	Address  string `json:"address" minLength:"2" maxLength:"200" doc:"能收到邮件的地址 Where letters reach you"`
	EService bool   `json:"e_service,omitempty" doc:"同意在网上收文书（不同意的，邮寄或者到窗口领） I agree to receive papers online; otherwise by post or at the counter"`
	Migrant  bool   `json:"migrant,omitempty" doc:"我是农民工 I am a migrant worker"`
}

// AnswerEmployer is whom the application is against.
type AnswerEmployer struct {
	Name                string `json:"name" minLength:"2" maxLength:"100" doc:"单位全称，与营业执照或者合同上一致 The employer's full name, as on its licence or your contract"`
	CreditCode          string `json:"credit_code,omitempty" maxLength:"20" doc:"统一社会信用代码 Unified social credit code"`
	LegalRepresentative string `json:"legal_representative,omitempty" maxLength:"60" doc:"法定代表人（老板）的姓名 Its legal representative"`
	Phone               string `json:"phone,omitempty" maxLength:"20" doc:"单位的电话 Its phone"`
	Address             string `json:"address,omitempty" maxLength:"200" doc:"单位的地址 Its address"`
}

// AnswerStarted is the first day of work.
type AnswerStarted struct {
	On calendar.Date `json:"day" doc:"入职那天 First day of work"`
}

// AnswerEnded is the last day of work, if there was one.
type AnswerEnded struct {
	On    calendar.Date `json:"day,omitempty" doc:"最后一天上班 Last day of work"`
	Still bool          `json:"still,omitempty" doc:"我现在还在这家单位上班 I still work there"`
}

// AnswerJob is what the work was, where, and for how much.
type AnswerJob struct {
	Post  string     `json:"post,omitempty" maxLength:"60" doc:"岗位 Your job"`
	Wage  claims.Fen `json:"wage,omitempty" doc:"每月工资，平均（元） Wage a month, on average (yuan)"`
	Place string     `json:"place" minLength:"2" maxLength:"120" doc:"在哪里上班（县、乡镇街道和地点） Where you worked"`
}

// AnswerWanted are the kinds of claim.
type AnswerWanted struct {
	Kinds []string `json:"kinds" minItems:"1" maxItems:"12" doc:"请求 What you ask for"`
}

// AnswerSum is one claim.
type AnswerSum struct {
	Amount claims.Fen    `json:"amount,omitempty" doc:"金额（元） Amount in yuan"`
	Title  string        `json:"title,omitempty" maxLength:"200" doc:"用一句话写清楚要什么 In one sentence, what you ask for"`
	From   calendar.Date `json:"period_from,omitempty" doc:"从哪一天 From"`
	To     calendar.Date `json:"period_to,omitempty" doc:"到哪一天 To"`
}

// AnswerKnown is from when the time to apply runs.
type AnswerKnown struct {
	On        calendar.Date `json:"day,omitempty" doc:"知道单位没有照办的那天 The day you knew"`
	InService bool          `json:"in_service,omitempty" doc:"里面有上班期间拖欠的工资、加班费 Pay owed while I worked there is among it"`
}

// AnswerFacts is what happened.
type AnswerFacts struct {
	Facts string `json:"facts" minLength:"2" maxLength:"8000" doc:"事情经过 What happened"`
}

// DraftItem is an exhibit that will be filed: its photos are rows of their own.
type DraftItem struct {
	No     int    `json:"no"` // for good: an exhibit taken out leaves a gap
	Title  string `json:"title"`
	Proves string `json:"proves"`
}

const (
	draftLives   = 30 * 24 * time.Hour // since the last answer
	draftsAnHour = 20                  // beginnings in an hour; five times as many from one address, behind which many may sit
	mostItems    = 10
	photosADay   = 200 // that one draft may take in, also those that were taken out again
	draftsKind   = "draft-begin"
	draftGuesses = "draft-code"
)

// DraftKey finds a draft: the session holds it, never an address.
type DraftKey struct {
	Draft   int64
	Account int64 // who is signed in; 0 for nobody
}

// DraftBegun is a new draft: its code is shown once.
type DraftBegun struct {
	ID        int64     `json:"-"`
	Code      string    `json:"code" doc:"续填码，只显示这一次 The code to go on with, shown this once"`
	ExpiresAt time.Time `json:"expires_at"`
}

// BeginDraft begins an application. Nobody need be signed in; who is signed in finds it again without
// the code. Beginnings are counted by address.
func (d *Desk) BeginDraft(ctx context.Context, who policies.Actor, address string) (*DraftBegun, error) {
	if err := d.guard(ctx, draftsKind, draftsAnHour, time.Hour, address); err != nil {
		return nil, fmt.Errorf("begin draft: %w", err)
	}
	out := &DraftBegun{}
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		if _, err := models.Count(tx, draftsKind+"0", address, time.Hour); err != nil {
			return err
		}
		home, err := models.Home(tx)
		if err != nil {
			return err
		}
		code := models.NewDraftCode()
		row := &models.Draft{CommissionID: home, CodeMac: tx.Keys.MAC("draft", code), Answers: "{}", CreatedAt: tx.Now, SavedAt: tx.Now, ExpiresAt: tx.Now.Add(draftLives)}
		if who.Account != 0 {
			row.AccountID = &who.Account
		}
		if err := tx.Create(row).Error; err != nil {
			return err
		}
		*out = DraftBegun{row.ID, spaced(code), row.ExpiresAt}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("begin draft: %w", err)
	}
	return out, nil
}

// spaced writes a code in fours.
func spaced(code string) string {
	var parts []string
	for ; len(code) > 4; code = code[4:] {
		parts = append(parts, code[:4])
	}
	return strings.Join(append(parts, code), "-")
}

// DraftCode goes on with an application (续填).
type DraftCode struct {
	Code string `json:"code" minLength:"8" maxLength:"24" doc:"续填码，16 位 The code to go on with, 16 signs"`
}

// ResumeDraft finds a draft by its code. Wrong codes are counted by address.
func (d *Desk) ResumeDraft(ctx context.Context, address string, in DraftCode) (int64, error) {
	if err := d.guard(ctx, draftGuesses, wrongCodes, codeWindow, address); err != nil {
		return 0, fmt.Errorf("resume draft: %w", err)
	}
	var id int64
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		home, err := models.Home(tx)
		if err != nil {
			return err
		}
		row, err := models.DraftByCode(tx, home, tx.Keys.MAC("draft", cleanCode(in.Code)))
		if err == nil && row != nil {
			id = row.ID
		}
		return err
	})
	if err != nil || id != 0 {
		return id, err
	}
	err = d.wrongGuess(ctx, draftGuesses, address, address, text("续填码不对，或者已经过期。请对照记下的码再填一次。", "The code is wrong or has run out. Please check it against what you wrote down."))
	if f := fault.As(err); f != nil && f.Kind == fault.NotFound {
		err = fault.Bad("code", f.Says)
	}
	return 0, err
}

// MyDraft is the unsent draft that somebody who is signed in began; 0 if there is none.
func (d *Desk) MyDraft(ctx context.Context, who policies.Actor) (id int64, err error) {
	if who.Account == 0 {
		return 0, nil
	}
	err = d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		home, err := models.Home(tx)
		if err != nil {
			return err
		}
		row, err := models.DraftOf(tx, home, who.Account)
		if row != nil {
			id = row.ID
		}
		return err
	})
	return id, err
}

// NoDraft is told to whoever has no application under way in this browser.
var NoDraft = fault.New(fault.NotFound, "no-draft", text("没有正在填的申请。请从头开始，或者用续填码接着填。", "No application is under way here. Please begin one, or go on with your code."))

// draftOf reads a draft and its answers.
func draftOf(tx *models.Tx, id int64, lock bool) (*models.Draft, *Answers, error) {
	home, err := models.Home(tx)
	if err != nil {
		return nil, nil, err
	}
	row, err := models.DraftByID(tx, home, id, lock)
	if err != nil {
		return nil, nil, err
	}
	if id == 0 || row == nil {
		return nil, nil, NoDraft
	}
	a := &Answers{}
	if err := json.Unmarshal([]byte(cmp.Or(row.Answers, "{}")), a); err != nil {
		return nil, nil, fmt.Errorf("draft %d: %w", id, err)
	}
	return row, a, nil
}

// ForgetDrafts removes drafts that have expired; their photos are swept away as what no row names.
func (d *Desk) ForgetDrafts(ctx context.Context) (n int64, err error) {
	err = d.db.InTx(ctx, d.now(), func(tx *models.Tx) (err error) {
		n, err = models.ForgetDrafts(tx)
		return err
	})
	return n, err
}

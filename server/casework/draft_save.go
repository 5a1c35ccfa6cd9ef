package casework

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"tiaocai/models"
	"tiaocai/server/evidence"
	"tiaocai/server/evidence/photos"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// change reads a draft under its lock, lets f change the answers, and writes them. The draft then lives
// another thirty days.
func (d *Desk) change(ctx context.Context, id int64, f func(tx *models.Tx, row *models.Draft, a *Answers) error) error {
	return d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		row, a, err := draftOf(tx, id, true)
		if err != nil {
			return err
		}
		if row.Ref != "" {
			return fault.New(fault.Conflict, "draft-sent", text("这份申请已经提交，不能再改。要补充的，请在案件里办。", "This application was sent and cannot be changed here. What is missing can be added in the case."))
		}
		if err := f(tx, row, a); err != nil {
			return err
		}
		b, err := json.Marshal(a)
		if err != nil {
			return err
		}
		row.Answers, row.ExpiresAt = string(b), tx.Now.Add(draftLives)
		return row.Save(tx)
	})
}

// SaveAnswer saves the answer to one question. What can't be is refused, and changes nothing.
func (d *Desk) SaveAnswer(ctx context.Context, draft int64, step string, in any) error {
	err := d.change(ctx, draft, func(tx *models.Tx, _ *models.Draft, a *Answers) error { return a.put(step, in, tx.Today()) })
	if err != nil {
		return fmt.Errorf("save answer: %w", err)
	}
	return nil
}

// WorkOut works the sum of a claim out and saves it as its amount, with its working.
func (d *Desk) WorkOut(ctx context.Context, draft int64, code string, given claims.Given) error {
	calc, ok := claims.CalculatorOf(claims.Code(code))
	if !ok {
		return fault.Missing()
	}
	w, err := d.Reckon(ctx, calc.Name, given)
	if err != nil {
		return err
	}
	if w.Amount <= 0 {
		return bad(calc.Inputs[0].Name, "按这些数算出来是 0 元。请核对填的数；这一项不要了的，回到「您想要什么」去掉。", "By these numbers it comes to nothing. Please check them; or take this claim out under “What do you ask for?”.")
	}
	return d.change(ctx, draft, func(_ *models.Tx, _ *models.Draft, a *Answers) error {
		x := &AnswerSum{}
		if old := a.Sums[code]; old != nil {
			*x = *old
		}
		x.Amount = w.Amount
		if err := a.sum(code, x); err != nil {
			return err
		}
		if a.Given == nil {
			a.Given = map[string]claims.Given{}
		}
		a.Given[code] = w.Given()
		return nil
	})
}

// DraftExhibit names an exhibit of the application.
type DraftExhibit struct {
	Title  string `json:"title" minLength:"1" maxLength:"100" doc:"这是什么，例如：9 月工资条 What it is, such as the pay slip of September"`
	Proves string `json:"proves" minLength:"1" maxLength:"500" doc:"能证明什么 What it proves"`
}

// AddExhibit adds an exhibit without photos and returns its number.
func (d *Desk) AddExhibit(ctx context.Context, draft int64, in DraftExhibit) (no int, err error) {
	err = d.change(ctx, draft, func(_ *models.Tx, _ *models.Draft, a *Answers) error {
		if len(a.Items) >= mostItems {
			return bad("title", fmt.Sprintf("先交 %d 份证据，其余的立案以后再交。", mostItems), fmt.Sprintf("%d exhibits at most for now; more can be filed in the case.", mostItems))
		}
		no = 1
		for _, it := range a.Items {
			no = max(no, it.No+1)
		}
		a.Items = append(a.Items, DraftItem{no, strings.TrimSpace(in.Title), strings.TrimSpace(in.Proves)})
		return nil
	})
	return no, err
}

// DropExhibit takes an exhibit out again, with its photos; DropPhoto one photo.
func (d *Desk) DropExhibit(ctx context.Context, draft int64, no int) error {
	return d.change(ctx, draft, func(tx *models.Tx, row *models.Draft, a *Answers) error {
		if !a.hasItem(no) {
			return fault.Missing()
		}
		a.Items = slices.DeleteFunc(a.Items, func(it DraftItem) bool { return it.No == no })
		_, err := row.DropFiles(tx, no, 0)
		return err
	})
}

// DropPhoto takes one photo out again.
func (d *Desk) DropPhoto(ctx context.Context, draft int64, no int, photo int64) error {
	return d.change(ctx, draft, func(tx *models.Tx, row *models.Draft, _ *Answers) error {
		n, err := row.DropFiles(tx, no, photo)
		if err == nil && n == 0 {
			err = fault.Missing()
		}
		return err
	})
}

// LookedAt says that the page of evidence was seen to its end: having none is an answer too.
func (d *Desk) LookedAt(ctx context.Context, draft int64) error {
	return d.change(ctx, draft, func(tx *models.Tx, row *models.Draft, a *Answers) error {
		files, err := row.Files(tx)
		if err != nil {
			return err
		}
		for _, it := range a.Items {
			if !slices.ContainsFunc(files, func(f models.DraftFile) bool { return f.Item == it.No }) {
				return bad("item", "「"+it.Title+"」还没有照片。请加照片，或者删去这一份。", "“"+it.Title+"” has no photo yet. Please add one, or take it out.")
			}
		}
		a.Looked = true
		return nil
	})
}

func (a *Answers) hasItem(no int) bool {
	return slices.ContainsFunc(a.Items, func(it DraftItem) bool { return it.No == no })
}

// AddPhoto takes one photo of an exhibit in: looked at, kept as it is, noted on the draft. place is
// which of several it is, for the sentence if it is refused.
func (d *Desk) AddPhoto(ctx context.Context, draft int64, no int, name string, r io.Reader) error {
	var to evidence.Place
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		row, a, err := draftOf(tx, draft, false)
		if err != nil {
			return err
		}
		if !a.hasItem(no) || row.Ref != "" {
			return fault.Missing()
		}
		files, err := row.Files(tx)
		if err != nil {
			return err
		}
		n := len(slices.DeleteFunc(files, func(f models.DraftFile) bool { return f.Item != no }))
		if n >= photos.MostPages {
			return photos.TooMany
		}
		if n, err = models.Count(tx, "draft-photo", fmt.Sprint(row.ID), 24*time.Hour); err == nil && n > photosADay {
			err = fault.New(fault.TooMany, "too-many-photos", text("今天上传的照片太多了，请明天再传，或者立案以后再交。", "Too many photos today; please go on tomorrow, or file them in the case."))
		}
		to = evidence.Place{Store: d.vault.Store, Commission: row.CommissionID, Case: fmt.Sprintf("draft-%d", row.ID)}
		return err
	})
	if err != nil {
		return err
	}
	up, err := d.takePhoto(ctx, name, r)
	if err != nil {
		return err
	}
	defer up.Close()
	key, version, err := up.Keep(ctx, to)
	if err != nil {
		return d.watch(err)
	}
	return d.change(ctx, draft, func(tx *models.Tx, row *models.Draft, a *Answers) error {
		if !a.hasItem(no) {
			return fault.Missing()
		}
		if err := d.storeHolds(tx); err != nil {
			return err
		}
		return tx.Create(&models.DraftFile{CommissionID: row.CommissionID, DraftID: row.ID, Item: no, FileName: up.Name, MediaType: up.MediaType, Size: up.Size,
			Digest: up.Sum[:], ObjectKey: key, ObjectVersion: version, AddedAt: tx.Now}).Error
	})
}

// photo is an upload that was found to be a photo, with its bytes.
type photo struct {
	*evidence.Upload
	page photos.Page
}

// takePhoto receives a photo and makes its page at once: what cannot be shown is refused while the
// worker still has the phone in hand.
func (d *Desk) takePhoto(ctx context.Context, name string, r io.Reader) (*photo, error) {
	b, err := io.ReadAll(io.LimitReader(r, photos.MostBytes+1))
	if err != nil {
		return nil, err
	}
	if len(b) == 0 {
		return nil, fault.Bad("file", text("这个文件是空的，请重新选一张。", "This file is empty; please choose another."))
	}
	page, err := photos.PageOf(ctx, b)
	if err != nil {
		return nil, err
	}
	up, err := d.vault.Intake.Receive(ctx, bytes.NewReader(b), name, photos.MostBytes)
	if err != nil {
		return nil, err
	}
	return &photo{up, page}, nil
}

// dayOr is a day as the calculators take it; "" for none.
func dayOr(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// Prefill is what a calculator can be given from the answers: the worker isn't asked twice.
func (a *Answers) Prefill(c claims.Calculator) claims.Given {
	known := claims.Given{}
	if a.Started != nil {
		known["employed_from"] = dayOr(a.Started.On)
	}
	if a.Ended != nil {
		known["last_day"] = dayOr(a.Ended.On)
	}
	if a.Job != nil && a.Job.Wage > 0 {
		known["average_wage"], known["monthly_wage"] = a.Job.Wage.String(), a.Job.Wage.String()
	}
	for k, v := range a.Given[string(c.Code)] {
		known[k] = v
	}
	out := claims.Given{}
	for _, in := range c.Inputs {
		if v := known[in.Name]; v != "" {
			out[in.Name] = v
		}
	}
	return out
}

package casework

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// SendDraft sends an application (提交申请). Agreed says that the worker has read it.
type SendDraft struct {
	Agreed bool `json:"agreed,omitempty" doc:"以上内容是我自己的意思，是真实的 This is what I want to say, and it is true"`
}

// DraftReceipt is what came in, when, under which digest (收件回执). It holds no name and no sum.
type DraftReceipt struct {
	Ref       string         `json:"ref"`
	QueryCode string         `json:"query_code"`
	At        time.Time      `json:"at"`
	Hash      string         `json:"hash" doc:"申请书全文的 SHA-256 SHA-256 of the application"`
	Status    string         `json:"status_url" doc:"查进度的地址，已带查询号 Where the status is, with the reference filled in"`
	Record    string         `json:"record" doc:"立案记录的校验值 Hash of the record"`
	Papers    []DonePaper    `json:"papers,omitempty"`
	Exhibits  []ReceiptPiece `json:"exhibits,omitempty"`
}

// ReceiptPiece is one exhibit and the photos it was made of.
type ReceiptPiece struct {
	Mark   string   `json:"mark"`
	Title  string   `json:"title"`
	Hash   string   `json:"hash,omitempty"`
	Photos []string `json:"photos"`
	Failed *lawText `json:"failed,omitempty" doc:"没有交成的原因；在案件里重新提交 Why it was not filed; it can be filed in the case"`
}

// notAWorker is told to whoever is signed in as somebody who cannot send a worker's application.
var notAWorker = fault.New(fault.Forbidden, "not-a-worker", text("这份申请是以劳动者身份填的，现在登录的账号不能提交。请退出，用劳动者自己的账号提交，或者在提交时注册一个。",
	"This application is a worker's, and the account that is signed in cannot send it. Please sign out and send it with the worker's own account, or make one when sending."))

// NotAgreed is told to whoever sends an application without saying that it is theirs.
var NotAgreed = bad("agreed", "请确认这是您自己的意思，是真实的。", "Please confirm that this is what you want to say, and true.")

// SendDraft sends the application through the one door: the case is opened, the exhibits are filed, the
// sums' workings are kept, each by the command that everybody uses. It may be repeated: every command has
// a key of the draft's own, so what was done is not done twice.
func (d *Desk) SendDraft(ctx context.Context, who policies.Actor, id int64, in SendDraft) (*DraftReceipt, error) {
	if who.Account == 0 {
		return nil, fault.New(fault.Unauthorized, "sign-in-needed", text("请先登录。", "Please sign in."))
	}
	if !in.Agreed {
		return nil, NotAgreed
	}
	a, files, paper, err := d.ready(ctx, who, id)
	if err != nil {
		return nil, fmt.Errorf("send draft: %w", err)
	}
	cmd := a.opening()
	cmd.paper = paper
	done, err := d.Begin(ctx, who, cmd, d.draftKey(id, "open"))
	if err != nil {
		return nil, fmt.Errorf("send draft: %w", err)
	}
	if err := d.sending(ctx, who, id, done.Ref, nil); err != nil {
		return nil, fmt.Errorf("send draft: %w", err)
	}
	out := &DraftReceipt{Ref: done.Ref, QueryCode: done.QueryCode, At: done.Recorded.In(models.Zone), Hash: fmt.Sprintf("%x", sha256.Sum256([]byte(paper))), Status: d.statusOf(done.Ref), Record: done.Hash, Papers: done.Papers}
	for _, it := range a.Items {
		piece, err := d.fileItem(ctx, who, done.Ref, id, it, files)
		if err != nil {
			return nil, fmt.Errorf("send draft: %s: %w", done.Ref, err)
		}
		out.Exhibits = append(out.Exhibits, *piece)
	}
	if err := d.keepSums(ctx, who, done.Ref, id, a); err != nil {
		return nil, fmt.Errorf("send draft: %s: %w", done.Ref, err)
	}
	return out, d.sending(ctx, who, id, done.Ref, &out.At)
}

// ready reads what is sent: nothing may be missing.
func (d *Desk) ready(ctx context.Context, who policies.Actor, id int64) (a *Answers, files []models.DraftFile, paper string, err error) {
	err = d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		var row *models.Draft
		if row, a, err = draftOf(tx, id, false); err != nil {
			return err
		}
		if row.SentAt != nil || row.Ref != "" && (row.AccountID == nil || *row.AccountID != who.Account) {
			return fault.New(fault.Conflict, "draft-sent", text("这份申请已经提交，查询号 "+row.Ref+"。", "This application was sent; its reference is "+row.Ref+"."))
		}
		if err := a.missing(); err != nil {
			return err
		}
		if post, _, err := d.mayOpen(tx, who); err != nil || post.Role == policies.Employer {
			return notAWorker
		}
		com, err := models.CommissionByID(tx, row.CommissionID)
		if err != nil {
			return err
		}
		paper = a.paper(com.Name, tx.Today())
		files, err = row.Files(tx)
		return err
	})
	return a, files, paper, err
}

// draftKey is the key of one command of a draft: the same whenever it is tried again.
func (d *Desk) draftKey(id int64, what string) Options {
	key := fmt.Sprintf("draft-%d-%s", id, what)
	return Options{Key: key, Route: "draft", Digest: sha256.Sum256([]byte(key))}
}

// fileItem files one exhibit from the photos in the store.
func (d *Desk) fileItem(ctx context.Context, who policies.Actor, ref string, id int64, it DraftItem, files []models.DraftFile) (*ReceiptPiece, error) {
	var mine []models.DraftFile
	piece := &ReceiptPiece{Title: it.Title}
	for _, f := range files {
		if f.Item == it.No {
			mine = append(mine, f)
			piece.Photos = append(piece.Photos, fmt.Sprintf("%x", f.Digest))
		}
	}
	var open io.ReadCloser
	defer func() {
		if open != nil {
			open.Close()
		}
	}()
	at := 0
	next := func() (string, io.Reader, error) {
		if open != nil {
			open.Close()
		}
		if at == len(mine) {
			return "", nil, io.EOF
		}
		f := mine[at]
		at++
		var err error
		open, err = d.vault.Store.Open(ctx, f.ObjectKey, f.ObjectVersion, 0, -1)
		if fault.Is(err, fault.NotFound) {
			err = bad("item", "「"+it.Title+"」的照片找不到了，请重新上传。", "The photos of “"+it.Title+"” are gone; please add them again.")
		}
		return f.FileName, open, d.watch(err)
	}
	done, err := d.ReceivePhotos(ctx, who, ref, FileEvidence{Title: it.Title, Proves: it.Proves, Side: string(models.ApplicantSide)}, next, d.draftKey(id, fmt.Sprintf("item-%d", it.No)))
	if f := fault.As(err); f != nil && (f.Kind == fault.Invalid || f.Kind == fault.Refused || f.Kind == fault.TooLarge) {
		piece.Failed = &f.Says // the application is in; this exhibit can be filed in the case
		return piece, nil
	}
	if err != nil {
		return nil, err
	}
	piece.Mark, piece.Hash = done.Exhibit, done.Filed
	return piece, nil
}

// keepSums keeps the working of each sum that was worked out. A number that changed since, or a step that
// the state no longer takes, holds nothing up: the claim stands as it was sent.
func (d *Desk) keepSums(ctx context.Context, who policies.Actor, ref string, id int64, a *Answers) error {
	for i, code := range a.Wanted.Kinds {
		given := a.Given[code]
		if given == nil {
			continue
		}
		if _, ok := claims.CalculatorOf(claims.Code(code)); !ok {
			continue
		}
		_, err := d.Do(ctx, who, ref, KeepCalculation{Claim: i + 1, Inputs: given}, d.draftKey(id, "sum-"+code))
		if err != nil && !fault.Is(err, fault.Invalid) && !fault.Is(err, fault.Refused) {
			return err
		}
	}
	return nil
}

// sending notes which case the draft has become, from when on its answers stand; and, once all of it came
// in, empties it: what it held is in the case now. Its code still tells which one.
func (d *Desk) sending(ctx context.Context, who policies.Actor, id int64, ref string, at *time.Time) error {
	return d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		row, _, err := draftOf(tx, id, true)
		if err != nil {
			return err
		}
		row.Ref, row.AccountID, row.SentAt = ref, &who.Account, at
		if at != nil {
			row.Answers = "{}"
			if _, err := row.DropFiles(tx, 0, 0); err != nil {
				return err
			}
		}
		return row.Save(tx)
	})
}

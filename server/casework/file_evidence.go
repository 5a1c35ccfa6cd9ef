package casework

import (
	"context"
	"fmt"
	"io"
	"time"

	"tiaocai/models"
	"tiaocai/models/outbox"
	"tiaocai/policies"
	"tiaocai/server/evidence"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// Vault is where evidence is kept: a store of objects, and the folder in which uploads are looked
// at before they get there.
type Vault struct {
	Store  evidence.Store
	Intake *evidence.Intake
	Limit  int64  // bytes a file may have
	Name   string // of the store; the database says which one is in force
}

// FileEvidence offers one exhibit (提交证据). The file is received first; its row, the event and the
// messages commit together. A row never exists without its object.
type FileEvidence struct {
	Dated
	Title  string `json:"title" minLength:"1" maxLength:"100" doc:"证据名称 Title"`
	Proves string `json:"proves" minLength:"1" maxLength:"500" doc:"证明什么 What it proves"`
	Claim  int    `json:"claim,omitempty" minimum:"0" doc:"关于第几项请求 The claim it concerns"`
	Side   string `json:"side,omitempty" enum:"applicant,respondent,commission" doc:"哪一方的证据（工作人员登记时）Whose exhibit, when staff enter it"`
	Reason string `json:"reason,omitempty" maxLength:"500" doc:"逾期提交的理由 Reason for lateness"`

	upload  *evidence.Upload
	key     string
	version string
	row     *models.Exhibit
	sealing evidence.Sealing
	late    bool

	originals []original // the photos that it was made of
	kept      []int64    // their rows
}

func (*FileEvidence) Event() workflows.Event { return workflows.FileEvidence }

// MayTake says whether somebody may take a step of a case at all, before anything else of the
// request is looked at: a stranger learns nothing, not even that the form was filled in wrongly.
func (d *Desk) MayTake(ctx context.Context, who policies.Actor, ref string, e workflows.Event) error {
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		c, err := models.FindCase(tx, ref)
		if err != nil {
			return err
		}
		hs, err := models.HoldingsOn(tx, who, c)
		if err != nil {
			return err
		}
		_, err = d.admit(hs, c.State, e)
		return err
	})
}

// Receive takes a file from a stream into the vault and files it as an exhibit. The object is in
// the store before the row is written; a refusal or a power cut leaves an object without a row,
// which a sweep removes after a day.
func (d *Desk) Receive(ctx context.Context, who policies.Actor, ref string, cmd FileEvidence, name string, r io.Reader, o Options) (*Done, error) {
	if err := d.MayTake(ctx, who, ref, workflows.FileEvidence); err != nil {
		return nil, fmt.Errorf("receive evidence: %w", err)
	}
	up, err := d.takeIn(ctx, ref, name, r)
	if up != nil {
		defer up.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("receive evidence: %w", err)
	}
	o.Digest = mix(o.Digest, up.Sum)
	cmd.upload, cmd.key, cmd.version = up.Upload, up.key, up.version
	d.at(AfterObject)
	cmd.sealing = d.sealing(ctx)
	done, err := d.Do(ctx, who, ref, &cmd, o)
	if err == nil {
		d.at(AfterCommit)
	}
	return done, err
}

// takenIn is a file that came in and lies in the store.
type takenIn struct {
	*evidence.Upload
	key, version string
}

// takeIn brings a file from a stream into the store. The caller closes what it gets.
func (d *Desk) takeIn(ctx context.Context, ref, name string, r io.Reader) (*takenIn, error) {
	to, err := d.place(ctx, ref)
	if err != nil {
		return nil, err
	}
	up, err := d.vault.Intake.ReceiveFor(ctx, r, name, d.vault.Limit, to)
	if err != nil {
		return nil, err
	}
	in := &takenIn{Upload: up}
	in.key, in.version, err = up.Keep(ctx, to)
	return in, d.watch(err)
}

// place is where the files of a case go.
func (d *Desk) place(ctx context.Context, ref string) (to evidence.Place, err error) {
	err = d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		c, err := models.FindCase(tx, ref)
		if err == nil {
			to = evidence.Place{Store: d.vault.Store, Commission: c.Key().Commission, Case: c.Ref}
		}
		return err
	})
	return to, err
}

// Tell says whether the exhibit comes after its period.
func (e *FileEvidence) Tell(a *Act, f *workflows.Facts) error {
	if e.Claim > len(a.Case.Claims) {
		return bad("claim", "本案没有这一项请求。", "There is no such claim in this case.")
	}
	f.Act.Reason = e.Reason
	side, err := e.sideOf(a)
	if err != nil {
		return err
	}
	ends := f.EvidenceEnds(workflows.Capacity(side))
	e.late = !ends.IsZero() && ends.Before(a.On) && a.Case.State.Proceeding()
	f.Act.Late = e.late
	return nil
}

// Apply gives the exhibit its number for good: one more than the last of its side.
func (e *FileEvidence) Apply(a *Act) error {
	side, err := e.sideOf(a)
	if err != nil {
		return err
	}
	if err := a.Desk.storeHolds(a.Tx); err != nil {
		return err
	}
	no, err := models.NextExhibit(a.Tx, a.Case, side)
	if err != nil {
		return err
	}
	x := &models.Exhibit{Child: a.child(), Side: side, No: no, Title: e.Title, Proves: e.Proves, FileName: e.upload.Name,
		MediaType: e.upload.MediaType, Size: e.upload.Size, Digest: e.upload.Sum[:], ObjectKey: e.key, ObjectVersion: e.version,
		FiledOn: a.On, FiledBy: a.Who.Account, FiledAt: a.Tx.Now,
		KeepUntil: workflows.KeepUntil(a.Rules.Days, calendar.Latest(a.On, a.Tx.Today()), calendar.Date{}, "")}
	if e.late {
		x.LateReason = e.Reason
	}
	if e.Claim > 0 {
		x.ClaimNo = &e.Claim
	}
	e.row = x
	if err := e.keepOriginals(a); err != nil {
		return err
	}
	if x.ID == 0 {
		a.Case.Change(x)
	}
	a.Detail["exhibit"], a.Detail["sha256"], a.Detail["size"] = x.Mark(), fmt.Sprintf("%x", e.upload.Sum), e.upload.Size
	return nil
}

// Settle says what was filed and whether the store can seal it, and queues the job that does: now that
// the exhibit is admitted to the file. The upload itself sets no lock, or what was refused could never go.
func (e *FileEvidence) Settle(a *Act, done *Done) error {
	done.Exhibit, done.Filed, done.Sealing = e.row.Mark(), fmt.Sprintf("%x", e.upload.Sum), &e.sealing
	for _, id := range append([]int64{e.row.ID}, e.kept...) {
		if _, err := a.Desk.queue.InsertTx(a.Tx.Context(), a.Tx.SQL(), outbox.Seal{Commission: e.row.CommissionID, Exhibit: id}, nil); err != nil {
			return err
		}
	}
	return nil
}

// storeHolds refuses a filing whose object went into a store that is no longer the one in force.
func (d *Desk) storeHolds(tx *models.Tx) error {
	name, err := models.StoreInForce(tx, true)
	if err != nil || name == d.vault.Name {
		return err
	}
	f := fault.New(fault.Unavailable, "evidence-moved", text("证据库刚刚搬迁，这个程序还没有重新启动，材料没有保存。请稍后再交。",
		"The evidence was just moved to another store and this program was not started anew; the file was not kept. Please try again later."))
	f.RetryAfter = time.Minute
	return f
}

func (e *FileEvidence) sideOf(a *Act) (models.Side, error) {
	switch a.Capacity {
	case workflows.Applicant:
		return models.ApplicantSide, nil
	case workflows.Respondent:
		return models.RespondentSide, nil
	}
	if e.Side == "" {
		return "", bad("side", "请写明是哪一方的证据。", "Please say whose exhibit it is.")
	}
	return models.Side(e.Side), nil
}

// mix binds the file to the request's digest, so that a repeated key with another file is noticed.
func mix(a, b [32]byte) [32]byte {
	for i := range a {
		a[i] ^= b[i]
	}
	return a
}

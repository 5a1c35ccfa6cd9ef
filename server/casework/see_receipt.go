package casework

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// ReceiptSlip is what somebody takes home who handed something in (收件凭条): the reference, what came in, when and under
// which digest, and what comes next by when. The query code is not on it: it was given once.
type ReceiptSlip struct {
	Ref         string        `json:"ref"`
	Number      string        `json:"number,omitempty"`
	Commission  string        `json:"commission"`
	Applicants  string        `json:"applicants"`
	Respondents string        `json:"respondents"`
	Claims      int           `json:"claims"`
	OpenedAt    time.Time     `json:"opened_at" doc:"登记的时间 When it was entered"`
	ReceivedOn  calendar.Date `json:"received_on" doc:"收到申请之日 The day of receipt"`
	Record      string        `json:"record" doc:"登记记录的校验值 Hash of the record"`
	Text        *SlipPiece    `json:"application,omitempty" doc:"在网上填的申请书 The application, where it was filled in online"`
	Pieces      []SlipPiece   `json:"pieces" doc:"申请人提交的材料 What the applicant filed"`
	Next        NextView      `json:"next"`
	Status      string        `json:"status_url" doc:"查进度的地址，已带查询号 Where the status is, with the reference filled in"`
	Printed     time.Time     `json:"printed_at"`
}

// SlipPiece is one thing that was handed in.
type SlipPiece struct {
	Mark  string    `json:"mark,omitempty"`
	Title string    `json:"title"`
	At    time.Time `json:"at"`
	Hash  string    `json:"hash" doc:"SHA-256"`
}

// statusOf is where anybody asks for the status of a case, with its reference filled in. The query code stands in no
// address: it would be kept in histories and logs.
func (d *Desk) statusOf(ref string) string { return d.url + "/status?number=" + ref }

// SeeReceipt makes the slip for the registry, for a mediator who took the matter in, and for the applicants' side.
func (d *Desk) SeeReceipt(ctx context.Context, who policies.Actor, ref string) (*ReceiptSlip, error) {
	var v *ReceiptSlip
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ViewCase)
		if err != nil {
			return err
		}
		caps := g.Capacities()
		if !slices.Contains(caps, workflows.Registry) && !slices.Contains(caps, workflows.Mediator) && !(g.Party() && sideOf(g) == models.ApplicantSide) {
			return policies.Forbid()
		}
		if v, err = d.slip(tx, c, g); err != nil {
			return err
		}
		return models.NoteRead(tx, c.Key(), who.Account, "receipt")
	})
	if err != nil {
		return nil, fmt.Errorf("see receipt: %w", err)
	}
	return v, nil
}

func (d *Desk) slip(tx *models.Tx, c *models.Case, g policies.Grant) (*ReceiptSlip, error) {
	com, err := models.CommissionByID(tx, c.CommissionID)
	if err != nil {
		return nil, err
	}
	in, err := rules(tx, c.CommissionID)
	if err != nil {
		return nil, err
	}
	first, err := models.FirstEvent(tx, c)
	if err != nil {
		return nil, err
	}
	v := &ReceiptSlip{Ref: c.Ref, Number: c.CaseNumber(), Commission: com.Name, Claims: len(c.AskedClaims()), Status: d.statusOf(c.Ref), Pieces: []SlipPiece{},
		OpenedAt: first.RecordedAt.In(models.Zone), Record: fmt.Sprintf("%x", first.Hash), Printed: tx.Now.In(models.Zone)}
	v.Applicants, v.Respondents = namesOf(c, models.ApplicantSide), namesOf(c, models.RespondentSide)
	if app := c.Application(); app != nil {
		v.ReceivedOn = app.ReceivedOn
	}
	f := c.Facts(in, tx.Today())
	clocks := workflows.Clocks(f)
	n := workflows.NextOf(f, clocks)
	v.Next = NextView{Who: n.Who, WhoName: capacityNames[n.Who], Task: n.Task, What: n.What, Says: n.Task.Says().Worker, By: n.By}
	for _, k := range clocks {
		if k.Period == n.Period && k.Done.IsZero() && k.Due == n.By && !n.By.IsZero() {
			at := clockView(k, tx.Today(), in.Days)
			v.Next.Clock = &at
		}
	}
	return v, d.slipPieces(tx, c, g, v)
}

// slipPieces are the application that was sent and the exhibits of the applicants' side, to whoever may read exhibits.
func (d *Desk) slipPieces(tx *models.Tx, c *models.Case, g policies.Grant, v *ReceiptSlip) error {
	sent, err := models.SentOf(tx, c)
	if err != nil {
		return err
	}
	if sent != nil {
		v.Text = &SlipPiece{Title: text("仲裁申请书", "Application for arbitration").ZH, At: sent.SentAt.In(models.Zone), Hash: fmt.Sprintf("%x", sent.Digest)}
	}
	if !g.May(policies.ReadEvidence) {
		return nil
	}
	rows, err := models.ExhibitsOf(tx, c)
	if err != nil {
		return err
	}
	for _, x := range rows {
		if x.Side == models.ApplicantSide {
			v.Pieces = append(v.Pieces, SlipPiece{x.Mark(), x.Title, x.FiledAt.In(models.Zone), fmt.Sprintf("%x", x.Digest)})
		}
	}
	return nil
}

func namesOf(c *models.Case, side models.Side) string {
	var names []string
	for _, p := range c.Parties {
		if p.Side == side {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, "、")
}

// FileLabel is what is stuck on a file (案卷标签), with a code that opens the case.
type FileLabel struct {
	Ref         string        `json:"ref"`
	Number      string        `json:"number,omitempty"`
	Commission  string        `json:"commission"`
	Applicants  string        `json:"applicants"`
	Respondents string        `json:"respondents"`
	Cause       law.Text      `json:"cause"`
	ReceivedOn  calendar.Date `json:"received_on"`
	AcceptedOn  calendar.Date `json:"accepted_on"`
	Link        string        `json:"link" doc:"案件的地址；打开要登录，要有权限 Where the case is; opening it needs signing in and a right"`
}

// SeeLabel makes the label for those who keep the file: the registry and the recorder.
func (d *Desk) SeeLabel(ctx context.Context, who policies.Actor, ref string) (*FileLabel, error) {
	var v *FileLabel
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ViewCase)
		if err != nil {
			return err
		}
		caps := g.Capacities()
		if !slices.Contains(caps, workflows.Registry) && !slices.Contains(caps, workflows.Recorder) {
			return policies.Forbid()
		}
		com, err := models.CommissionByID(tx, c.CommissionID)
		if err != nil {
			return err
		}
		v = &FileLabel{Ref: c.Ref, Number: c.CaseNumber(), Commission: com.Name, Applicants: namesOf(c, models.ApplicantSide), Respondents: namesOf(c, models.RespondentSide),
			Cause: causeName(c.Cause), ReceivedOn: c.OpenedOn, AcceptedOn: c.AcceptedOn, Link: d.url + "/cases/" + c.Ref}
		if app := c.Application(); app != nil {
			v.ReceivedOn = app.ReceivedOn
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("see label: %w", err)
	}
	return v, nil
}

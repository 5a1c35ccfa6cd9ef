package casework

import (
	"context"
	"crypto/sha256"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/models/outbox"
	"tiaocai/policies"
	"tiaocai/server/spreadsheet"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// CarrySheet is a spreadsheet of old cases as it is handed in (带入旧案).
type CarrySheet struct {
	// Mapping says which column holds a field, where its head is another: field to head.
	Mapping map[string]string `json:"mapping,omitempty" doc:"字段对应的表头 Field to head, where they differ"`
	Expect  *int              `json:"expect_open,omitempty" doc:"应有多少件未结，用于核对 How many cases should be open, as a check"`
	Name    string            `json:"-"`
	Body    []byte            `json:"-"`
}

// CarryView is how far a sheet is.
type CarryView struct {
	ID         int64             `json:"id"`
	File       string            `json:"file"`
	MadeAt     time.Time         `json:"made_at"`
	State      string            `json:"state" enum:"checking,checked,running,done,failed"`
	Lines      int               `json:"lines" doc:"数据行数 Rows"`
	At         int               `json:"at" doc:"已处理行数 Rows dealt with"`
	Taken      int               `json:"taken" doc:"已带入 Carried over"`
	There      int               `json:"there" doc:"早已带入 Were carried over before"`
	Bad        int               `json:"bad" doc:"有误的行 Rows with faults"`
	Findings   []models.Finding  `json:"findings" doc:"前一千处 The first thousand"`
	Years      []models.YearOpen `json:"years" doc:"各年结转、受理、结案、未结 C0, A, K, O of each year"`
	ExpectOpen *int              `json:"expect_open,omitempty"`
	Said       law.Text          `json:"said"`
	MayRun     bool              `json:"may_run"`
}

// CarryAnswer tells a sheet's number.
type CarryAnswer struct {
	ID    int64  `json:"id"`
	State string `json:"state"`
}

// CarryRun lets a checked sheet in.
type CarryRun struct {
	LeaveBad bool `json:"leave_bad,omitempty" doc:"有误的行留下，先带入其余的 Leave rows with faults out and carry over the rest"`
}

// carries is the commission whose old cases somebody may carry over.
func (d *Desk) carries(tx *models.Tx, who policies.Actor) (int64, error) {
	return d.holds(tx, who, policies.CarryOver)
}

// MayCarryOver says whether somebody may.
func (d *Desk) MayCarryOver(ctx context.Context, who policies.Actor) error {
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		_, err := d.carries(tx, who)
		return err
	})
}

// CarryTemplate is an empty sheet with its heads, and a second one that explains them.
func CarryTemplate() ([]byte, error) {
	main := spreadsheet.Sheet{Name: "案件", Widths: []float64{24, 13, 13, 20, 22, 12, 30, 22, 10}}
	help := spreadsheet.Sheet{Name: "填写说明", Head: []string{"列", "Column", "必填", "说明", "Meaning"}, Widths: []float64{18, 24, 8, 40, 60}}
	for _, f := range carryFields {
		head, must := f.Name.ZH, ""
		if f.Must {
			head, must = head+"*", "是"
		}
		main.Head = append(main.Head, head)
		help.Rows = append(help.Rows, []any{f.Name.ZH, f.Name.EN, must, f.Means.ZH, f.Means.EN})
	}
	for _, m := range workflows.Modes() {
		help.Rows = append(help.Rows, []any{"结案方式", "Closing mode", "", m.Name().ZH, string(m)})
	}
	for _, c := range claims.Causes() {
		help.Rows = append(help.Rows, []any{"案由代码", "Cause code", "", string(c.Code), c.Name.ZH})
	}
	return spreadsheet.Write(main, help)
}

// BeginCarryOver takes a sheet in and has it checked. Nothing is carried over yet.
func (d *Desk) BeginCarryOver(ctx context.Context, who policies.Actor, in CarrySheet, o Options) (*CarryAnswer, error) {
	if err := d.MayCarryOver(ctx, who); err != nil {
		return nil, fmt.Errorf("carry over: %w", err)
	}
	table, err := spreadsheet.Read(in.Body)
	if err != nil {
		return nil, fmt.Errorf("carry over: %w", err)
	}
	mapping, err := mappingOf(table.Head, in.Mapping)
	if err != nil {
		return nil, fmt.Errorf("carry over: %w", err)
	}
	sum := sha256.Sum256(in.Body)
	o.Digest = mix(o.Digest, sum)
	var out *CarryAnswer
	err = d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.carries(tx, who)
		if err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*CarryAnswer, error) {
			row := &models.CarryOver{CommissionID: commission, MadeBy: who.Account, MadeAt: tx.Now, FileName: in.Name, Digest: sum[:], Sheet: string(in.Body), Mapping: mapping,
				ExpectOpen: in.Expect, State: "checking", Lines: len(table.Rows), Findings: []models.Finding{}, Years: []models.YearOpen{}}
			if err := tx.Create(row).Error; err != nil {
				return nil, err
			}
			return &CarryAnswer{row.ID, row.State}, d.goOn(tx, commission, row.ID)
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("carry over: %w", err)
	}
	return out, nil
}

func (d *Desk) goOn(tx *models.Tx, commission, id int64) error {
	_, err := d.queue.InsertTx(tx.Context(), tx.SQL(), outbox.CarryOver{Commission: commission, Sheet: id}, nil)
	return err
}

// RunCarryOver lets a checked sheet in, or goes on with one that was cut off.
func (d *Desk) RunCarryOver(ctx context.Context, who policies.Actor, id int64, in CarryRun, o Options) (*CarryAnswer, error) {
	var out *CarryAnswer
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.carries(tx, who)
		if err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*CarryAnswer, error) {
			c, err := models.LockCarryOver(tx, commission, id)
			if err != nil || c == nil {
				return nil, orMissing(err)
			}
			if err := mayRun(c, in); err != nil {
				return nil, err
			}
			c.State, c.LeaveBad, c.MadeBy, c.Said = "running", in.LeaveBad, who.Account, law.Text{}
			if err := tx.Model(c).Select("MadeBy").Updates(c).Error; err != nil {
				return nil, err
			}
			if err := c.Went(tx); err != nil {
				return nil, err
			}
			return &CarryAnswer{c.ID, c.State}, d.goOn(tx, commission, c.ID)
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("carry over: %w", err)
	}
	return out, nil
}

func orMissing(err error) error {
	if err == nil {
		err = fault.Missing()
	}
	return err
}

func mayRun(c *models.CarryOver, in CarryRun) error {
	conflict := func(zh, en string) error {
		return fault.New(fault.Conflict, "carry-over-state", law.Text{ZH: zh, EN: en})
	}
	switch {
	case c.State == "checking":
		return conflict("表格还在核对，请稍等。", "The sheet is still being checked; please wait.")
	case c.State == "done":
		return conflict("这份表格已经带入。", "This sheet has been carried over.")
	case c.Lines == c.Bad:
		return conflict("没有一行可以带入，请先改好表格。", "No row can be carried over; please mend the sheet first.")
	case c.Bad > 0 && !in.LeaveBad:
		return conflict(fmt.Sprintf("有%d行有误。请改好再交，或者选择先带入其余的行。", c.Bad), fmt.Sprintf("%d rows have faults. Please mend them, or choose to carry over the rest.", c.Bad))
	}
	return nil
}

// SeeCarryOver shows how far one is.
func (d *Desk) SeeCarryOver(ctx context.Context, who policies.Actor, id int64) (*CarryView, error) {
	var out *CarryView
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.carries(tx, who)
		if err != nil {
			return err
		}
		c, err := models.CarryOverOf(tx, commission, id)
		if err != nil || c == nil {
			return orMissing(err)
		}
		out = carryView(c)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("see carry-over: %w", err)
	}
	return out, nil
}

// CarryOvers lists them, newest first.
func (d *Desk) CarryOvers(ctx context.Context, who policies.Actor) ([]CarryView, error) {
	list := []CarryView{}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.carries(tx, who)
		if err != nil {
			return err
		}
		rows, err := models.CarryOvers(tx, commission)
		for i := range rows {
			list = append(list, *carryView(&rows[i]))
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("carry-overs: %w", err)
	}
	return list, nil
}

func carryView(c *models.CarryOver) *CarryView {
	v := &CarryView{ID: c.ID, File: c.FileName, MadeAt: c.MadeAt, State: c.State, Lines: c.Lines, At: c.At, Taken: c.Taken, There: c.There, Bad: c.Bad,
		Findings: c.Findings, Years: c.Years, ExpectOpen: c.ExpectOpen, Said: c.Said}
	v.MayRun = c.State != "checking" && c.State != "done" && c.Lines > c.Bad
	return v
}

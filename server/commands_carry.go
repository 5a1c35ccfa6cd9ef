package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/server/config"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// carryOver brings a sheet of old cases in from the command line, under the name of somebody who
// may: it is checked, and with "run" carried over.
func carryOver(ctx context.Context, cfg config.Config, args []string, out io.Writer) error {
	if len(args) < 2 {
		return fault.New(fault.Invalid, "usage", law.Text{ZH: "用法：server carry-over 账号 文件 [run] [leave-bad]", EN: "Usage: server carry-over LOGIN FILE [run] [leave-bad]"})
	}
	body, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	p, err := open(ctx, cfg, out)
	if err != nil {
		return err
	}
	err = carrySheet(ctx, p, args, body, out)
	return errors.Join(err, p.Close())
}

func carrySheet(ctx context.Context, p *boot.Program, args []string, body []byte, out io.Writer) error {
	who, err := actorOf(ctx, p, args[0])
	if err != nil {
		return err
	}
	key := func() casework.Options {
		return casework.Options{Key: "carry-over-" + rand.Text(), Route: "command line"}
	}
	a, err := p.Desk.BeginCarryOver(ctx, who, casework.CarrySheet{Name: filepath.Base(args[1]), Body: body}, key())
	if err != nil {
		return err
	}
	if err := p.Desk.WorkCarryOver(ctx, 1, a.ID, nil); err != nil {
		return err
	}
	v, err := p.Desk.SeeCarryOver(ctx, who, a.ID)
	if err != nil {
		return err
	}
	for _, f := range v.Findings {
		fmt.Fprintf(out, "第%d行 row %d, %s: %s %s\n", f.Line, f.Line, f.Field, f.Says.ZH, f.Says.EN)
	}
	for _, y := range v.Years {
		fmt.Fprintf(out, "%d: 结转 C0 %d, 受理 A %d, 结案 K %d, 未结 O %d\n", y.Year, y.Opening, y.Accepted, y.Closed, y.Open)
	}
	fmt.Fprintf(out, "%d 行，%d 行有误 %d rows, %d with faults\n", v.Lines, v.Bad, v.Lines, v.Bad)
	if !slices.Contains(args[2:], "run") {
		return nil
	}
	if _, err := p.Desk.RunCarryOver(ctx, who, a.ID, casework.CarryRun{LeaveBad: slices.Contains(args[2:], "leave-bad")}, key()); err != nil {
		return err
	}
	last := 0
	err = p.Desk.WorkCarryOver(ctx, 1, a.ID, func(v casework.CarryView) {
		if v.At-last >= v.Lines/20 || v.At == v.Lines {
			last = v.At
			fmt.Fprintf(out, "%d / %d\n", v.At, v.Lines)
		}
	})
	if err != nil {
		return err
	}
	if v, err = p.Desk.SeeCarryOver(ctx, who, a.ID); err == nil && v.State != "done" {
		err = fault.New(fault.Conflict, "carry-over-stopped", v.Said)
	}
	if err == nil {
		fmt.Fprintf(out, "已带入%d件，早已带入%d件 %d carried over, %d were here before\n", v.Taken, v.There, v.Taken, v.There)
	}
	return err
}

// actorOf is the account that a login names.
func actorOf(ctx context.Context, p *boot.Program, login string) (who policies.Actor, err error) {
	err = p.DB.Reading(ctx, time.Now(), func(tx *models.Tx) error {
		a, err := models.AccountByLogin(tx, login)
		if err == nil && a == nil {
			err = fault.Bad("login", law.Text{ZH: "没有这个账号。", EN: "There is no such account."})
		}
		if err == nil {
			who = policies.Actor{Account: a.ID, Name: a.Name}
		}
		return err
	})
	return who, err
}

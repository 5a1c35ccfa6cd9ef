package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/server/config"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// evidenceCommand looks after the store: verify reads everything, move brings a disk to S3.
func evidenceCommand(ctx context.Context, cfg config.Config, args []string, out io.Writer) error {
	if len(args) == 1 && args[0] == "verify" {
		return verifyEvidence(ctx, cfg, out)
	}
	if len(args) == 1 && args[0] == "move" {
		return moveEvidence(ctx, cfg, out)
	}
	return fault.New(fault.Invalid, "usage", law.Text{ZH: "用法：server evidence verify 或 server evidence move", EN: "Usage: server evidence verify, or server evidence move"})
}

// verifyEvidence names every exhibit that differs, and fails if one does.
func verifyEvidence(ctx context.Context, cfg config.Config, out io.Writer) error {
	p, err := open(ctx, cfg, out)
	if err != nil {
		return err
	}
	all, err := p.Desk.VerifyEvidence(ctx, differs(out), func(v casework.Verified) {
		fmt.Fprintf(out, "… %d  %s\n", v.Exhibits, amount(v.Bytes))
	})
	fmt.Fprintf(out, "%d 件证据，%s，%d 件不符 %d exhibits, %s, %d differ\n", all.Exhibits, amount(all.Bytes), all.Different, all.Exhibits, amount(all.Bytes), all.Different)
	if err == nil && all.Different > 0 {
		err = fault.New(fault.Conflict, "evidence-differs", law.Text{ZH: fmt.Sprintf("有 %d 件证据与记录不符。", all.Different), EN: fmt.Sprintf("%d exhibits differ from their record.", all.Different)})
	}
	return errors.Join(err, p.Close())
}

// moveEvidence copies the disk to S3 and switches; broken off, it goes on where it was.
func moveEvidence(ctx context.Context, cfg config.Config, out io.Writer) error {
	p, err := boot.Open(ctx, cfg, boot.Extra{Log: logger(), Out: out, Moving: true})
	if err != nil {
		return err
	}
	from, to, name := p.Move()
	fmt.Fprintln(out, "从本机磁盘搬到 From the local disk to", name)
	m, err := p.Desk.MoveEvidence(ctx, from, to, name, differs(out), func(m casework.Moved) {
		fmt.Fprintf(out, "%d 件已搬，还有 %d 件，%s  %d moved, %d left, %s\n", m.Exhibits, m.Left.Exhibits, amount(m.Left.Bytes), m.Exhibits, m.Left.Exhibits, amount(m.Left.Bytes))
	})
	switch {
	case errors.Is(err, casework.ErrDifferent):
		err = fault.New(fault.Conflict, "evidence-differs", law.Text{
			ZH: "上面列出的文件与记录不符，没有搬走；证据仍存于本机磁盘。请从备份中恢复这些文件后再运行一次。",
			EN: "The objects named above differ from their record and were not moved; the evidence stays on the local disk. Restore them from a backup and run this again."})
	case err == nil:
		fmt.Fprintf(out, "已搬 %d 件，证据现存于 %s；请用这些设置启动程序。本机磁盘上的副本没有删除，备份后可自行删除。\n%d moved; the evidence now lies in %s: start the program with these settings. The copies on the disk were left; remove them once they are in a backup.\n",
			m.Exhibits, name, m.Exhibits, name)
	}
	return errors.Join(err, p.Close())
}

func differs(out io.Writer) func(casework.Difference) {
	return func(d casework.Difference) {
		fmt.Fprintf(out, "不符 differs: %s %s: %s %s (%s %s)\n", d.Ref, d.Mark, d.Says.ZH, d.Says.EN, d.Key, d.Version)
	}
}

// amount writes a number of bytes for people.
func amount(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%d KB", (n+1023)/1024)
}

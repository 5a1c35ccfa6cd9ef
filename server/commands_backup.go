package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"tiaocai/models"
	"tiaocai/server/backup"
	"tiaocai/server/boot"
	"tiaocai/server/config"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// apart opens the site as it is, without migrating or making anything.
func apart(ctx context.Context, cfg config.Config, out io.Writer) (*boot.Program, backup.Site, error) {
	p, err := boot.OpenApart(ctx, cfg, boot.Extra{Log: logger(), Out: out})
	if err != nil {
		return nil, backup.Site{}, err
	}
	s, err := p.Site()
	if err != nil {
		return nil, s, errors.Join(err, p.Close())
	}
	return p, s, nil
}

func usage(zh, en string) error {
	return fault.New(fault.Invalid, "usage", law.Text{ZH: "用法：" + zh, EN: "Usage: " + en})
}

// makeBackup writes an archive to a file, into a folder, to a device, or to the standard output.
func makeBackup(ctx context.Context, cfg config.Config, args []string, out io.Writer) (err error) {
	if len(args) != 1 || args[0] == "" {
		return usage("server backup 文件或文件夹（- 为标准输出）", "server backup FILE or FOLDER (- for the standard output)")
	}
	words := out
	if args[0] == "-" {
		words = os.Stderr // the archive itself goes where words otherwise do
	}
	p, s, err := apart(ctx, cfg, words)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	if args[0] == "-" {
		r, err := backup.Make(ctx, s, out)
		return ended(ctx, p, r, "-", words, err)
	}
	to, err := backup.Open(args[0], time.Now())
	if err != nil {
		return err
	}
	r, err := backup.Make(ctx, s, to)
	if err != nil {
		to.Drop()
		return err
	}
	err = to.Keep()
	return ended(ctx, p, r, to.Name, words, err)
}

// ended says what came of a backup and keeps it in the record of upkeep.
func ended(ctx context.Context, p *boot.Program, r *backup.Report, name string, out io.Writer, err error) error {
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "备份完成 Backup finished: %s\n  %d 件案件 cases, %d 条记录 events, %d 个证据文件 files, %d 字节 bytes, %s\n", name, r.Cases, r.Events, r.Objects, r.Size, r.Took.Round(time.Millisecond))
	fmt.Fprintf(out, "密钥不在备份中。请另行保管密钥文件（指纹 %s）；没有它，加密的内容无法打开。\nTHE KEYS ARE NOT IN THE BACKUP. Keep the key file apart (fingerprint %s); without it sealed data cannot be opened.\n", r.Keys, r.Keys)
	u := models.Upkeep{Kind: models.Backup, Whole: true, Cases: r.Cases, Events: r.Events, Objects: int64(r.Objects), Bytes: r.Size, Faults: int64(len(r.Damaged))}
	if err := p.Note(ctx, u, r.Took); err != nil {
		return fmt.Errorf("the backup is whole, but could not be noted 备份本身完整，只是没有记入运维记录: %w", err)
	}
	return sound(out, nil, r.Damaged)
}

// restore brings an archive back and checks what came of it.
func restore(ctx context.Context, cfg config.Config, args []string, out io.Writer) (err error) {
	if len(args) != 1 || args[0] == "" {
		return usage("server restore 备份文件", "server restore FILE")
	}
	p, s, err := apart(ctx, cfg, out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	r, err := backup.Restore(ctx, s, args[0])
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "已恢复 %s 的备份 The backup of that moment is restored: %d 件案件 cases, %d 条记录 events, %d 个证据文件 files\n",
		r.TakenAt.In(models.Zone).Format("2006-01-02 15:04"), r.Cases, r.Events, r.Objects)
	if err := p.Upgrade(ctx); err != nil {
		return err
	}
	v, err := verified(ctx, p, s, out)
	if err != nil {
		return err
	}
	u := models.Upkeep{Kind: models.Restore, Whole: true, Cases: int64(v.Cases), Events: int64(v.Events), Objects: int64(v.Objects), Bytes: v.Bytes, Faults: int64(v.Faults())}
	if err := p.Note(ctx, u, r.Took); err != nil {
		return err
	}
	return sound(out, v.Breaks, v.Damaged)
}

// verify recomputes every chain and reads every file; what does not hold together is named and
// makes the command fail.
func verify(ctx context.Context, cfg config.Config, _ []string, out io.Writer) (err error) {
	p, s, err := apart(ctx, cfg, out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	if err := p.Upgrade(ctx); err != nil {
		return err
	}
	v, err := verified(ctx, p, s, out)
	if err != nil {
		return err
	}
	return sound(out, v.Breaks, v.Damaged)
}

// verified checks everything and keeps what was found in the record of upkeep.
func verified(ctx context.Context, p *boot.Program, s backup.Site, out io.Writer) (*backup.Verified, error) {
	start := time.Now()
	v, err := backup.Verify(ctx, s)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(out, "%d 件案件，%d 条记录，%d 个证据文件 %d cases, %d events, %d files checked\n", v.Cases, v.Events, v.Objects, v.Cases, v.Events, v.Objects)
	u := models.Upkeep{Kind: models.ChainCheck, Whole: true, Cases: int64(v.Cases), Events: int64(v.Events), Objects: int64(v.Objects), Bytes: v.Bytes, Faults: int64(v.Faults())}
	return v, p.Note(ctx, u, time.Since(start))
}

// sound names what does not hold together; nil if all does.
func sound(out io.Writer, breaks []models.Break, damaged []backup.Damage) error {
	for _, b := range breaks {
		fmt.Fprintf(out, "断链 broken: %s\n", b)
	}
	for _, d := range damaged {
		says := "与交来时不同 not what was handed in"
		if d.Missing {
			says = "不在证据库中 missing in the store"
		}
		fmt.Fprintf(out, "证据文件 file %s %s: %s\n", d.Key, d.Version, says)
	}
	if n := len(breaks) + len(damaged); n > 0 {
		return fault.New(fault.Conflict, "chain-broken", law.Text{
			ZH: fmt.Sprintf("有 %d 处对不上，见上。不要再改动这些案件，保留最近一份完好的备份，并按 docs/operations.md 处理。", n),
			EN: fmt.Sprintf("%d places do not hold together, as named above. Leave these cases alone, keep the last sound backup, and follow docs/operations.md.", n)})
	}
	return nil
}

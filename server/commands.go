package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"tiaocai/models"
	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/server/config"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

func logger() *slog.Logger {
	return slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelInfo}))
}

// open brings the program up without listening.
func open(ctx context.Context, cfg config.Config, out io.Writer) (*boot.Program, error) {
	return boot.Open(ctx, cfg, boot.Extra{Log: logger(), Out: out})
}

// serve runs until it is told to stop, or until its own PostgreSQL ends.
func serve(ctx context.Context, cfg config.Config, _ []string, out io.Writer) (err error) {
	p, err := open(ctx, cfg, out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	if cfg.OwnPostgres() {
		if err := errors.Join(p.SeedDemo(ctx), p.SeedWorld(ctx)); err != nil {
			return err
		}
	}
	if err := p.Listen(ctx); err != nil {
		return err
	}
	if err := p.Work(ctx); err != nil {
		return err
	}
	p.Welcome()
	select {
	case <-ctx.Done():
		fmt.Fprintln(out, "正在停止 Stopping…")
		return nil
	case err := <-p.Died():
		if err == nil {
			err = errors.New("it was stopped from outside")
		}
		return fmt.Errorf("PostgreSQL 意外停止，服务已停；再次启动会自动恢复数据 PostgreSQL ended; start again and the data recovers: %w", err)
	}
}

func migrate(ctx context.Context, cfg config.Config, _ []string, out io.Writer) error {
	p, err := open(ctx, cfg, out)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "数据库结构已是最新 The schema is up to date.")
	return p.Close()
}

func seed(ctx context.Context, cfg config.Config, _ []string, out io.Writer) error {
	if !cfg.OwnPostgres() {
		return fault.New(fault.Invalid, "seed", law.Text{ZH: "演示账号只用于本机演示，不能建在 TIAOCAI_DATABASE_URL 指定的数据库里。", EN: "Demo accounts are for this machine's demo only; they are not made in the database of TIAOCAI_DATABASE_URL."})
	}
	p, err := open(ctx, cfg, out)
	if err != nil {
		return err
	}
	if err = p.SeedDemo(ctx); err == nil {
		err = p.SeedWorld(ctx)
	}
	if err == nil {
		fmt.Fprintln(out, "演示账号已就绪 The demo accounts are there. 密码 password:", boot.DemoPassword)
	}
	return errors.Join(err, p.Close())
}

func printConfig(_ context.Context, cfg config.Config, _ []string, out io.Writer) error {
	return cfg.Print(out)
}

// admin makes an administrator, or does to an account what an administrator does on its page.
func admin(ctx context.Context, cfg config.Config, args []string, out io.Writer) error {
	var run func(*boot.Program) (*casework.PersonMade, error)
	switch {
	case len(args) >= 3 && args[0] == "create":
		run = func(p *boot.Program) (*casework.PersonMade, error) {
			return p.Desk.MakeAdmin(ctx, 1, args[1], strings.Join(args[2:], " "))
		}
	case len(args) == 2 && casework.Console[args[0]] != nil:
		run = func(p *boot.Program) (*casework.PersonMade, error) {
			return casework.Console[args[0]](p.Desk, ctx, args[1])
		}
	default:
		return fault.New(fault.Invalid, "usage", law.Text{ZH: "用法：server admin create 账号 姓名，或 server admin link|reset|disable|enable 账号", EN: "Usage: server admin create LOGIN NAME, or server admin link|reset|disable|enable LOGIN"})
	}
	p, err := open(ctx, cfg, out)
	if err != nil {
		return err
	}
	made, err := run(p)
	switch {
	case err != nil:
	case made != nil:
		fmt.Fprintf(out, "一次性登录（%s 前有效）One-time sign-in, until then:\n%s\n", made.Until.In(models.Zone).Format("2006-01-02 15:04"), made.SignIn)
	default:
		fmt.Fprintln(out, "已办 Done.")
	}
	return errors.Join(err, p.Close())
}

func version(_ context.Context, _ config.Config, _ []string, out io.Writer) error {
	_, err := fmt.Fprintln(out, "tiaocai", boot.Version())
	return err
}

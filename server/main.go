// Command server runs Tiaocai 调裁: case work for labor-dispute mediation and arbitration.
//
// Without settings it starts everything it needs on this machine: a PostgreSQL of its own, a
// vault on the local disk, demo accounts, and the web server on 127.0.0.1:8080.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"tiaocai/server/boot"
	"tiaocai/server/config"
	"tiaocai/server/devstack"
	"tiaocai/workflows/fault"
)

// command is one sub-command: what it does in a line, and how to run it.
type command struct {
	name, says, usage string
	run               func(ctx context.Context, cfg config.Config, args []string, out io.Writer) error
}

var commands = []command{
	{"serve", "启动服务（默认） Run the server (the default)", "", serve},
	{"migrate", "更新数据库结构 Bring the database schema up to date", "", migrate},
	{"seed", "建立演示账号和调解组织 Make the demo's accounts and organisations", "", seed},
	{"config", "列出各项设置及其含义 Print each setting with its value and meaning", "", printConfig},
	{"verify", "核对全部案件记录的校验链和证据文件 Check the hash chain of every case, and every file", "", verify},
	{"carry-over", "带入旧案表格 Carry old cases over from a spreadsheet", "LOGIN FILE [run]", carryOver},
	{"evidence", "核对全部证据，或把证据从本机磁盘搬到对象存储 Check all evidence, or move it from the disk to the object store", "verify | move", evidenceCommand},
	{"backup", "备份数据库和证据（不含密钥） Back up database and evidence (not the keys)", "FILE|FOLDER|-", makeBackup},
	{"restore", "在空机器上恢复备份 Bring a backup back on an empty machine", "FILE", restore},
	{"keys", "生成密钥文件，或显示其指纹 Make a key file, or show its fingerprint", "create FILE|show", keys},
	{"admin", "开设管理员；或对一个账号：发登录链接、重置两步验证、停用、启用 Make an administrator; or give a link, reset the second factor, disable, enable an account", "create LOGIN NAME|link|reset|disable|enable LOGIN", admin},
	{"version", "版本 Version", "", version},
}

func main() {
	boot.Memory()
	signal.Ignore(syscall.SIGXFSZ) // a file that may not grow is a full disk, not a reason to die
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run picks the sub-command and says in words what went wrong.
func run(ctx context.Context, args []string, out, errs io.Writer) int {
	cmd := commands[0]
	if len(args) > 0 && args[0] != "" && args[0][0] != '-' {
		found := false
		for _, c := range commands {
			if c.name == args[0] {
				cmd, args, found = c, args[1:], true
				break
			}
		}
		if !found {
			fmt.Fprintf(errs, "没有这个命令 There is no command %q.\n\n", args[0])
			help(errs)
			return 2
		}
	}
	if len(args) > 0 && (args[0] == "-h" || args[0] == "--help" || args[0] == "-help") {
		if cmd.name == "serve" {
			help(out)
		} else {
			fmt.Fprintf(out, "server %s %s\n  %s\n", cmd.name, cmd.usage, cmd.says)
		}
		return 0
	}
	err := withConfig(ctx, cmd, args, out)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return 0
	}
	fmt.Fprintln(errs, sentence(err))
	return 1
}

func withConfig(ctx context.Context, cmd command, args []string, out io.Writer) error {
	cfg, err := config.FromEnviron(os.Environ())
	if err != nil && cmd.name != "version" {
		return err
	}
	return cmd.run(ctx, cfg, args, out)
}

// sentence is an error as a person at a terminal should read it.
func sentence(err error) string {
	var t *devstack.Trouble
	if errors.As(err, &t) {
		return t.ZH + "\n" + t.EN
	}
	if f := fault.As(err); f != nil {
		return f.Says.ZH + "\n" + f.Says.EN + cause(err, f)
	}
	return err.Error()
}

// cause is what lies behind a fault, for the one who must mend it; most faults have none.
func cause(err error, f *fault.Error) string {
	if err.Error() == f.Error() {
		return ""
	}
	return "\n(" + err.Error() + ")"
}

func help(w io.Writer) {
	fmt.Fprint(w, "Tiaocai 调裁\n\n  server [command]\n\n")
	for _, c := range commands {
		fmt.Fprintf(w, "  %-10s %-22s %s\n", c.name, c.usage, c.says)
	}
	fmt.Fprint(w, "\n设置来自环境变量，见 server config。Settings come from the environment: see server config.\n")
}

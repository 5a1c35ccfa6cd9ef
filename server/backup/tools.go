package backup

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"tiaocai/models"
)

// dump runs pg_dump on the exported snapshot and writes what it says into the archive. Who is signed
// in is left out: a copy of the sessions would be a copy of everybody's keys to the door.
func (b *maker) dump(ctx context.Context, bin string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	args := []string{"--format=custom", "--snapshot=" + b.m.Snapshot, "--no-owner", "--no-privileges", "--no-comments",
		"--lock-wait-timeout=60s", "--exclude-table-data=public.sessions"}
	for _, table := range models.MadeAnew {
		args = append(args, "--exclude-table-data=public."+table)
	}
	c, said, err := command(ctx, bin, "pg_dump", b.URL, args...)
	if err != nil {
		return err
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return fmt.Errorf("pg_dump: %w", err)
	}
	wrote := b.w.stream(databasePrefix, out)
	if wrote != nil {
		cancel()
	}
	ended := c.Wait()
	if wrote != nil {
		return wrote
	}
	if ended != nil {
		return refuse("backup-dump-failed", "数据库没有备份成功，已停止；数据没有改动。原因见下。", "The database could not be backed up; nothing was changed. The reason follows.", said.of("pg_dump", ended))
	}
	return nil
}

// command prepares one of PostgreSQL's tools. The password goes by the environment, which other
// users cannot see, never by the arguments, which they can.
func command(ctx context.Context, bin, tool, dsn string, args ...string) (*exec.Cmd, *complaints, error) {
	address, password, err := forLibpq(dsn)
	if err != nil {
		return nil, nil, err
	}
	if tool != "pg_restore" { // it writes a script and connects to nothing
		args = append(args, "--no-password", "--dbname="+address)
	}
	c := exec.CommandContext(ctx, filepath.Join(bin, tool), args...)
	c.Env = []string{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=" + os.Getenv("HOME"), "PGAPPNAME=tiaocai", "PGCLIENTENCODING=UTF8"}
	if password != "" {
		c.Env = append(c.Env, "PGPASSWORD="+password)
	}
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl-C is ours to pass on
	c.WaitDelay = 10 * time.Second
	said := &complaints{}
	c.Stderr = said
	return c, said, nil
}

// complaints keeps the beginning of what a tool says, without the lines that quote rows: its words
// go to the terminal and perhaps into a log.
type complaints struct{ text []byte }

func (l *complaints) Write(p []byte) (int, error) {
	l.text = append(l.text, p[:min(len(p), 8000-len(l.text))]...)
	return len(p), nil
}

func (l *complaints) String() string {
	var kept []string
	for line := range strings.Lines(string(l.text)) {
		if !strings.HasPrefix(line, "DETAIL:") && !strings.HasPrefix(line, "CONTEXT:") && !strings.HasPrefix(line, "LINE ") && len(kept) < 12 {
			kept = append(kept, strings.TrimSpace(line))
		}
	}
	return strings.Join(kept, "; ")
}

// of is how a tool ended, with what it said; nil stays nil.
func (l *complaints) of(tool string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w: %s", tool, err, l)
}

// wordOf finds a keyword of the form key=value in a connection string.
var wordOf = regexp.MustCompile(`(\w+)\s*=\s*('(?:[^'\\]|\\.)*'|(?:[^\s\\]|\\.)+)`)

// ours are the parameters that pgx knows and the C library does not.
func ours(name string) bool {
	return strings.HasPrefix(name, "pool_") || strings.HasPrefix(name, "statement_cache") || strings.HasPrefix(name, "description_cache") || name == "default_query_exec_mode"
}

// forLibpq takes from a connection string what the C library does not know, and the password.
func forLibpq(dsn string) (address, password string, err error) {
	cfg, err := pgconn.ParseConfig(dsn)
	if err != nil {
		return "", "", fmt.Errorf("TIAOCAI_DATABASE_URL: %w", err)
	}
	u, err := url.Parse(dsn)
	if err != nil || u.Scheme == "" {
		return strings.TrimSpace(wordOf.ReplaceAllStringFunc(dsn, func(word string) string {
			if name := wordOf.FindStringSubmatch(word)[1]; ours(name) || name == "password" {
				return ""
			}
			return word
		})), cfg.Password, nil
	}
	q := u.Query()
	for name := range q {
		if ours(name) || name == "password" {
			q.Del(name)
		}
	}
	u.RawQuery = q.Encode()
	if u.User != nil {
		u.User = url.User(u.User.Username())
	}
	return u.String(), cfg.Password, nil
}

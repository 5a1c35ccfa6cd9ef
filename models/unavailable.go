package models

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// trouble is one way in which the database can fail us, with what people should do.
type trouble struct {
	code  string
	retry time.Duration
	says  law.Text
}

var (
	down = trouble{"database-down", 10 * time.Second, law.Text{
		ZH: "数据库暂时连不上，请稍后再试；没有保存任何内容。",
		EN: "The database cannot be reached just now. Please try again; nothing was saved."}}
	busy = trouble{"database-busy", 5 * time.Second, law.Text{
		ZH: "同时办理的人太多，等得太久，已经停下；没有保存任何内容。请稍后再试。",
		EN: "Too much is going on and this waited too long, so it was stopped; nothing was saved. Please try again shortly."}}
	full = trouble{"database-full", time.Minute, law.Text{
		ZH: "数据库的磁盘或内存已满，现在只能查看，不能办理；没有保存任何内容。请告诉系统管理员腾出空间，然后再试一次。",
		EN: "The database has run out of disk or memory: cases can be read, but nothing can be entered, and nothing was saved. Please tell the administrator to make room, then try again."}}
	damaged = trouble{"database-trouble", time.Minute, law.Text{
		ZH: "数据库内部出错，没有保存任何内容。请告诉系统管理员查看数据库日志和磁盘，然后再试一次。",
		EN: "The database reports trouble of its own, and nothing was saved. Please tell the administrator to look at its log and its disk, then try again."}}
	unsure = trouble{"outcome-unknown", 5 * time.Second, law.Text{
		ZH: "保存的最后一刻与数据库断开，不能确定是否已经办成。请把同一请求再提交一次（在网页上请返回，再按一次按钮）：已办成的不会办第二遍。",
		EN: "The connection to the database was lost at the very moment of saving, so nobody can tell whether it was done. Please send the same request again (in a browser, go back and press the button once more): what was done is not done twice."}}
)

func (t trouble) of(err error) error {
	f := fault.New(fault.Unavailable, t.code, t.says)
	f.RetryAfter = t.retry
	return fmt.Errorf("%w: %w", f, err)
}

// unavailable turns a database that fails us into words; other errors pass, and so does the error
// of somebody who went away.
func unavailable(ctx context.Context, err error) error {
	if err == nil || fault.As(err) != nil || ctx.Err() != nil {
		return err
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		if t, ok := troubleOf(pg.Code); ok {
			return t.of(err)
		}
		return err
	}
	if connectionLost(ctx, err) {
		return down.of(err)
	}
	return err
}

// troubleOf reads PostgreSQL's codes: the first two letters are the class.
func troubleOf(code string) (trouble, bool) {
	switch code {
	case "57P01", "57P02", "57P03", "57P05", "53300", "25006", "25P03":
		return down, true
	case "57014", "55P03", "40001", "40P01":
		return busy, true
	}
	switch {
	case strings.HasPrefix(code, "08"):
		return down, true
	case strings.HasPrefix(code, "53"):
		return full, true
	case strings.HasPrefix(code, "58"), strings.HasPrefix(code, "XX"):
		return damaged, true
	}
	return trouble{}, false
}

// Full says that the database takes nothing in just now, but may still be read.
func Full(err error) bool {
	f := fault.As(err)
	return f != nil && f.Code == full.code
}

// unknown is the one failure after which something may be on record.
func unknown(err error) error { return unsure.of(err) }

// rolledBack says that the server itself refused the commit, so that nothing is on record. A server
// that ends a connection within a commit (class 57) has not said that.
func rolledBack(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && !strings.HasPrefix(pg.Code, "57") && pg.Severity != "FATAL" && pg.Severity != "PANIC" || errors.Is(err, sql.ErrTxDone)
}

// connectionLost says that there was no connection, or that it broke, while the caller still waits.
func connectionLost(ctx context.Context, err error) bool {
	if err == nil || ctx.Err() != nil || fault.As(err) != nil {
		return false
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		t, ok := troubleOf(pg.Code)
		return ok && t.code == down.code
	}
	var dial *pgconn.ConnectError
	var line net.Error
	return errors.As(err, &dial) || errors.As(err, &line) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, pgconn.ErrConnClosed) || errors.Is(err, net.ErrClosed)
}

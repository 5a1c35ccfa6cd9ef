// Package logs keeps personal data out of the log (日志脱敏).
//
// What the program itself logs is routes, codes and numbers. But an error may quote the value that a
// database or a parser refused, and that value may be somebody's. Quiet is the last sieve before
// the log: it takes out long numbers, quoted words that are not ASCII, and whatever follows a
// secret's name, and the address of a calendar feed, which is itself a secret. It is no licence to log a name: a name without quotes looks like any other word.
package logs

import (
	"context"
	"fmt"
	"log/slog"
	"regexp"
	"runtime"
)

// gone stands where something was taken out.
const gone = "…"

var (
	number = regexp.MustCompile(`[0-9][0-9-]{5,}[0-9Xx]`)
	quoted = regexp.MustCompile(`"[^"]*[^\x00-\x7f"][^"]*"|'[^']*[^\x00-\x7f'][^']*'|“[^”]*”`)
	secret = regexp.MustCompile(`(?i)\b(password|token|code|key|authorization)(["']?\s*[=:]\s*["']?)[^\s"'&,;]{6,}`)
	feed   = regexp.MustCompile(`(/feeds/)[^\s"',;?]{12,}`)
	bearer = regexp.MustCompile(`(?i)\b(bearer|basic)\s+[^\s"',;]{6,}`)
)

// Sieve takes out of a text what may be somebody's.
func Sieve(s string) string {
	s = bearer.ReplaceAllString(s, "${1} "+gone)
	s = feed.ReplaceAllString(s, "${1}"+gone)
	s = secret.ReplaceAllString(s, "${1}${2}"+gone)
	s = quoted.ReplaceAllString(s, `"`+gone+`"`)
	return number.ReplaceAllString(s, gone)
}

// Quiet passes records on with every text sieved.
func Quiet(to slog.Handler) slog.Handler { return &quiet{to} }

type quiet struct{ to slog.Handler }

func (q *quiet) Enabled(ctx context.Context, l slog.Level) bool { return q.to.Enabled(ctx, l) }

func (q *quiet) Handle(ctx context.Context, r slog.Record) error {
	clean := slog.NewRecord(r.Time, r.Level, Sieve(r.Message), r.PC)
	r.Attrs(func(a slog.Attr) bool { clean.AddAttrs(sieved(a)); return true })
	return q.to.Handle(ctx, clean)
}

func (q *quiet) WithAttrs(list []slog.Attr) slog.Handler {
	clean := make([]slog.Attr, len(list))
	for i, a := range list {
		clean[i] = sieved(a)
	}
	return &quiet{q.to.WithAttrs(clean)}
}

func (q *quiet) WithGroup(name string) slog.Handler { return &quiet{q.to.WithGroup(name)} }

func sieved(a slog.Attr) slog.Attr {
	v := a.Value.Resolve()
	switch v.Kind() {
	case slog.KindString:
		if a.Key != "reference" { // our own number of a problem, which people quote to us
			return slog.String(a.Key, Sieve(v.String()))
		}
	case slog.KindAny:
		return slog.String(a.Key, Sieve(fmt.Sprint(v.Any())))
	case slog.KindGroup:
		list := v.Group()
		clean := make([]any, len(list))
		for i, g := range list {
			clean[i] = sieved(g)
		}
		return slog.Group(a.Key, clean...)
	}
	return slog.Attr{Key: a.Key, Value: v}
}

// Panicked says what a panic was without saying its value, which may be anybody's data: mistakes
// that the runtime found are told whole, of all others the type. The stack says where.
func Panicked(value any) string {
	if err, ok := value.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("a value of type %T", value)
}

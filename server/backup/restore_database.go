package backup

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"tiaocai/models"
)

// database feeds the dump through pg_restore, which turns it into a script, into psql, which carries
// it out in one transaction. The commit is sent only when every statement has gone through.
func (r *restorer) database(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	script, said, err := command(ctx, r.bin, "pg_restore", r.URL, "--file=-", "--no-owner", "--no-privileges")
	if err != nil {
		return err
	}
	psql, complained, err := command(ctx, r.bin, "psql", r.URL, "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null", "--file=-")
	if err != nil {
		return err
	}
	dump, err := script.StdinPipe()
	if err != nil {
		return err
	}
	lines, err := script.StdoutPipe()
	if err != nil {
		return err
	}
	into, err := psql.StdinPipe()
	if err != nil {
		return err
	}
	if err := errors.Join(script.Start(), psql.Start()); err != nil {
		return err
	}
	fed := make(chan error, 1)
	go func() { fed <- r.feed(ctx, dump) }()
	_, err = io.WriteString(into, "begin;\n")
	if err == nil {
		_, err = io.Copy(into, lines)
	}
	if err != nil {
		cancel() // psql gave up; pg_restore has nobody to talk to
	}
	err = errors.Join(<-fed, err, said.of("pg_restore", script.Wait()))
	if err == nil {
		err = r.moved(into)
	}
	if err == nil {
		_, err = io.WriteString(into, "commit;\n")
	}
	return errors.Join(complained.of("psql", errors.Join(into.Close(), psql.Wait())), err)
}

// feed gives the pieces of the dump to pg_restore.
func (r *restorer) feed(ctx context.Context, to io.WriteCloser) error {
	_, err := walk(ctx, r.file, func(e entry, content io.Reader) error {
		if !strings.HasPrefix(e.Name, databasePrefix) {
			return nil
		}
		_, err := io.Copy(to, content)
		return err
	})
	return errors.Join(err, to.Close())
}

// moved tells the rows which version their file has in this store, and that nothing is locked there.
func (r *restorer) moved(to io.Writer) error {
	for _, q := range models.AfterRestore {
		if _, err := io.WriteString(to, q+";\n"); err != nil {
			return err
		}
	}
	for _, p := range r.put {
		if p.version == p.was {
			continue
		}
		for _, table := range models.ObjectTables {
			_, err := fmt.Fprintf(to, "update public.%s set object_version = %s where object_key = %s and object_version = %s;\n", table, literal(p.version), literal(p.key), literal(p.was))
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// literal writes text as SQL does.
func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

func digestOf(text string) (sum [32]byte, err error) {
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != len(sum) {
		return sum, damagedArchive(err)
	}
	return [32]byte(b), nil
}

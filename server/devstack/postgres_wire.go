//go:build unix

package devstack

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"path/filepath"
	"syscall"
)

// A few words of PostgreSQL's protocol (version 3), enough to ask whether the server takes
// connections and to make a database. Programs such as pg_isready need not be installed.

// refusal is an ErrorResponse: SQLSTATE and sentence.
type refusal struct{ code, message string }

func (r *refusal) Error() string { return r.message + " (SQLSTATE " + r.code + ")" }

func hasCode(err error, code string) bool {
	var r *refusal
	return errors.As(err, &r) && r.code == code
}

func isStarting(err error) bool   { return hasCode(err, "57P03") } // cannot_connect_now
func isNoDatabase(err error) bool { return hasCode(err, "3D000") } // invalid_catalog_name

// isNotListening covers the moments before the socket is there, and those in which it is there but
// a connection is dropped because the server is just going through a restart.
func isNotListening(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ECONNREFUSED) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.EPIPE)
}

// query connects, runs one statement and returns the first column of its rows.
func (s *Server) query(ctx context.Context, database, sql string) ([]string, error) {
	var d net.Dialer
	c, err := d.DialContext(ctx, "unix", filepath.Join(s.sockets, socketName))
	if err != nil {
		return nil, err
	}
	defer c.Close()
	defer context.AfterFunc(ctx, func() { c.Close() })()

	hello := binary.BigEndian.AppendUint32(nil, 3<<16)
	hello = fmt.Appendf(hello, "user\x00%s\x00database\x00%s\x00\x00", Database, database)
	if err := send(c, 0, hello); err != nil {
		return nil, err
	}
	r := bufio.NewReader(c)
	if _, err := untilReady(r); err != nil {
		return nil, err
	}
	if err := send(c, 'Q', append([]byte(sql), 0)); err != nil {
		return nil, err
	}
	rows, err := untilReady(r)
	_ = send(c, 'X', nil) // goodbye; the answer is in hand already
	return rows, err
}

// send writes one message; the first of a connection has no kind.
func send(w io.Writer, kind byte, body []byte) error {
	var m []byte
	if kind != 0 {
		m = append(m, kind)
	}
	m = binary.BigEndian.AppendUint32(m, uint32(len(body)+4))
	_, err := w.Write(append(m, body...))
	return err
}

// untilReady reads messages until the server waits for us, and keeps the rows and the first error.
func untilReady(r *bufio.Reader) (rows []string, err error) {
	for {
		kind, body, readErr := receive(r)
		if readErr != nil { // after a refused start the server just hangs up
			if err != nil {
				return nil, err
			}
			return nil, readErr
		}
		switch kind {
		case 'R':
			if len(body) < 4 || binary.BigEndian.Uint32(body) != 0 {
				return nil, errors.New("the server asks for a password")
			}
		case 'D':
			rows = append(rows, firstColumn(body))
		case 'E':
			if err == nil {
				err = readRefusal(body)
			}
		case 'Z':
			return rows, err
		}
	}
}

func receive(r *bufio.Reader) (kind byte, body []byte, err error) {
	var head [5]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	n := binary.BigEndian.Uint32(head[1:])
	if n < 4 || n > 1<<20 {
		return 0, nil, fmt.Errorf("a message of %d bytes", n)
	}
	body = make([]byte, n-4)
	_, err = io.ReadFull(r, body)
	return head[0], body, err
}

// firstColumn reads a DataRow: the number of columns, then the length and bytes of each.
func firstColumn(body []byte) string {
	if len(body) < 6 {
		return ""
	}
	n := int32(binary.BigEndian.Uint32(body[2:]))
	if n < 0 || int(n) > len(body)-6 {
		return "" // NULL
	}
	return string(body[6 : 6+n])
}

// readRefusal picks the code and the sentence out of the fields of an ErrorResponse.
func readRefusal(body []byte) *refusal {
	r := &refusal{}
	for _, field := range bytes.Split(body, []byte{0}) {
		if len(field) == 0 {
			continue
		}
		switch field[0] {
		case 'C':
			r.code = string(field[1:])
		case 'M':
			r.message = string(field[1:])
		}
	}
	return r
}

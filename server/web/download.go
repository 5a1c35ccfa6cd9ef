package web

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows/fault"
)

// download gives an exhibit to somebody who may read it. A whole one is checked as it streams; a
// part is served as asked for.
func (s *Server) download(c ctx) {
	if x := s.exhibitAsked(c); x != nil {
		c.Header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": x.Mark + " " + x.FileName}))
		c.Header("Content-Security-Policy", "default-src 'none'; sandbox")
		s.send(c, x, x.MediaType, x.Hash, x.Size)
	}
}

// shown gives what the page of an exhibit shows: its bytes, or the copy of a PDF that carries the page ids. Only our
// own pages may frame it. A PDF has no sandbox, in which browsers show none; its scripts run in the browser's viewer alone.
func (s *Server) shown(c ctx) {
	x := s.exhibitAsked(c)
	if x == nil {
		return
	}
	as := x.Showing()
	if as == casework.AsFile {
		s.problem(c, fault.Missing())
		return
	}
	policy := "default-src 'none'; frame-ancestors 'self'"
	if as != casework.AsPages {
		policy += "; sandbox"
	}
	copied, err := x.Copy()
	if err != nil {
		s.problem(c, err)
		return
	}
	c.Header("Content-Disposition", mime.FormatMediaType("inline", map[string]string{"filename": x.Mark + " " + x.FileName}))
	c.Header("Content-Security-Policy", policy)
	if copied == nil {
		s.send(c, x, x.MediaType, x.Hash, x.Size)
		return
	}
	c.Header("Content-Type", x.MediaType)
	http.ServeContent(c.Writer, c.Request, "", x.FiledAt, bytes.NewReader(copied))
}

// exhibitAsked is the exhibit of the address; nil once the refusal has been sent.
func (s *Server) exhibitAsked(c ctx) *casework.Exhibit {
	who, err := s.actor(c)
	var id int64
	if err == nil {
		id, err = idOf(c)
	}
	var x *casework.Exhibit
	if err == nil {
		x, err = s.desk.OpenExhibit(c.Request.Context(), who, caseOf(c), id)
	}
	if err != nil {
		s.problem(c, err)
		return nil
	}
	return x
}

// stored is a file in the store that whoever asks may read: an exhibit, a bundle.
type stored interface {
	Whole() (io.ReadCloser, error)
	Part(from, length int64) (io.ReadCloser, error)
}

func (s *Server) send(c ctx, x stored, media, hash string, size int64) {
	h := c.Writer.Header()
	h.Set("Content-Type", media)
	h.Set("Accept-Ranges", "bytes")
	h.Set("ETag", strconv.Quote(hash))
	asked := c.GetHeader("Range")
	if since := c.GetHeader("If-Range"); since != "" && since != strconv.Quote(hash) {
		asked = "" // what was begun is another file now
	}
	if from, length, ok := byteRange(asked, size); ok {
		s.part(c, x, from, length, size)
		return
	}
	if strings.HasPrefix(asked, "bytes=") && !strings.Contains(asked, ",") {
		h.Set("Content-Range", fmt.Sprintf("bytes */%d", size))
		c.Status(http.StatusRequestedRangeNotSatisfiable)
		return
	}
	s.whole(c, x, size)
}

func (s *Server) whole(c ctx, x stored, size int64) {
	r, err := x.Whole()
	if err != nil {
		clearFile(c)
		s.problem(c, err)
		return
	}
	defer r.Close()
	c.Header("Content-Length", strconv.FormatInt(size, 10))
	c.Status(http.StatusOK)
	if _, err := io.Copy(c.Writer, r); err != nil {
		s.note(c, fmt.Errorf("download: %w", err))
		panic(http.ErrAbortHandler) // the reader must see a broken transfer
	}
}

func (s *Server) part(c ctx, x stored, from, length, size int64) {
	r, err := x.Part(from, length)
	if err != nil {
		clearFile(c)
		s.problem(c, err)
		return
	}
	defer r.Close()
	c.Header("Content-Range", fmt.Sprintf("bytes %d-%d/%d", from, from+length-1, size))
	c.Header("Content-Length", strconv.FormatInt(length, 10))
	c.Status(http.StatusPartialContent)
	if _, err := io.Copy(c.Writer, r); err != nil {
		panic(http.ErrAbortHandler)
	}
}

func clearFile(c ctx) {
	for _, k := range []string{"Content-Type", "Content-Disposition", "ETag", "Accept-Ranges"} {
		c.Writer.Header().Del(k)
	}
}

// byteRange reads one range; several at once are not served, the whole is.
func byteRange(s string, size int64) (from, length int64, ok bool) {
	spec, is := strings.CutPrefix(s, "bytes=")
	if !is || strings.Contains(spec, ",") {
		return 0, 0, false
	}
	a, b, cut := strings.Cut(spec, "-")
	if !cut {
		return 0, 0, false
	}
	if a == "" { // the last n bytes
		n, err := strconv.ParseInt(b, 10, 64)
		if err != nil || n <= 0 {
			return 0, 0, false
		}
		n = min(n, size)
		return size - n, n, true
	}
	from, err := strconv.ParseInt(a, 10, 64)
	if err != nil || from < 0 || from >= size {
		return 0, 0, false
	}
	to := size - 1
	if b != "" {
		if to, err = strconv.ParseInt(b, 10, 64); err != nil || to < from {
			return 0, 0, false
		}
		to = min(to, size-1)
	}
	return from, to - from + 1, true
}

// attach sends a file that the program made.
func attach(c ctx, name, media string, body []byte) {
	c.Header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	c.Data(http.StatusOK, media, body)
}

package web

import (
	"bytes"
	"encoding/csv"
	"io"
	"net/http"
	"strings"

	"tiaocai/server/spreadsheet"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
)

// sheetAsField lets the sheet of a group come as a file, too: its rows become the text that could have
// been pasted, so that there is one way to read it. Row numbers stay what they are on the sheet.
func (s *Server) sheetAsField(c ctx, e workflows.Event) error {
	if e != workflows.EnterGroup || c.ContentType() != "multipart/form-data" {
		return nil
	}
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	if err := s.desk.MayTake(c.Request.Context(), who, caseOf(c), e); err != nil {
		return err
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, bodyLimit+slack)
	parts, err := c.Request.MultipartReader()
	if err != nil {
		return broken(err)
	}
	values, file, err := particulars(parts)
	if err != nil {
		return err
	}
	if file != nil {
		body, err := io.ReadAll(file)
		if err != nil {
			return broken(err)
		}
		if len(body) > 0 { // a browser sends an empty file where none was chosen
			text, err := sheetText(body)
			if err != nil {
				return err
			}
			values.Set("sheet", text)
		}
	}
	c.Set("kept", values)
	c.Request.Body = io.NopCloser(strings.NewReader(values.Encode()))
	c.Request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return nil
}

// sheetText is a table as comma-separated text; empty rows are kept, for the numbers.
func sheetText(body []byte) (string, error) {
	t, err := spreadsheet.Read(body)
	if err != nil {
		if f := fault.As(err); f != nil && f.Kind == fault.Invalid {
			return "", fault.Bad("sheet", f.Says)
		}
		return "", err
	}
	var buf bytes.Buffer
	w := csv.NewWriter(&buf)
	if err := w.Write(t.Head); err != nil {
		return "", err
	}
	line := 1
	for _, r := range t.Rows {
		for line++; line < r.No; line++ {
			if err := w.Write(make([]string, max(2, len(t.Head)))); err != nil {
				return "", err
			}
		}
		if err := w.Write(r.Cells); err != nil {
			return "", err
		}
	}
	w.Flush()
	return buf.String(), w.Error()
}

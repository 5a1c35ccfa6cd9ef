package web

import (
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"reflect"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/server/web/bind"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// slack is what a form may weigh beyond its file.
const slack = 1 << 20

// upload streams one file into the vault. The particulars come first, the file last: nobody who
// isn't admitted can send it, and it is never held in memory.
func (s *Server) receive(c ctx) (*casework.Done, error) {
	who, err := s.actor(c)
	if err != nil {
		return nil, err
	}
	if err := s.desk.MayTake(c.Request.Context(), who, caseOf(c), workflows.FileEvidence); err != nil {
		return nil, err
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, s.upload+slack)
	parts, err := c.Request.MultipartReader()
	if err != nil {
		return nil, fault.New(fault.Invalid, "media-type", law.Text{ZH: "请用 multipart/form-data 提交文件。", EN: "Please send the file as multipart/form-data."})
	}
	values, file, err := particulars(parts)
	if err != nil {
		return nil, err
	}
	c.Set("kept", values)
	var cmd casework.FileEvidence
	body, err := s.bindValues(c, values, &cmd)
	c.Set("meta", body.Meta)
	if err != nil {
		return nil, err
	}
	if file == nil {
		return nil, fault.Bad("file", law.Text{ZH: "请选择要提交的文件。", EN: "Please choose the file."})
	}
	o, err := options(c, body)
	if err != nil {
		return nil, err
	}
	return s.desk.Receive(c.Request.Context(), who, caseOf(c), cmd, file.FileName(), file, o)
}

// proven carries out a step of service that came with a file, its proof: the same stream, the same
// intake, and then the step through its own command.
func (s *Server) proven(c ctx, r workflows.Row, body reflect.Type) (*casework.Done, error) {
	who, err := s.actor(c)
	if err != nil {
		return nil, err
	}
	if err := s.desk.MayTake(c.Request.Context(), who, caseOf(c), r.Event); err != nil {
		return nil, err
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, s.upload+slack)
	parts, err := c.Request.MultipartReader()
	if err != nil {
		return nil, broken(err)
	}
	values, file, err := particulars(parts)
	if err != nil {
		return nil, err
	}
	c.Set("kept", values)
	into := reflect.New(body).Interface()
	b, err := s.bindValues(c, values, into)
	c.Set("meta", b.Meta)
	if err != nil {
		return nil, err
	}
	o, err := options(c, b)
	if err != nil {
		return nil, err
	}
	cmd := casework.CommandOf(r, into)
	if file == nil {
		return s.desk.Do(c.Request.Context(), who, caseOf(c), cmd, o)
	}
	return s.desk.DoWithProof(c.Request.Context(), who, caseOf(c), cmd, file.FileName(), file, o)
}

// particulars reads the fields up to the file; a file field that was left empty is no file.
func particulars(parts *multipart.Reader) (url.Values, *multipart.Part, error) {
	values := url.Values{}
	total := 0
	for {
		p, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return values, nil, nil
		}
		if err != nil {
			return values, nil, broken(err)
		}
		if p.FileName() != "" {
			return values, p, nil
		}
		if p.FormName() == "file" || p.FormName() == "photos" {
			continue // a browser sends the field of a file that nobody chose as an empty text
		}
		text, err := io.ReadAll(io.LimitReader(p, 64<<10))
		if err != nil {
			return values, nil, broken(err)
		}
		if total += len(text); total > 256<<10 {
			return values, nil, fault.New(fault.TooLarge, "too-large", law.Text{ZH: "填写的内容太长。", EN: "What was filled in is too long."})
		}
		values.Add(p.FormName(), string(text))
	}
}

func broken(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return err
	}
	return fmt.Errorf("%w: %w", fault.New(fault.Invalid, "file-broken-off", law.Text{ZH: "文件没有传完，请重新提交。", EN: "The upload broke off; please send it again."}), err)
}

// bindValues sends form values through the same schema as everything else.
func (s *Server) bindValues(c ctx, values url.Values, into any) (bind.Body, error) {
	r, err := http.NewRequestWithContext(c.Request.Context(), http.MethodPost, "/", strings.NewReader(values.Encode()))
	if err != nil {
		return bind.Body{}, err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return s.binder.Read(r, into, bodyLimit)
}

func (s *Server) uploadJSON(c ctx) (any, error) {
	d, err := s.receive(c)
	if err != nil {
		return nil, err
	}
	return d, nil
}

package bind

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"

	"tiaocai/workflows/fault"
)

const (
	jsonType      = "application/json"
	formType      = "application/x-www-form-urlencoded"
	multipartType = "multipart/form-data"
)

// readAll reads the whole body, but never more than limit and one byte.
func readAll(r *http.Request, limit int64) ([]byte, error) {
	if r.Body == nil {
		return nil, nil
	}
	if r.ContentLength > limit {
		return nil, tooLarge(limit)
	}
	raw, err := io.ReadAll(io.LimitReader(r.Body, limit+1))
	var sooner *http.MaxBytesError
	switch {
	case errors.As(err, &sooner):
		return nil, tooLarge(sooner.Limit)
	case int64(len(raw)) > limit:
		return nil, tooLarge(limit)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, invalid("内容没有传完，请再试一次。", "The body ended too early; please try again.")
	case err != nil:
		return nil, fmt.Errorf("bind: read the body: %w", err)
	}
	return raw, nil
}

func tooLarge(limit int64) error {
	size := fmt.Sprintf("%d B", limit)
	if limit >= 1<<20 {
		size = fmt.Sprintf("%.4g MB", float64(limit)/(1<<20))
	} else if limit >= 1<<10 {
		size = fmt.Sprintf("%.4g KB", float64(limit)/(1<<10))
	}
	return fault.New(fault.TooLarge, "too-large", text(
		"提交的内容太大，最多 "+size+"。", "Too much was sent: at most "+size+" is taken."))
}

// mediaType is the kind of body. A request without a body need not name one.
func mediaType(r *http.Request, empty bool) (string, map[string]string, error) {
	header := r.Header.Get("Content-Type")
	if header == "" && empty {
		return jsonType, nil, nil
	}
	kind, params, err := mime.ParseMediaType(header)
	charset := params["charset"]
	known := kind == jsonType || kind == formType || kind == multipartType
	if err != nil || !known || charset != "" && !strings.EqualFold(charset, "utf-8") {
		return jsonType, nil, fault.New(fault.Invalid, "media-type", text(
			"只接受 UTF-8 编码的 JSON（application/json）或网页表单。",
			"Only JSON (application/json) or a web form is taken, in UTF-8."))
	}
	return kind, params, nil
}

// formValues reads the names and values of either kind of form.
func formValues(kind string, params map[string]string, raw []byte, found *findings) (url.Values, error) {
	bad := invalid("表单的内容不完整或编码有误，请返回重新提交。", "The form is incomplete or wrongly encoded; please go back and send it again.")
	if kind == formType {
		values, err := url.ParseQuery(string(raw))
		if err != nil {
			return nil, bad
		}
		return values, nil
	}
	values := url.Values{}
	if len(raw) == 0 {
		return values, nil
	}
	parts := multipart.NewReader(bytes.NewReader(raw), params["boundary"])
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			return values, nil
		}
		if err != nil {
			return nil, bad
		}
		value, err := io.ReadAll(part)
		if err != nil {
			return nil, bad
		}
		if part.FileName() != "" {
			found.add(safePlace(part.FormName()), says("file", ""))
			continue
		}
		values.Add(part.FormName(), string(value))
	}
}

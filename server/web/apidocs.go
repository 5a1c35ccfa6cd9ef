package web

import (
	"errors"

	"github.com/danielgtaylor/huma/v2"

	"tiaocai/server/pages"
)

// errShown says that the answer was written already.
var errShown = errors.New("web: answered")

func operationLine(method, path string, op any) pages.APIOperation {
	line := pages.APIOperation{Method: method, Path: path}
	if o, ok := op.(*huma.Operation); ok && o != nil {
		line.Summary, line.ID = o.Summary, o.OperationID
	}
	return line
}

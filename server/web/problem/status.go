package problem

import (
	"net/http"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Internal is the kind shown for our own mistakes. It is not one of the ways in which a request
// can fail, so it lives here and not with the faults.
const Internal fault.Kind = "internal"

// kinds is the one table from the kind of a fault to its status, and to the title that people
// see above the sentence.
var kinds = map[fault.Kind]struct {
	status int
	title  law.Text
}{
	fault.Invalid:      {http.StatusUnprocessableEntity, law.Text{ZH: "填写的内容有问题", EN: "Something that was sent is not right"}},
	fault.Unauthorized: {http.StatusUnauthorized, law.Text{ZH: "请先登录", EN: "Please sign in first"}},
	fault.Forbidden:    {http.StatusForbidden, law.Text{ZH: "您没有这项权限", EN: "You may not do this"}},
	fault.NotFound:     {http.StatusNotFound, law.Text{ZH: "没有找到", EN: "Nothing was found"}},
	fault.Conflict:     {http.StatusConflict, law.Text{ZH: "内容已被他人更改", EN: "Somebody else was quicker"}},
	fault.Refused:      {http.StatusConflict, law.Text{ZH: "现在不能办理这一步", EN: "This step is not possible now"}},
	fault.TooMany:      {http.StatusTooManyRequests, law.Text{ZH: "尝试次数太多", EN: "Too many tries"}},
	fault.TooLarge:     {http.StatusRequestEntityTooLarge, law.Text{ZH: "提交的内容太大", EN: "Too much was sent"}},
	fault.Unavailable:  {http.StatusServiceUnavailable, law.Text{ZH: "暂时无法办理", EN: "Not available at the moment"}},
	Internal:           {http.StatusInternalServerError, law.Text{ZH: "系统出了意外", EN: "Something went wrong here"}},
}

// Status is the HTTP status of a kind; 500 for whatever is no kind of fault.
func Status(kind fault.Kind) int {
	if k, ok := kinds[kind]; ok {
		return k.status
	}
	return http.StatusInternalServerError
}

// Title is the short heading of a kind.
func Title(kind fault.Kind) law.Text {
	if k, ok := kinds[kind]; ok {
		return k.title
	}
	return kinds[Internal].title
}

package bind

import (
	"strings"

	"tiaocai/workflows/law"
)

// says is the sentence of a code; # stands for the schema's limit.
func says(code, arg string) law.Text {
	s, ok := sentences[code]
	if !ok {
		s = sentences["other"]
	}
	if code == "minlen" && arg == "1" {
		s = sentences["required"]
	}
	en := strings.ReplaceAll(s.EN, "#", strings.ReplaceAll(arg, "、", ", "))
	return text(strings.ReplaceAll(s.ZH, "#", arg), en)
}

var sentences = map[string]law.Text{
	"required":   {ZH: "这一项必须填写。", EN: "This is needed."},
	"together":   {ZH: "填了相关的一项，这一项也必须填写。", EN: "This is needed because a field that goes with it is filled in."},
	"unknown":    {ZH: "没有这一项，请核对名称。", EN: "There is no such field; please check the name."},
	"key":        {ZH: "这里的键名只能用文字、数字、下划线和连字符，最多 64 个字符。", EN: "The names in here may have letters, digits, _ and -, at most 64 characters."},
	"twice":      {ZH: "这一项出现了不止一次。", EN: "This is given more than once."},
	"nul":        {ZH: "文字里有不能使用的字符（U+0000）。", EN: "The text has a character that can't be used (U+0000)."},
	"encoding":   {ZH: "文字不是 UTF-8 编码，或者有不能使用的字符。", EN: "The text is not in UTF-8, or has a character that can't be used."},
	"file":       {ZH: "这里不能上传文件。", EN: "Files can't be sent here."},
	"index":      {ZH: "行数太多，最多 501 行（编号 0 到 500）。", EN: "There are too many rows: at most 501, numbered 0 to 500."},
	"string":     {ZH: "这里要填文字。", EN: "Text is wanted here."},
	"boolean":    {ZH: "这里只能选是或否（true 或 false）。", EN: "Only yes or no is possible here (true or false)."},
	"number":     {ZH: "这里要填数字。", EN: "A number is wanted here."},
	"integer":    {ZH: "这里要填整数。", EN: "A whole number is wanted here."},
	"array":      {ZH: "这里要填一个列表。", EN: "A list is wanted here."},
	"object":     {ZH: "这里要分项填写。", EN: "Several fields are wanted here, not one value."},
	"range":      {ZH: "这个数字太大或太小。", EN: "This number is too large or too small."},
	"date":       dateSays,
	"date-time":  {ZH: "时间写成 2026-05-09T09:00:00+08:00 这样。", EN: "Write moments as in 2026-05-09T09:00:00+08:00."},
	"time":       {ZH: "时刻写成 09:00:00 这样。", EN: "Write times of day as in 09:00:00."},
	"email":      {ZH: "这不是正确的电子邮箱。", EN: "This is not a correct e-mail address."},
	"uri":        {ZH: "这不是正确的网址。", EN: "This is not a correct web address."},
	"uuid":       {ZH: "这不是正确的编号。", EN: "This is not a correct identifier (UUID)."},
	"base64":     {ZH: "这里要填 base64 编码的内容。", EN: "Content in base64 is wanted here."},
	"format":     {ZH: "格式不对。", EN: "This does not have the right form."},
	"pattern":    {ZH: "写法不对，请照说明填写。", EN: "This is not written as it should be; please see the description."},
	"oneof":      {ZH: "只能是下列之一：#。", EN: "This must be one of: #."},
	"min":        {ZH: "不能小于 #。", EN: "This can't be less than #."},
	"above":      {ZH: "必须大于 #。", EN: "This must be more than #."},
	"max":        {ZH: "不能大于 #。", EN: "This can't be more than #."},
	"below":      {ZH: "必须小于 #。", EN: "This must be less than #."},
	"multiple":   {ZH: "必须是 # 的倍数。", EN: "This must be a multiple of #."},
	"minlen":     {ZH: "太短，至少 # 个字。", EN: "This is too short: at least # characters."},
	"maxlen":     {ZH: "太长，最多 # 个字。", EN: "This is too long: at most # characters."},
	"minitems":   {ZH: "太少，至少要有 # 项。", EN: "There are too few: at least # are needed."},
	"maxitems":   {ZH: "太多，最多 # 项。", EN: "There are too many: at most # are taken."},
	"unique":     {ZH: "这一项与前面的重复。", EN: "This repeats an earlier one."},
	"minprops":   {ZH: "太少，至少要填 # 项。", EN: "Too little is filled in: at least # fields are needed."},
	"maxprops":   {ZH: "太多，最多填 # 项。", EN: "Too much is filled in: at most # fields are taken."},
	"unreadable": {ZH: "这里的内容读不懂，请照说明填写。", EN: "This can't be understood; please see the description."},
	"other":      {ZH: "这里的内容不符合要求。", EN: "This is not what is wanted here."},
}

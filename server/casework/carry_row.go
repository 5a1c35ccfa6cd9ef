package casework

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"tiaocai/models"
	"tiaocai/server/spreadsheet"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// OldCase is one case from before this system, as its row of a sheet says (旧案).
type OldCase struct {
	Line        int
	Number      string
	Year, N     int // of the number
	Received    calendar.Date
	Accepted    calendar.Date
	Closed      calendar.Date
	Mode        workflows.Mode
	Applicants  []PartyInput
	Respondents []PartyInput
	Cause       string
	Town        string
	Claim       string
	Amount      claims.Fen
	Awarded     *claims.Fen
	Extension   int
	Suspended   calendar.Date

	ids, codes []string
	byEmployer bool
	wrong      []models.Finding
}

// CarryField is a column that a sheet may have.
type CarryField struct {
	Key   string   `json:"key"`
	Name  law.Text `json:"name"`
	Must  bool     `json:"must,omitempty"`
	Means law.Text `json:"means"`

	also []string // other heads that mean the same
	read func(*OldCase, string)
}

// CarryFields are the columns, in the order of the template.
func CarryFields() []CarryField { return slices.Clone(carryFields) }

var carryFields = []CarryField{
	{"number", text("案号", "Case number"), true, text("如 仙劳人仲案〔2025〕12号", "as 仙劳人仲案〔2025〕12号"), []string{"仲裁案号", "编号"}, (*OldCase).readNumber},
	{"received", text("收件日期", "Received on"), false, text("不填与受理日期相同", "the day of acceptance if left out"), []string{"申请日期", "收案日期"}, date("received", func(o *OldCase) *calendar.Date { return &o.Received })},
	{"accepted", text("受理日期", "Accepted on"), true, text("立案受理之日", "the day of acceptance"), []string{"立案日期", "受理时间", "立案时间"}, date("accepted", func(o *OldCase) *calendar.Date { return &o.Accepted })},
	{"applicants", text("申请人", "Applicants"), true, text("多人用顿号隔开", "several with 、 between"), []string{"申请人姓名"}, func(o *OldCase, s string) { o.Applicants = named(s) }},
	{"ids", text("申请人证件号", "Applicants' numbers"), false, text("身份证号或信用代码，顺序同申请人", "ID numbers or credit codes, in the same order"), []string{"身份证号", "申请人身份证号"}, func(o *OldCase, s string) { o.ids = split(s) }},
	{"kind", text("申请人类型", "Applicants are"), false, text("劳动者（默认）或用人单位", "劳动者 (workers, the default) or 用人单位 (employers)"), nil, (*OldCase).readKind},
	{"respondents", text("被申请人", "Respondents"), true, text("多个用顿号隔开", "several with 、 between"), []string{"被申请人名称"}, func(o *OldCase, s string) { o.Respondents = named(s) }},
	{"codes", text("被申请人证件号", "Respondents' numbers"), false, text("统一社会信用代码或身份证号", "credit codes or ID numbers"), []string{"统一社会信用代码"}, func(o *OldCase, s string) { o.codes = split(s) }},
	{"cause", text("案由代码", "Cause code"), false, text("A01 到 A14、P01 到 P04", "A01 to A14, P01 to P04"), []string{"案由"}, (*OldCase).readCause},
	{"town", text("乡镇街道", "Town"), false, text("", ""), []string{"乡镇", "街道"}, func(o *OldCase, s string) { o.Town = s }},
	{"claim", text("请求类型", "Type of claim"), false, text("M01 到 M21；填了请求金额时必填", "M01 to M21; needed with an amount"), nil, (*OldCase).readClaim},
	{"amount", text("请求金额", "Amount claimed"), false, text("元", "yuan"), []string{"申请金额", "标的额", "涉案金额"}, money("amount", func(o *OldCase, f claims.Fen) { o.Amount = f })},
	{"closed", text("结案日期", "Closed on"), false, text("未结不填", "empty while open"), []string{"结案时间"}, date("closed", func(o *OldCase) *calendar.Date { return &o.Closed })},
	{"mode", text("结案方式", "Closing mode"), false, text("名称或代码，见第二页", "name or code, see the second sheet"), nil, (*OldCase).readMode},
	{"awarded", text("裁决金额", "Amount awarded"), false, text("元", "yuan"), []string{"结案金额"}, money("awarded", func(o *OldCase, f claims.Fen) { o.Awarded = &f })},
	{"extension", text("延长天数", "Extended by"), false, text("已批准延长的自然日，0到15", "natural days approved, 0 to 15"), nil, (*OldCase).readExtension},
	{"suspended", text("中止日期", "Suspended on"), false, text("现在仍中止的案件填", "for cases that are suspended now"), []string{"中止审理日期"}, date("suspended", func(o *OldCase) *calendar.Date { return &o.Suspended })},
}

func (o *OldCase) bad(field, zh, en string) {
	o.wrong = append(o.wrong, models.Finding{Line: o.Line, Field: field, Says: text(zh, en)})
}

var numbers = regexp.MustCompile(`^(.{1,30})〔((?:19|20)\d{2})〕(?:第)?(\d{1,6})(?:-\d+)?号$`)

// readNumber takes a number however its brackets were typed.
func (o *OldCase) readNumber(s string) {
	s = strings.ReplaceAll(width.Narrow.String(s), " ", "")
	s = strings.NewReplacer("[", "〔", "]", "〕", "(", "〔", ")", "〕", "【", "〔", "】", "〕").Replace(s)
	m := numbers.FindStringSubmatch(s)
	if m == nil {
		o.bad("number", "案号要写成“仙劳人仲案〔2025〕12号”这样。", "A case number looks like 仙劳人仲案〔2025〕12号.")
		return
	}
	o.Number = s
	o.Year, _ = strconv.Atoi(m[2])
	o.N, _ = strconv.Atoi(m[3])
}

func date(field string, at func(*OldCase) *calendar.Date) func(*OldCase, string) {
	return func(o *OldCase, s string) {
		d, ok := spreadsheet.Date(s)
		if !ok {
			o.bad(field, "日期写成 2025-03-02 这样；没有这一天的不行。", "A date looks like 2025-03-02, and must exist.")
			return
		}
		*at(o) = d
	}
}

func money(field string, set func(*OldCase, claims.Fen)) func(*OldCase, string) {
	return func(o *OldCase, s string) {
		f, err := claims.ParseYuan(strings.NewReplacer(",", "", "，", "", "￥", "", "¥", "", "元", "", " ", "").Replace(s))
		if err != nil {
			o.bad(field, "金额写成 12345.60 这样，最多两位小数，不能是负数。", "An amount looks like 12345.60: at most two decimals, not negative.")
			return
		}
		set(o, f)
	}
}

func split(s string) []string {
	var list []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、,，;；\n", r) }) {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

func named(s string) []PartyInput {
	var list []PartyInput
	for _, n := range split(s) {
		list = append(list, PartyInput{Name: n})
	}
	return list
}

func (o *OldCase) readKind(s string) {
	switch s {
	case "劳动者", "worker":
	case "用人单位", "单位", "employer":
		o.byEmployer = true
	default:
		o.bad("kind", "申请人类型填“劳动者”或“用人单位”。", "Applicants are 劳动者 or 用人单位.")
	}
}

func (o *OldCase) readCause(s string) {
	for _, c := range claims.Causes() {
		if string(c.Code) == strings.ToUpper(s) || c.Name.ZH == s {
			o.Cause = string(c.Code)
			return
		}
	}
	o.bad("cause", "没有这个案由，请填 A01 到 A14、P01 到 P04，或者名称。", "There is no such cause: A01 to A14, P01 to P04, or its name.")
}

func (o *OldCase) readClaim(s string) {
	for _, k := range claims.Kinds() {
		if string(k.Code) == strings.ToUpper(s) || k.Name.ZH == s {
			o.Claim = string(k.Code)
			return
		}
	}
	o.bad("claim", "没有这种请求类型，请填 M01 到 M21，或者名称。", "There is no such type of claim: M01 to M21, or its name.")
}

func (o *OldCase) readMode(s string) {
	for _, m := range workflows.Modes() {
		if string(m) == strings.ToUpper(s) || m.Name().ZH == s {
			o.Mode = m
			return
		}
	}
	o.bad("mode", "没有这种结案方式，请照模板第二页填写。", "There is no such closing mode; please see the template's second sheet.")
}

func (o *OldCase) readExtension(s string) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 15 {
		o.bad("extension", "延长天数是0到15的整数。", "The extension is a whole number from 0 to 15.")
		return
	}
	o.Extension = n
}

// fieldsOf turns the faults of parties into findings.
func (o *OldCase) fieldsOf(field string, list []PartyInput) {
	for i, p := range list {
		for _, f := range p.check(field) {
			o.wrong = append(o.wrong, models.Finding{Line: o.Line, Field: field, Says: law.Text{
				ZH: "第" + itoa(i+1) + "位：" + f.Says.ZH, EN: "No. " + itoa(i+1) + ": " + f.Says.EN}})
		}
	}
}

// numberParties gives each party its kind and number.
func (o *OldCase) numberParties(field string, list []PartyInput, kind string, numbers []string) {
	if len(numbers) > 0 && len(numbers) != len(list) {
		o.bad(field, "证件号的个数和当事人的人数不一样。", "There are not as many numbers as parties.")
	}
	for i := range list {
		list[i].Kind = kind
		if i < len(numbers) {
			if kind == "worker" {
				list[i].IDNumber = numbers[i]
			} else {
				list[i].CreditCode = numbers[i]
			}
		}
	}
}

package pages

import (
	"fmt"
	"html/template"

	"tiaocai/server/casework"
	"tiaocai/server/totp"
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// funcs are what templates may call.
func (l tongue) funcs() template.FuncMap {
	return template.FuncMap{
		"t": l.t, "say": l.say, "when": l.when, "full": l.full, "day": l.day, "moment": l.moment, "money": money, "size": size, "short": short,
		"left": l.left, "add": l.add, "lightword": l.lightWord, "word": l.word, "setting": settingWord, "plus": func(a, b int) int { return a + b },
		"docket": docketURL, "other": other, "clocks": clocksURL, "atleast": atLeast, "primary": primary, "proposed": l.proposed, "arrive": arriving, "pair": pairOf, "issues": mayIssue, "states": workflows.States,
		"geo": geo, "qr": qrCode, "options": optionsOf, "casetabs": tabsOf, "unserved": unserved, "missingfirst": missingFirst, "ahead": aheadOf, "detail": l.detail, "subject": l.subject, "shut": shutNow, "tongues": l.tongues, "finality": l.finality, "hasshares": hasShares, "deref": deref, "correcting": correcting, "rates": l.rates, "away": l.away, "shortby": l.short, "lamp": lamp, "month": l.month, "through": l.through, "behind": behind, "unitlink": unitLink, "sheetlink": sheetLink, "years": years, "shown": l.shown, "unitof": l.unitOf, "monthchart": l.monthChart, "outcome": l.outcome, "sheet": sheetOf,
		"addf": func(a float64, b int) float64 { return a + float64(b) }, "approval": isApproval, "hasmarks": hasMarks, "calculators": calculatorGroups, "maykeep": mayKeep,
		"inbox": l.inbox, "hourin": hourIn, "shortno": shortNumber, "asked": l.asked, "ruled": ruled, "pathof": pathOf, "stepurl": stepURL, "grouped": totp.Grouped, "applied": appliedOf, "paperrows": paperRows, "field": named, "markname": markName, "mending": isMending, "markof": l.markOf,
		"prints": printsOf, "awardfolds": awardFolds, "awardstep": awardStep, "writes": casework.WritesText, "sections": sections, "notesfields": notesFields, "allsections": allSections, "citing": citing, "citedin": citedIn, "daylight": daylight, "offering": offering, "mayapply": mayApply, "recent": recent, "older": older,
		"theiroffer": theirOffer, "agreedday": agreedDay, "dutydays": dutyDays, "yearof": yearOf,
	}
}

// pair hands two values to a part.
type pair struct{ A, B any }

func pairOf(a, b any) pair { return pair{a, b} }

// word is what a code means, in the page's language. A code that nobody gave a word for is shown
// as it is; the tests see to it that there is none.
func (l tongue) word(group string, code any) string {
	key := fmt.Sprint(code)
	if w, ok := words[group+":"+key]; ok {
		return w.In(string(l))
	}
	if group == "carryfield" {
		return carryField(key).In(string(l))
	}
	if w, ok := enumWords[key]; ok {
		return w.In(string(l))
	}
	if name := workflows.Mode(key).Name(); !name.IsZero() {
		return name.In(string(l))
	}
	return key
}

// finality is whether a decision is final; a pointer to false is true to a template.
func (l tongue) finality(final *bool) string {
	switch {
	case final == nil:
		return "—"
	case *final:
		return l.t("终局", "final")
	}
	return l.t("非终局", "not final")
}

// tongues is the right half of a text that says "中文 English".
func (l tongue) tongues(s string) string {
	zh, en := splitDoc(s)
	return l.t(zh, en)
}

// words are for codes that views carry; those that forms offer are in enumWords.
var words = map[string]law.Text{
	"mediation:success": {ZH: "达成协议", EN: "Agreement reached"},
	"mediation:failed":  {ZH: "未达成协议", EN: "No agreement"},
	"mediation:expired": {ZH: "期满未达成协议", EN: "Time ran out without agreement"},
	"mediation:refused": {ZH: "一方不同意调解", EN: "A side refused mediation"},

	"application:accepted":  {ZH: "受理", EN: "Accepted"},
	"application:refused":   {ZH: "不予受理", EN: "Not accepted"},
	"application:referred":  {ZH: "告知有管辖权的仲裁委", EN: "Referred to the competent commission"},
	"application:withdrawn": {ZH: "受理前撤回", EN: "Withdrawn before acceptance"},

	"offer:open":      {ZH: "等答复", EN: "open"},
	"offer:accepted":  {ZH: "已接受", EN: "accepted"},
	"offer:declined":  {ZH: "没有接受", EN: "declined"},
	"offer:withdrawn": {ZH: "已撤回", EN: "withdrawn"},
	"offer:lapsed":    {ZH: "已过最后一天", EN: "ran out"},
	"offer:replaced":  {ZH: "已换成别的方案", EN: "replaced"},
	"offer:ended":     {ZH: "随调解结束或者结案作废", EN: "ended with the mediation or the case"},

	"mark:mediator":     {ZH: "调解员", EN: "Mediator"},
	"mark:organisation": {ZH: "调解组织（印章）", EN: "Organisation (seal)"},

	"hit:reference":   {ZH: "查询号相同", EN: "same reference"},
	"hit:number":      {ZH: "案号相符", EN: "number fits"},
	"hit:id":          {ZH: "身份证号相同", EN: "same resident ID"},
	"hit:id-tail":     {ZH: "身份证号末六位相同", EN: "same last six of the ID"},
	"hit:credit-code": {ZH: "信用代码相同", EN: "same credit code"},
	"hit:name":        {ZH: "名称相符", EN: "name fits"},
	"hit:former-name": {ZH: "曾用名", EN: "formerly"},
	"hit:spelling":    {ZH: "拼音相符", EN: "spelled so:"},

	"waits:decision": {ZH: "等待决定", EN: "Waiting for a decision"}, "waits:correction": {ZH: "等申请人补正", EN: "Waiting for corrections"}, "waits:mediation": {ZH: "暂缓受理，调解中", EN: "On hold for mediation"},

	"seat:sole":      {ZH: "独任仲裁员", EN: "Sole arbitrator"},
	"seat:presiding": {ZH: "首席仲裁员", EN: "Presiding arbitrator"},
	"seat:member":    {ZH: "仲裁员", EN: "Arbitrator"},
	"seat:recorder":  {ZH: "书记员", EN: "Recorder"},

	"list:office":       {ZH: "全会案件", EN: "All cases of the commission"},
	"list:organisation": {ZH: "本调解组织", EN: "My organisation"},
	"list:own":          {ZH: "我的案件", EN: "My cases"},

	"channel:box": {ZH: "站内消息", EN: "Message box"},
	"channel:sms": {ZH: "短信", EN: "SMS"},

	"message:queued": {ZH: "待发", EN: "Waiting"},
	"message:sent":   {ZH: "已发", EN: "Sent"},
	"message:failed": {ZH: "没发出去", EN: "Not sent"},

	"decision:supported": {ZH: "支持", EN: "Granted"},
	"decision:partly":    {ZH: "部分支持", EN: "Granted in part"},
	"decision:rejected":  {ZH: "不支持", EN: "Rejected"},

	"role:director": {ZH: "仲裁委主任", EN: "Director"}, "role:court_head": {ZH: "仲裁院院长", EN: "Head of the court"},
	"role:intake": {ZH: "立案人员", EN: "Registry"}, "role:arbitrator": {ZH: "仲裁员", EN: "Arbitrator"},
	"role:recorder": {ZH: "书记员", EN: "Recorder"}, "role:mediator": {ZH: "调解员", EN: "Mediator"},
	"role:org_manager": {ZH: "调解组织管理员", EN: "Organisation manager"}, "role:worker": {ZH: "劳动者", EN: "Worker"},
	"role:employer": {ZH: "用人单位", EN: "Employer"}, "role:agent": {ZH: "代理人", EN: "Agent"},
	"role:supervision": {ZH: "督查", EN: "Supervision"}, "role:statistics": {ZH: "统计", EN: "Statistics"},
	"role:sysadmin": {ZH: "系统管理员", EN: "System administrator"}, "role:audit": {ZH: "审计", EN: "Audit"},

	"counter:C0": {ZH: "上期结转", EN: "Carried over"}, "counter:A": {ZH: "受理", EN: "Accepted"}, "counter:K": {ZH: "结案", EN: "Closed"},
	"counter:Kn": {ZH: "结案（不含移送、撤销）", EN: "Closed, net"}, "counter:O": {ZH: "未结", EN: "Open"}, "counter:notdue": {ZH: "未结且未到期", EN: "Open, not yet due"},
	"counter:MS": {ZH: "调解成功", EN: "Mediated"}, "counter:MF": {ZH: "调解不成", EN: "Mediation failed"}, "counter:MT": {ZH: "调解期满", EN: "Mediation ran out"},
	"counter:MR": {ZH: "不同意调解", EN: "Mediation refused"}, "counter:M": {ZH: "调解结束（不含不同意）", EN: "Mediations concluded, without refusals"},
	"counter:S": {ZH: "中止中的未结", EN: "Open and suspended"}, "counter:overdue": {ZH: "未结且超期", EN: "Open and overdue"}, "counter:copydue": {ZH: "副本到期未送达", EN: "Copies due and not served"},
	"counter:W": {ZH: "涉及劳动者的案件", EN: "Cases with workers"}, "counter:G": {ZH: "集体争议", EN: "Collective disputes"},
	"counter:settled": {ZH: "调解、和解撤回、撤回", EN: "Mediated, withdrawn after settlement, withdrawn"}, "counter:awards": {ZH: "裁决", EN: "Awards"}, "counter:final": {ZH: "终局裁决（含分别裁决）", EN: "Final awards, with split ones"},
	"counter:B": {ZH: "结束的争议", EN: "Disputes ended"}, "counter:BW": {ZH: "调解结束的争议", EN: "Disputes settled by mediation"},
	"counter:T": {ZH: "法定时限内结案", EN: "Closed in time"}, "counter:TL": {ZH: "超期结案", EN: "Closed late"}, "counter:E": {ZH: "延长过审限的结案", EN: "Closed after an extension"}, "counter:U": {ZH: "未延长、按期结案", EN: "Closed in time without extension"},
	"counter:D": {ZH: "五个工作日内决定受理与否", EN: "Decided in time on acceptance"}, "counter:DL": {ZH: "迟作的受理决定", EN: "Decided late on acceptance"},
	"counter:C": {ZH: "副本按时送达", EN: "Copies served in time"}, "counter:CL": {ZH: "副本迟送", EN: "Copies served late"},
	"counter:H": {ZH: "按时通知的开庭", EN: "Hearings with notice in time"}, "counter:HL": {ZH: "通知迟的开庭", EN: "Hearings with late notice"},
	"counter:RQ": {ZH: "救济期满、未诉", EN: "Remedy periods over, not taken to court"}, "counter:RS": {ZH: "已诉或申请撤销", EN: "Taken to court"},
	"counter:P": {ZH: "按期履行的协议", EN: "Agreements performed in time"}, "counter:PL": {ZH: "逾期或没有登记履行的协议", EN: "Agreements late or not recorded"},
	"counter:MA": {ZH: "调解结束（含不同意）", EN: "Mediations concluded, with refusals"}, "counter:DA": {ZH: "受理决定", EN: "Decisions on acceptance"}, "counter:CA": {ZH: "送达的副本", EN: "Copies served"},
	"counter:HA": {ZH: "开庭", EN: "Hearings opened"}, "counter:PA": {ZH: "履行期限已过的协议", EN: "Agreements whose day has passed"}, "counter:R": {ZH: "救济期已满的结案", EN: "Closings whose remedy periods have ended"},
	"counter:unripe": {ZH: "救济期未满或未全部送达的结案", EN: "Closings whose remedy periods run, or not served on all"}, "counter:VW": {ZH: "给付劳动者的案件", EN: "Cases with sums to workers"}, "counter:VE": {ZH: "给付用人单位的案件", EN: "Cases with sums to employers"},
	"counter:L": {ZH: "结转和受理（不含移送、撤销）", EN: "Carried over and accepted, net"}, "counter:LG": {ZH: "结转和受理", EN: "Carried over and accepted"}, "counter:LD": {ZH: "结转和受理中已到期的", EN: "Carried over and accepted, due"},
	"part:all": {ZH: "全会", EN: "Commission"}, "part:organisation": {ZH: "调解组织", EN: "Organisation"}, "part:town": {ZH: "乡镇街道", EN: "Town"}, "part:cause": {ZH: "案由", EN: "Cause"},
	"by:organisation": {ZH: "按调解组织", EN: "By organisation"}, "by:town": {ZH: "按乡镇街道", EN: "By town"}, "by:cause": {ZH: "按案由", EN: "By cause"},

	"carry:checking": {ZH: "核对中", EN: "Being checked"}, "carry:checked": {ZH: "已核对，等待带入", EN: "Checked, waiting"}, "carry:running": {ZH: "带入中", EN: "Being carried over"},
	"carry:done": {ZH: "已带入", EN: "Carried over"}, "carry:failed": {ZH: "停下了", EN: "Stopped"},

	"read:case": {ZH: "案卷", EN: "the file"}, "read:notes": {ZH: "调解记录", EN: "the mediation notes"}, "read:deliberation": {ZH: "评议笔录", EN: "the deliberation"}, "read:intake": {ZH: "立案审查", EN: "the intake page"}, "read:receipt": {ZH: "收件凭条", EN: "the receipt"}, "read:application": {ZH: "申请书原文", EN: "the application as it was sent"}, "read:bundle": {ZH: "证据卷", EN: "the bundle of exhibits"},

	"detail:number": {ZH: "案号", EN: "case number"}, "detail:exhibit": {ZH: "证据", EN: "exhibit"}, "detail:party": {ZH: "当事人", EN: "party"},
	"detail:paper": {ZH: "文书", EN: "paper"}, "detail:method": {ZH: "方式", EN: "by"}, "detail:days": {ZH: "天数", EN: "days"},
	"detail:ground": {ZH: "情形", EN: "ground"}, "detail:kind": {ZH: "事由", EN: "kind"}, "detail:result": {ZH: "结果", EN: "result"},
	"detail:of": {ZH: "所报事项", EN: "what was proposed"}, "detail:field": {ZH: "更正项", EN: "entry"}, "detail:cause": {ZH: "原因", EN: "cause"},
	"detail:from": {ZH: "原为", EN: "was"}, "detail:to": {ZH: "改为", EN: "now"}, "detail:items": {ZH: "项数", EN: "items"},
}

// carryField is the name of a column of old cases.
func carryField(key string) law.Text {
	for _, f := range casework.CarryFields() {
		if f.Key == key {
			return f.Name
		}
	}
	return law.Text{ZH: key, EN: key}
}

// eventName is a step's name from the table of the law.
func eventName(e workflows.Event) law.Text {
	if rows := workflows.RowsOf(e); len(rows) > 0 {
		return rows[0].Name
	}
	return law.Text{ZH: string(e), EN: string(e)}
}

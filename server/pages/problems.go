package pages

import (
	"slices"

	"tiaocai/server/casework"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// WorkProblem is something that happens at work, in everyday words (我在工作上遇到事): which kinds of claim
// it may lead to, and what to bring. What the law says of each stands with its calculator.
type WorkProblem struct {
	Name  string // in addresses
	Says  law.Text
	Codes []claims.Code
	Bring []law.Text
}

// ProblemBody is the body of the page about one problem.
type ProblemBody struct {
	Problem   WorkProblem
	Mediators *casework.Mediators
}

func both(zh, en string) law.Text { return law.Text{ZH: zh, EN: en} }

var always = []law.Text{both("身份证", "Your identity card"), both("单位全称，或者营业执照的照片", "The employer's full name, or a photo of its licence")}

// WorkProblems are the problems that the consultation asks about.
func WorkProblems() []WorkProblem { return workProblems }

// ProblemNamed is the one with this name; false if there is none.
func ProblemNamed(name string) (WorkProblem, bool) {
	at := slices.IndexFunc(workProblems, func(p WorkProblem) bool { return p.Name == name })
	if at < 0 {
		return WorkProblem{}, false
	}
	return workProblems[at], true
}

var workProblems = []WorkProblem{
	{Name: "wages", Says: both("没发工资，或者发少了", "Wages were not paid, or not in full"), Codes: []claims.Code{"M01", "M02", "M09"},
		Bring: []law.Text{both("工资条或者银行流水", "Pay slips or bank statements"), both("考勤、打卡记录", "Attendance records"), both("催要工资的聊天记录", "Messages in which you asked for it")}},
	{Name: "overtime", Says: both("加班没给加班费，没有年休假", "Overtime or leave was not paid for"), Codes: []claims.Code{"M03", "M04"},
		Bring: []law.Text{both("排班表、打卡记录", "Rosters and attendance"), both("安排加班的通知、聊天记录", "Orders to work longer"), both("工资条", "Pay slips")}},
	{Name: "dismissed", Says: both("被辞退，或者被逼走", "You were dismissed, or made to leave"), Codes: []claims.Code{"M05", "M06", "M07", "M19"},
		Bring: []law.Text{both("辞退通知、离职证明，没有的写下谁在什么时候说的", "The notice, or note who said it and when"), both("劳动合同", "Your contract"), both("最近十二个月的工资条或者银行流水", "Pay of the last twelve months")}},
	{Name: "contract", Says: both("一直没签劳动合同，试用期太长", "There is no written contract, or too long a probation"), Codes: []claims.Code{"M08", "M10"},
		Bring: []law.Text{both("能证明在这里上班的：工作证、工服照片、社保记录、工作群", "What shows that you work there: pass, uniform, social insurance, work chat"), both("入职时间的证明", "What shows when you began")}},
	{Name: "injury", Says: both("上班受了伤", "You were hurt at work"), Codes: []claims.Code{"M13", "M14", "M15", "M16", "M17", "M18"},
		Bring: []law.Text{both("工伤认定决定书", "The decision that it was a work injury"), both("劳动能力鉴定结论", "The appraisal of your ability to work"), both("病历和医药费票据", "Medical records and bills")}},
	{Name: "agreements", Says: both("签过竞业限制，离职后没给补偿", "You must not compete, and are not paid for it"), Codes: []claims.Code{"M11"},
		Bring: []law.Text{both("竞业限制协议", "The agreement"), both("离职证明", "The certificate of leaving")}},
}

// Tools are the calculators that fit.
func (p WorkProblem) Tools() []claims.Calculator {
	var list []claims.Calculator
	for _, code := range p.Codes {
		for _, c := range claims.Calculators() {
			if c.Code == code {
				list = append(list, c)
			}
		}
	}
	return list
}

// Always is what everybody brings.
func (WorkProblem) Always() []law.Text { return always }

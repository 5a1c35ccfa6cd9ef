package documents

import (
	"fmt"
	"strings"

	"tiaocai/workflows/law"
)

// Employed is what an application says of the employment.
type Employed struct{ Started, Ended, Job, Wage, Place string }

// Application writes the application for arbitration (仲裁申请书) as the applicant will send it: it is
// their own paper, so their number, address and phone stand on it whole. What it must hold stands in
// Article 28: who the parties are, the claims with facts and reasons, the evidence.
func Application(d Data, e Employed, exhibits []string) string {
	lines := []string{"劳动人事争议仲裁申请书", ""}
	for _, p := range d.Applicants {
		lines = append(lines, "申请人："+p.described(true)+phone(p)+"。")
	}
	for _, p := range d.Respondents {
		lines = append(lines, "被申请人："+p.described(true)+phone(p)+"。")
	}
	lines = append(lines, "", "仲裁请求")
	lines = append(lines, wanted(d.Claims)...)
	lines = append(lines, "", "事实与理由")
	if e != (Employed{}) { // else the facts say it
		lines = append(lines, e.says())
	}
	for _, s := range strings.Split(strings.ReplaceAll(d.Facts, "\r\n", "\n"), "\n") {
		if s = strings.TrimSpace(s); s != "" {
			lines = append(lines, s)
		}
	}
	lines = append(lines, "根据"+art(law.Arbitration(2))+"等规定，请求依法裁决。", "", "证据和证据来源")
	if len(exhibits) == 0 {
		lines = append(lines, "提交申请时没有附证据，以后在举证期限内提交。")
	}
	for i, x := range exhibits {
		lines = append(lines, fmt.Sprintf("%d. %s", i+1, x))
	}
	return strings.Join(compact(append(lines, "", "此致", d.Commission, "", "申请人："+names(d.Applicants), Day(d.On))), "\n") + "\n"
}

func phone(p Party) string {
	if p.Phone == "" {
		return ""
	}
	return "，电话 " + p.Phone
}

// says is the employment in one sentence.
func (e Employed) says() string {
	s := "申请人于" + e.Started + "入职被申请人处"
	if e.Job != "" {
		s += "，从事" + e.Job + "工作"
	}
	if e.Place != "" {
		s += "，工作地点在" + e.Place
	}
	if e.Wage != "" {
		s += "，月平均工资 " + e.Wage + " 元"
	}
	if e.Ended == "" {
		return s + "，现在仍在岗。"
	}
	return s + "，最后工作日为" + e.Ended + "。"
}

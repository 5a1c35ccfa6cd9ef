package documents

import (
	"strings"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Slip is what a return slip is printed from (送达回证).
type Slip struct {
	Commission, Number, Ref        string
	Recipient, Side                string
	Paper                          string
	Made                           calendar.Date
	Way                            workflows.Way
	Sent, Delivered, Served, Ended calendar.Date
	Receiver, Proof, Reason        string
	State                          string
}

// ReturnSlip prints the slip of one record of service. What is not on record yet is a line to fill in
// by hand: the slip is signed at the door. The address is left to the hand, too.
func ReturnSlip(s Slip) string {
	way, _ := workflows.WayOf(s.Way)
	or := func(v string) string {
		if v == "" {
			return "＿＿＿＿＿＿＿＿"
		}
		return v
	}
	number := s.Number
	if number == "" {
		number = "案件查询号 " + s.Ref
	}
	lines := []string{s.Commission, "送达回证", number, "",
		"受送达人：" + s.Side + " " + s.Recipient,
		"送达文书：" + s.Paper + "（" + Day(s.Made) + "作出）",
		"送达地址：" + or(""),
		"送达方式：" + way.Name.ZH + "（" + way.Served.ZH + "为送达之日）",
		"送出日期：" + or(Day(s.Sent)),
		"留置、到达日期：" + or(Day(s.Delivered)),
		"送达日期：" + or(Day(s.Served)),
		"受送达人或者代收人签名：" + or(s.Receiver),
		"凭证：" + or(s.Proof)}
	if !s.Ended.IsZero() {
		lines = append(lines, "结果："+s.State+"，"+Day(s.Ended))
	}
	if s.Reason != "" {
		lines = append(lines, "不能送达的理由："+stop(s.Reason))
	}
	return strings.Join(append(lines, "", "送达人（二人）签名：＿＿＿＿＿＿＿＿　＿＿＿＿＿＿＿＿", s.Commission+"（盖章）"), "\n") + "\n"
}

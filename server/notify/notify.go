// Package notify holds the words of messages (通知): short, plain, and never anything that was
// offered or said in mediation, nor anybody's name.
package notify

import (
	"fmt"
	"sort"
	"strings"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Data is what messages are written from.
type Data struct {
	Ref, Number, Link  string
	Code               string // 查询码
	On, Due, HearingOn calendar.Date
	HearingAt, Place   string
}

// words are the messages by name; a respondent's stands beside where it reads differently.
var words = map[string][2]law.Text{
	"received":           {t("已收到您的材料。", "We have received your papers.")},
	"advised":            {t("您咨询的问题已经答复。", "Your question has been answered.")},
	"settled":            {t("双方已经达成协议，请按期履行。", "An agreement was reached; please perform it in time.")},
	"withdrawn":          {t("您已撤回申请；以后仍可以再申请。", "You have withdrawn your application; you may apply again later.")},
	"mediation-asked":    {t("调解组织已收到调解申请。", "The mediation organisation has the request."), t("对方申请调解，请答复是否同意。", "The other side asks for mediation; please say whether you agree.")},
	"mediator-assigned":  {t("调解员已经确定，会与您联系。", "A mediator has been assigned and will contact you.")},
	"mediation-refused":  {t("一方不同意调解，调解没有进行；可以申请仲裁。", "One side does not agree to mediate; arbitration is open."), t("一方不同意调解，调解没有进行。", "One side does not agree to mediate.")},
	"mediation-extended": {t("双方同意延长调解期限。", "Both sides agreed to more time for mediation.")},
	"mediation-failed":   {t("调解没有达成协议，您可以申请仲裁，材料不用重填。", "There was no agreement; you may apply for arbitration, with nothing to fill in again."), t("调解没有达成协议。", "There was no agreement.")},
	"mediation-expired":  {t("调解期限已满，您可以申请仲裁，材料不用重填。", "The time for mediation is up; you may apply for arbitration, with nothing to fill in again."), t("调解期限已满，调解结束。", "The time for mediation is up; mediation has ended.")},
	"correction-asked":   {t("材料需要补正，请打开看要补什么。", "Some papers are missing; please open the case to see which.")},
	"correction-done":    {t("材料已补齐，五个工作日内决定是否受理。", "Your papers are complete; a decision follows within five working days.")},
	"accepted":           {t("您的申请已经受理。", "Your application has been accepted."), t("有一件仲裁案件已受理，请在收到副本后十个工作日内答辩。", "An arbitration case against you was accepted; please answer within ten working days of receiving the copy.")},
	"not-accepted":       {t("您的申请不予受理，您可以向法院起诉。", "Your application was not accepted; you may sue in court.")},
	"referred":           {t("您的争议由别的仲裁委管辖，请看告知书。", "Another commission is competent; please see the notice.")},
	"tribunal-formed":    {t("仲裁庭已经组成，名单见通知书。", "The tribunal has been formed; its members stand in the notice.")},
	"defence-filed":      {t("对方已提交答辩。", "The other side has answered.")},
	"evidence-filed":     {t("案件有新的证据。", "New evidence has been filed.")},
	"hearing-scheduled":  {t("开庭时间已定：%s %s，%s。请带身份证和证据原件。", "The hearing is on %s at %s, %s. Please bring your ID and original evidence.")},
	"clock-stopped":      {t("审理期限停止计算，原因见案件页面。", "The clock has been stopped; the case page says why.")},
	"clock-runs":         {t("审理期限恢复计算。", "The clock runs again.")},
	"suspended":          {t("案件中止审理，原因消除后恢复。", "The case is suspended until the cause ends.")},
	"resumed":            {t("案件恢复审理。", "The case goes on.")},
	"extended":           {t("审理期限经批准延长。", "The time for the award was extended.")},
	"withdrawal-asked":   {t("申请人申请撤回仲裁申请。", "The applicant asks to withdraw.")},
	"closed":             {t("案件已经办结，请看文书。", "The case is closed; please see the paper.")},
	"awarded":            {t("裁决书已经作出，会送达给您；不服的，注意起诉期限。", "The award has been made and will be served on you; mind the time to sue.")},
	"award-corrected":    {t("裁决书有补正，请看决定书。", "The award has been corrected; please see the decision.")},
	"award-revoked":      {t("裁决书已被撤销，请看决定书。", "The award has been revoked; please see the decision.")},
}

func t(zh, en string) law.Text { return law.Text{ZH: zh, EN: en} }

// Say writes a message for one side, with the number of the case and where to look.
func Say(name string, to workflows.Capacity, d Data) (law.Text, error) {
	pair, ok := words[name]
	if !ok {
		return law.Text{}, fmt.Errorf("notify: there is no message %q", name)
	}
	w := pair[0]
	if to == workflows.Respondent && !pair[1].IsZero() {
		w = pair[1]
	}
	if strings.Contains(w.ZH, "%s") {
		w = law.Text{ZH: fmt.Sprintf(w.ZH, d.HearingOn, d.HearingAt, d.Place), EN: fmt.Sprintf(w.EN, d.HearingOn, d.HearingAt, d.Place)}
	}
	no := d.Number
	if no == "" {
		no = "查询号 " + d.Ref
	}
	return law.Text{ZH: "【调裁】" + no + "：" + w.ZH + "查询码 " + d.Code + "，" + d.Link, EN: "[Tiaocai] " + no + ": " + w.EN + " Query code " + d.Code + ", " + d.Link}, nil
}

// Names lists the messages there are.
func Names() []string {
	list := make([]string, 0, len(words))
	for n := range words {
		list = append(list, n)
	}
	sort.Strings(list)
	return list
}

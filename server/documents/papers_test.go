package documents

import (
	"strings"
	"testing"

	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// What the law wants each paper to say. Articles stand with the whole title of their source.
func TestWhatPapersMustSay(t *testing.T) {
	t.Parallel()
	const ldma = "《中华人民共和国劳动争议调解仲裁法》"
	tests := map[workflows.Paper][]string{
		workflows.RefusalNotice:       {"理由：（理由）。", "向有管辖权的人民法院起诉", ldma + "第二十九条"},
		workflows.ReferralNotice:      {"临海市劳动人事争议仲裁委员会", "《劳动人事争议仲裁办案规则》第三十一条"},
		workflows.NoticeToRespond:     {"十个工作日内提交答辩书；", "以交邮之日（邮戳）为准，在途时间不计入期限（《中华人民共和国民事诉讼法》第八十五条）", "举证", "反申请", "管辖有异议", "缺席裁决", ldma + "第三十条"},
		workflows.HearingNoticePaper:  {"时间：2026年3月30日 09:00", "地点：第一仲裁庭", "仲裁庭：首席仲裁员 周立民，仲裁员 吴一，仲裁员 郑二，书记员 应晓燕\n", "视为撤回仲裁申请", "缺席裁决", ldma + "第三十六条"},
		workflows.TribunalNotice:      {"周立民", "申请回避", ldma + "第三十三条"},
		workflows.ExtensionNotice:     {"15 日", "2026年5月12日", "（理由）"},
		workflows.SuspensionNotice:    {"等待工伤认定", "自2026年4月8日起"},
		workflows.MediationDocument:   {"经双方当事人签收后，发生法律效力", "申请人（签收）：", "被申请人（签收）："},
		workflows.Agreement:           {"协议金额 20,000.00 元，最迟于2026年5月1日（含当日）履行。", "调解员（签名）：", "调解组织印章"},
		workflows.MediationEnded:      {"申请仲裁"},
		workflows.DeemedDecision:      {"（理由）", "不予受理（《劳动人事争议仲裁办案规则》第三十九条）"},
		workflows.WithdrawalDecision:  {"再次申请仲裁，符合受理条件的，应当受理"},
		workflows.TerminationDecision: {"《浙江省劳动人事争议调解仲裁条例》第三十二条"},
		workflows.PublicNoticePaper:   {"仙居县某某机械有限公司：", "公告送达应诉通知书", "于2026年5月12日视为送达", "《中华人民共和国民事诉讼法》第九十五条", "《浙江省劳动人事争议调解仲裁条例》第三十五条、第四十一条"},
		workflows.CorrectionNotice:    {"一次性告知", "一、身份证明\n二、送达地址", "请最迟于2026年4月15日（含当日）补齐。"},

		workflows.NoDecisionCertificate: {"于2026年3月2日收到", "至2026年4月8日未作出是否受理的决定", "向人民法院提起诉讼", ldma + "第二十九条"},
		workflows.NoAwardCertificate:    {"于2026年3月2日受理，裁决期限至2026年5月12日。至2026年4月8日", "向人民法院提起诉讼", ldma + "第四十三条", "本委继续审理"},
		workflows.TakeOverNotice:        {"临劳人仲案〔2026〕9号", "自接收之日起重新计算", "不用重新提交"},
		workflows.RecusalDecision:       {"对独任仲裁员 周立民", "予以准许", "暂停", "第十二条"},
		workflows.EvidenceNotice:        {"双方当事人", "最迟于2026年4月20日（含当日）", "说明理由", "第二十五条", ldma + "第六条"},
		workflows.ChangeNotice:          {"变更以后的请求：\n1. 拖欠的工资", "十个工作日内答辩", "自2026年4月8日起重新计算", "2026年5月12日", "第四十四条", "第四十六条"},
		workflows.ChangeRefusal:         {"不予受理", "（理由）", "另行申请仲裁"},
		workflows.SimpleNotice:          {"等待工伤认定", "独任审理", "三十日内结案：2026年5月12日", "第三十九条"},
		workflows.PostponementDecision:  {"准许延期开庭", "2026年3月30日", "第三十五条"},
		workflows.OrdinaryNotice:        {"转为一般程序", "自原受理之日起计算", "（理由）"},
		workflows.ObjectionDismissal:    {"异议不成立", "驳回管辖异议", "第十条"},
	}
	for p, says := range tests {
		text := draft(t, p, data())
		for _, s := range says {
			if !strings.Contains(text, s) {
				t.Errorf("%s should say %q:\n%s", p, s, text)
			}
		}
	}
}

// What is offered or said in mediation stands on no paper but the agreements themselves.
func TestMediationStaysBehindTheWall(t *testing.T) {
	t.Parallel()
	d := data()
	d.Fields[FieldTerms], d.Fields[FieldAmount] = "让步的内容", "12,345.00"
	for _, p := range []workflows.Paper{workflows.MediationEnded, workflows.MediationProposal, workflows.MediationReceipt, workflows.AwardFinalPaper, workflows.AwardNonFinalPaper, workflows.WithdrawalDecision} {
		if text := draft(t, p, d); strings.Contains(text, "让步的内容") || strings.Contains(text, "12,345.00") {
			t.Errorf("%s tells what was offered:\n%s", p, text)
		}
	}
}

// Fields that may be left out leave no gap.
func TestWhatMayBeLeftOut(t *testing.T) {
	t.Parallel()
	d := data()
	d.Fields[FieldAmount] = "0.00"
	if text := draft(t, workflows.Agreement, d); !strings.Contains(text, "上述协议最迟于2026年5月1日（含当日）履行。") {
		t.Errorf("an agreement without money:\n%s", text)
	}
	if text := draft(t, workflows.MediationDocument, d); strings.Contains(text, "调解金额") {
		t.Errorf("a mediation document without money:\n%s", text)
	}
	d.Fields[FieldDefenceDue] = "2026-04-22"
	if text := draft(t, workflows.NoticeToRespond, d); !strings.Contains(text, "提交答辩书（最迟2026年4月22日，含当日）；") {
		t.Errorf("a notice with the last day of defence:\n%s", text)
	}
	d.Fields[FieldNewDue] = "待期限恢复计算后另行告知"
	if text := draft(t, workflows.ExtensionNotice, d); !strings.Contains(text, "延长后的期限：待期限恢复计算后另行告知。") {
		t.Errorf("an extension while the clock stands:\n%s", text)
	}
	d.Respondents, d.Claims, d.Facts = nil, nil, ""
	if text := draft(t, workflows.Receipt, d); strings.Contains(text, "被申请人") || strings.Contains(text, "请求事项") || strings.Contains(text, "事实与理由") {
		t.Errorf("a receipt for a question:\n%s", text)
	}
}

// Citations come from law alone, under the sources' whole titles.
func TestCitations(t *testing.T) {
	t.Parallel()
	for got, want := range map[string]string{
		art(law.Arbitration(29)):                    "《中华人民共和国劳动争议调解仲裁法》第二十九条",
		arts(law.CaseRules(46), law.CaseRules(47)):  "《劳动人事争议仲裁办案规则》第四十六条、第四十七条",
		art(law.Zhejiang(42)):                       "《浙江省劳动人事争议调解仲裁条例》第四十二条",
		art(law.CivilProcedure(205)):                "《中华人民共和国民事诉讼法》第二百零五条",
		stop("没有句号") + stop("有句号。") + stop(" （括号）"): "没有句号。有句号。（括号）。",
	} {
		if got != want {
			t.Errorf("cited %q, want %q", got, want)
		}
	}
}

// A refusal names its ground with the article, a certificate why nothing was decided.
func TestGroundsOnPaper(t *testing.T) {
	t.Parallel()
	d := data()
	d.Fields[FieldGround] = string(workflows.FamilyHelper)
	if text := draft(t, workflows.RefusalNotice, d); !strings.Contains(text, "情形：家庭或者个人与家政服务人员之间的纠纷（《最高人民法院关于审理劳动争议案件适用法律问题的解释（一）》第二条）。") {
		t.Errorf("a refusal:\n%s", text)
	}
	d.Fields[FieldGround] = "expert"
	if text := draft(t, workflows.NoDecisionCertificate, d); !strings.Contains(text, "未作出决定的情形：启动鉴定程序或者委托其他部门调查取证") {
		t.Errorf("a certificate:\n%s", text)
	}
}

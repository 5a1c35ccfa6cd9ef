package pages

import "maps"

func init() {
	maps.Copy(labels, map[string]said{
		"AskCorrection.defects":         ask("要补的各处", "Fields to mend").with("核对清单找到的缺项已经填好；申请人在一个页面上补。", "What the checklist found is filled in; the applicant mends it on one page."),
		"AskCorrection.rest_not_needed": ask("清单上其余缺项不需要补正", "The rest of what the checklist lacks is not needed"),
		"AskCorrection.mend_by":         ask("限期补正的最后一日", "Last day to mend").with("通知没有写日期的，不能以未补正为由不予受理。", "Without a day on the notice, the application can't be refused for not having been mended."),
		"DefectInput.field":             ask("哪一项", "Which field"),
		"DefectInput.of":                ask("哪位当事人或哪项请求", "Whose, or which claim").with("如 申1；请求写序号，如 1。", "A party by its mark, a claim by its number."),
		"DefectInput.missing":           ask("缺什么", "What is missing").with("写成申请人看得懂的一句话。", "One sentence that the applicant understands."),

		"RefuseAcceptance.ground":  ask("不予受理的情形", "Ground").with("不属于本会管辖的，用“告知有管辖权的仲裁委”；超过时效、年龄都不是理由。", "For lack of jurisdiction use the referral; neither time nor age is a ground."),
		"RefuseAcceptance.earlier": ask("原案的查询号或案号", "The earlier case").with("只对“同一争议”和“按撤回处理后又申请”。", "Only for the same matter, and after a deemed withdrawal."),

		"PartyInput.role":                 ask("列为共同当事人的原因", "Why it is a party beside the employer").with("劳务派遣：派遣单位和用工单位各写一位。", "Dispatched work: one for the agency, one for the user firm."),
		"ClaimInput.known_on":             ask("哪天知道权利被侵害", "Day the breach was known").with("用来计算时效；没有也能申请。", "For the time to apply; you may apply without it."),
		"ClaimInput.in_service":           ask("是在职期间拖欠的工资", "Pay owed during the employment"),
		"ClaimInput.joint":                ask("请求连带责任", "Joint liability is asked for"),
		"Circumstances.employment":        ask("用工形式", "How the worker is employed"),
		"Circumstances.employment_ended":  ask("哪天离职", "Day the employment ended"),
		"Circumstances.performance_place": ask("实际工作地点", "Place of work").with("劳动合同履行地，决定由哪里管辖。", "It decides which commission is competent."),
		"Circumstances.performance_proof": ask("工作地点的证明材料", "Proof of the place of work"),
		"Circumstances.employer_place":    ask("用人单位所在地", "The employer's place"),
		"Circumstances.employer_proof":    ask("单位所在地的证明材料", "Proof of the employer's place"),

		"AddAgent.no_charge": ask("声明不收费", "Declares that nothing is charged").with("近亲属、工作人员和被推荐的人必须勾选。", "Needed of relatives, staff and recommended persons."),
		"AddAgent.exhibit":   ask("授权委托书文件的编号", "File of the power of attorney").with("先在证据里提交，再写编号，如 申3；交到窗口的不用写。", "Hand it in as a file first, then give its number; not needed at the counter."),
		"EndAgency.agent":    ask("哪位代理人", "Which agent"),
		"EndAgency.reason":   ask("原因", "Why"),

		"RecordInterruption.kind":     ask("中断的事由，或障碍（中止）", "What interrupted it, or an obstacle"),
		"RecordInterruption.happened": ask("哪一天", "Which day").with("中止写开始的那天。", "Of an obstacle, the day it began."),
		"RecordInterruption.until":    ask("障碍哪天消除", "Day the obstacle ended").with("只对中止；还没有消除的留空。", "Only for an obstacle; blank while it goes on."),
		"RecordInterruption.evidence": ask("证明材料", "Evidence"),

		"ObjectToJurisdiction.party": ask("哪位被申请人", "Which respondent").with("自己提出的不用选。", "Not needed if you raise it yourself."),
		"Transfer.to":                ask("接收的仲裁委（同用本系统的）", "Receiving commission, if it uses this program").with("案件和文件随即送达该会。", "Case and files go there at once."),
		"Transfer.commission":        ask("接收的仲裁委（不在本系统的）", "Receiving commission by name, if it does not"),
		"RecordDesignation.ours":     ask("指定由本会管辖", "Designated to this commission"),
	})
}

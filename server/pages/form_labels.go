package pages

import "tiaocai/workflows/law"

// said is a label with a hint, for fields whose doc tag speaks to programs and not to people.
type said struct{ label, hint law.Text }

func ask(zh, en string) said { return said{label: law.Text{ZH: zh, EN: en}} }

func (s said) with(zh, en string) said {
	s.hint = law.Text{ZH: zh, EN: en}
	return s
}

// labels are by "Type.field", or by the field alone.
var labels = map[string]said{
	"on": ask("哪一天发生的", "The day it happened").with("不填就是今天，不能晚于今天。", "Today if left out; never in the future."),

	"SignIn.login":         ask("账号", "Account"),
	"FirstSignIn.token":    ask("一次性登录码", "One-time sign-in").with("管理员给您的链接里已经带上。", "The link from your administrator carries it."),
	"FirstSignIn.password": ask("新密码", "New password").with("至少 10 个字符。", "At least 10 characters."),
	"Register.login":       ask("账号", "Account").with("小写字母和数字，也可以用手机号。", "Small letters and digits, or your phone number."),
	"Register.password":    ask("密码", "Password").with("至少 10 个字符。", "At least 10 characters."),
	"Register.as":          ask("您是谁", "Who you are"),
	"StatusQuery.number":   ask("案件查询号或案号", "Public reference or case number").with("查询号 12 位，案号如 仙劳人仲案〔2026〕123号。", "The reference has 12 signs; a case number reads 仙劳人仲案〔2026〕123号."),
	"StatusQuery.code":     ask("查询码", "Query code").with("印在每一份回执和通知书上。", "Printed on every receipt and notice."),
	"LinkCase.code":        ask("绑定码", "One-time code").with("印在给您本人的回执或通知书上，只能用一次。", "On the receipt or notice made out to you; it works once."),

	"OpenCase.ask":                    ask("要办什么", "What is asked for"),
	"OpenCase.oral":                   ask("口头申请，由工作人员记录", "Oral application, written down by staff"),
	"OpenCase.facts":                  ask("事实与理由", "Facts and reasons").with("什么时候入职，做什么，工资多少，发生了什么事。", "When you began, what you do, what you earn, what happened."),
	"organisation":                    ask("调解组织", "Mediation organisation"),
	"cause":                           ask("案由", "Cause"),
	"town":                            ask("乡镇街道", "Town"),
	"PartyInput.kind":                 ask("是劳动者还是用人单位", "Worker or employer"),
	"PartyInput.migrant":              ask("是农民工", "Migrant worker"),
	"PartyInput.address":              ask("送达地址", "Service address"),
	"PartyInput.e_service":            ask("同意电子送达", "Agrees to electronic service"),
	"PartyInput.former_name":          ask("曾用名、变更前的名称", "Former name"),
	"PartyInput.legal_representative": ask("法定代表人及职务", "Legal representative and post"),
	"AwardItem.calculate":             ask("裁决金额用计算器算", "Work the amount out with the calculator").with("裁决金额不填，就用算出的金额。", "Leave the amount blank to take the sum."),
	"AwardItem.inputs":                ask("计算器", "Calculator"),
	"KeepCalculation.claim":           ask("哪一项请求", "Which claim"),
	"ClaimInput.code":                 ask("请求什么", "What is claimed"),
	"ClaimInput.title":                ask("用自己的话说", "In your own words").with("不填就用上面的名称。", "The name above if left out."),
	"ClaimInput.period_from":          ask("从哪天起", "From"),
	"ClaimInput.period_to":            ask("到哪天止", "To"),
	"ClaimInput.basis":                ask("怎么算的，依据什么", "How it is worked out"),
	"AmendApplication.applicants":     ask("申请人", "Applicants").with("不改的留空；要改的把每一位都写全，顺序不变。", "Leave blank to keep; otherwise give every one in full, in the same order."),
	"AmendApplication.respondents":    ask("被申请人", "Respondents").with("不改的留空；要改的把每一位都写全，顺序不变。", "Leave blank to keep; otherwise give every one in full, in the same order."),

	"AskCorrection.items":  ask("其他要补正的材料", "Other papers that are missing").with("只能通知一次，请一次写全。", "There is one notice only: list everything."),
	"AskCorrection.reason": ask("再次通知的理由", "Reason for a second notice"),

	"Accept.in_scope":      ask("属于受理范围", "Within scope"),
	"Accept.clear_claims":  ask("有明确的请求和事实理由", "Clear claims and facts"),
	"Accept.right_parties": ask("申请人有直接利害关系，被申请人明确", "The applicant is directly concerned, the respondent is named"),
	"Accept.jurisdiction":  ask("属于本会管辖", "This commission's jurisdiction"),

	"FormTribunal.arbitrators": ask("仲裁员", "Arbitrators").with("独任选一位；合议选三位，首席在前。", "One alone, or three with the presiding one first."),
	"FormTribunal.consent":     ask("双方书面同意原调解员任仲裁员的文件编号", "File in which both parties agree to the former mediator").with("只在原调解员担任本案仲裁员时填，如 申3。", "Only if the former mediator sits: the number of the file."),
	"FormTribunal.recorder":    ask("书记员", "Recorder"),
	"AssignMediator.mediator":  ask("调解员", "Mediator"),

	"AddAgent.party":       ask("为哪位当事人", "For which party").with("当事人自己委托的不用选。", "Not needed if the party itself appoints."),
	"ConfirmAddress.party": ask("哪位当事人", "Which party").with("当事人自己确认的不用选。", "Not needed if the party itself confirms."),
	"AddAgent.special":     ask("特别授权", "Special authority").with("可以代为承认、放弃、变更请求，和解、撤回。", "May admit, give up or change claims, settle and withdraw."),
	"AddAgent.kind":        ask("代理人是什么人", "Who the agent is"),

	"ServeDocument.document": ask("哪份文书", "Which paper"),
	"ServeDocument.party":    ask("送给谁", "Recipient"),
	"ServeDocument.method":   ask("送达方式", "How it was served").with("调解书只能由本人、法定代表人、代理人或指定的代收人签收。", "A mediation document is signed for by the party, its representative, agent or named receiver."),
	"ServeDocument.receiver": ask("签收人", "Who signed").with("直接送达和须签收的文书要填。", "Needed by hand, and for papers that must be signed for."),
	"ServeDocument.ground":   ask("留置的情形", "Why it was left").with("只有留置和张贴才填。", "Only where it was left."),
	"ServeDocument.witness":  ask("见证人", "Witness").with("留置时在场的基层组织或单位的人；没有见证人的附照片。", "Somebody of a local body or the firm who saw it left; otherwise a picture."),
	"ServeDocument.sent_on":  ask("送出的日期", "Sent out on").with("不填也可以。", "May be left out."),
	"receiver_kind":          ask("签收人是谁", "Who the receiver is").with("不填为本人。", "The party itself if left out."),
	"SendDocument.document":  ask("哪份文书", "Which paper"),
	"SendDocument.party":     ask("送给谁", "Recipient"),
	"SendDocument.proof":     ask("邮件号或发送记录", "Tracking number or log").with("邮寄的必须填。", "Needed by post."),
	"RecordDelivery.service": ask("哪一件", "Which one").with("送出后还没有结果的。", "Those sent that have no result yet."),
	"RecordDelivery.reason":  ask("怎么没有送到", "How it failed").with("拒收、退回或者无人时填写。", "If it was refused or came back."),
	"PublishNotice.document": ask("公告送达哪份文书", "Which paper"),
	"PublishNotice.party":    ask("向谁公告", "To whom"),
	"PublishNotice.reason":   ask("原因和经过", "The reason and what was tried").with("载入案卷，不写进公告。", "For the file; it is not announced."),
	"file-defence.on":        ask("哪一天提交的", "The day it was filed").with("不填就是今天；邮寄的填邮戳上的日期，在途时间不算。", "Today if left out; by post the day of the postmark: time in the post does not count."),
	"file-evidence.on":       ask("哪一天提交的", "The day it was filed").with("不填就是今天；邮寄的填邮戳上的日期，在途时间不算。", "Today if left out; by post the day of the postmark: time in the post does not count."),
	"ServeDocument.proof":    ask("送达凭证", "Proof of service").with("送达回证号、邮件号或系统回执。", "Return slip, tracking number or system receipt."),

	"Sitting.starts":                 ask("开庭时间", "Time").with("如 09:00。", "As 09:00."),
	"Sitting.closed_for":             ask("不公开开庭的原因", "Why it is not public").with("仲裁公开进行；公开的不填。", "Hearings are public; leave it out for a public one."),
	"Sitting.both_agree":             ask("双方书面同意不公开", "Both sides agree in writing").with("只在以双方协议为由时勾选。", "Only where it is closed by agreement."),
	"ConsentShortNotice.party":       ask("哪位当事人", "Which party").with("自己同意的不填；书记员登记一方的书面同意时选。", "Left out by a party itself; chosen by the recorder who enters one party's consent."),
	"ConsentShortNotice.all_parties": ask("全体当事人书面同意", "All parties agree in writing").with("书记员登记时勾选。", "Ticked when the recorder enters it."),

	"OpenHearing.present":     ask("到庭人员", "Names of those present").with("一行一人。", "One a line."),
	"AttemptMediation.result": ask("结果", "Result"),
	"AttemptMediation.terms":  ask("协议内容", "Terms").with("达成协议的要填。", "Needed if they agreed."),

	"RecordAppraisalCost.chosen":   ask("机构怎么定的", "How the agency was chosen"),
	"RecordAppraisalCost.asked_by": ask("哪一方申请鉴定", "Which side asked for it").with("由申请鉴定的一方垫付。", "That side advances the cost."),
	"RecordAppraisalCost.result":   ask("鉴定结论", "The result").with("由谁承担，按结论算出。", "Who bears the cost follows from it."),

	"RecordLeaving.side":      ask("哪一方退庭", "Which side left"),
	"RecordLeaving.how":       ask("退庭的经过", "How it came").with("写明没有经仲裁庭同意。", "Say that it was without the tribunal's leave."),
	"HearInDefault.reason":    ask("送达和缺席的情况", "Service and absence").with("开庭通知的送达证明由程序附上。", "The proof of service is attached by the program."),
	"AnswerWithdrawal.party":  ask("哪位被申请人", "Which respondent").with("自己答复的不填。", "Left out by a party itself."),
	"AnswerWithdrawal.answer": ask("对撤回的意见", "Answer to the withdrawal"),
	"AnswerWithdrawal.reason": ask("不同意的理由", "Why not").with("不同意的要填。", "Needed for an objection."),

	"FileEvidence.claim":  ask("关于哪项请求", "Which claim it concerns"),
	"FileEvidence.side":   ask("哪一方的证据", "Whose exhibit").with("工作人员登记时选。", "For staff who enter it."),
	"FileEvidence.reason": ask("逾期提交的理由", "Reason for lateness").with("举证期限过后才要填。", "Only after the period for evidence."),
	"FileEvidence.title":  ask("证据名称", "Title"),

	"ConsentToMediation.side":    ask("哪一方", "Which side").with("当事人自己办的不用选。", "Not needed if a party does it itself."),
	"RefuseMediation.side":       ask("哪一方", "Which side").with("当事人自己办的不用选。", "Not needed if a party does it itself."),
	"HoldSession.outcome":        ask("结果", "Outcome"),
	"HoldSession.attended":       ask("到场的人", "Who came"),
	"HoldSession.next_step":      ask("下一步", "What comes next"),
	"AskTalks.side":              ask("哪一方提出", "Which side asks").with("当事人自己办的不用选。", "Not needed if a party does it itself."),
	"AnswerTalks.side":           ask("哪一方答复", "Which side answers").with("当事人自己办的不用选。", "Not needed if a party does it itself."),
	"AskReview.side":             ask("哪一方", "Which side").with("当事人自己办的不用选。", "Not needed if a party does it itself."),
	"AskReview.joint":            ask("双方一起到窗口申请", "Both came to the counter together"),
	"SignAgreement.party":        ask("哪位当事人", "Which party").with("登记纸质签章时选；本人签署和调解员、调解组织自己签章的不用选。", "For a mark on paper; not needed for one's own signature, the mediator's or the seal."),
	"SignAgreement.paper":        ask("纸质签章的原件在哪里", "Where the signed sheet is kept").with("如 调解卷第3页。", "As: mediation file, page 3."),
	"SignAgreement.code":         ask("六位验证码", "Six-digit code").with("短信里的六位数字，十分钟内有效。", "The six digits in the message; they work for ten minutes."),
	"SignAgreement.hash":         ask("文本校验值", "Digest of the text"),
	"SignAgreement.as":           ask("以什么身份签章", "In which hat").with("既是调解员又管调解组织印章的才要选。", "Only for somebody who is both mediator and keeper of the seal."),
	"MakeOffer.amount":           ask("付多少（元）", "How much is to be paid (yuan)").with("单位付给劳动者的总数。不涉及钱的写 0。", "What the employer pays the worker in all; 0 if it is not about money."),
	"MakeOffer.pay_by":           ask("最迟哪天付清", "To be paid by"),
	"MakeOffer.terms":            ask("还有什么条件", "What else").with("例如分几次付、开离职证明、付清后就本争议再没有别的请求。", "For instance instalments, a certificate of leaving, no further claims once it is paid."),
	"MakeOffer.until":            ask("对方最迟哪天答复，含当天", "The last day to accept it, included").with("到这一天为止方案有效（在调解中提出的，不能晚于调解期满的那天）；对方接受以前可以撤回。过了这天自动作废。", "It is open up to this day (in mediation: not after the mediation ends); until it is accepted you may withdraw it. After this day it is void by itself."),
	"DraftAgreement.instalments": ask("分期", "Instalments").with("一次付清的不用填。", "Not needed if it is paid at once."),
	"RecordPaymentOrder.kinds":   ask("哪几种款项", "Which kinds of money").with("申请时填写。", "Needed when it is applied for."),

	"StopClock.kind":   ask("事由", "Ground"),
	"StopClock.ground": ask("具体情况", "What exactly"),

	"MakeAward.items":    ask("请求", "Claim"),
	"AwardItem.decision": ask("裁决", "Decision"),
	"AwardItem.amount":   ask("裁决金额（元）", "Amount awarded (yuan)"),
	"AwardItem.final":    ask("是终局裁决", "Final").with("不选由系统按法律和最低工资判断。", "Left out, the law and the minimum wage decide."),
	"AwardItem.found":    ask("认定的事实", "What was found"),
	"AwardItem.relation": ask("本项确认是否存在劳动关系", "Decides whether there is a labor relation"),

	"RecordSuit.kind":      ask("起诉还是申请撤销", "Suit, or application to set aside"),
	"RecordPayment.result": ask("履行情况", "Result"),
	"CorrectEntry.id":      ask("记录编号", "Number of the record").with("更正送达日期或停钟日期时，填页面右侧的记录编号。", "For a day of service or a stop: the number from the list beside."),
	"CorrectEntry.cause":   ask("原因", "Cause"),
}

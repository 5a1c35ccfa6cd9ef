package notify

import (
	"strings"

	"tiaocai/workflows"
)

// words are one message in both languages. In braces: {when} and {place} of the hearing, {paper}.
type words struct{ zh, en string }

func (w words) IsZero() bool            { return w.zh == "" && w.en == "" }
func (w words) holds(brace string) bool { return strings.Contains(w.zh, brace) }

// message is what each side reads. A side without words is not told.
type message struct{ applicant, respondent words }

func (m message) to(c workflows.Capacity) words {
	switch c {
	case workflows.Applicant:
		return m.applicant
	case workflows.Respondent:
		return m.respondent
	}
	return words{}
}

func both(zh, en string) message      { return message{words{zh, en}, words{zh, en}} }
func applicant(zh, en string) message { return message{applicant: words{zh, en}} }
func each(a, r words) message         { return message{a, r} }

// messages are all there are, in the order of a case's life. A mediation may run before an
// application or while one waits for acceptance; its words fit both.
var messages = map[string]message{
	"received":  applicant("已收到您的材料。接下来由工作人员办理，结果会通知您。", "We have received your papers. Our staff act next and will tell you the result."),
	"advised":   applicant("您咨询的问题已经答复。要不要调解或者申请仲裁，由您决定。", "Your question has been answered. Whether to mediate or apply for arbitration is up to you."),
	"settled":   both("双方已经达成协议。接下来请按约定的日期履行；不履行的，另一方可以申请仲裁。", "An agreement was reached. Please perform it by the agreed day; if it is not kept, the other side may apply for arbitration."),
	"withdrawn": applicant("您的申请已经撤回。接下来由您决定，以后仍可以再申请。", "Your application is withdrawn. You may apply again later."),

	"mediation-asked": each(words{"调解组织已收到调解申请。接下来等对方答复是否同意。", "The mediation organisation has the request. The other side answers next."},
		words{"有一件争议请您参加调解。请您答复是否同意；不同意的，不进行调解。", "You are asked to mediate a dispute. Please say whether you agree; without your consent there is no mediation."}),
	"mediator-assigned": both("调解员已经确定。接下来由调解员与您联系。", "A mediator has been assigned and will contact you next."),
	"mediation-refused": each(words{"一方不同意调解，调解没有进行。还没有申请仲裁的，您可以申请；已经申请的，由仲裁委决定是否受理。", "One side does not agree, so there is no mediation. You may apply for arbitration; if you have, the commission decides next."},
		words{"一方不同意调解，调解没有进行。现在不需要您办理，有进展会通知您。", "One side does not agree, so there is no mediation. Nothing is needed from you now; we will tell you what follows."}),
	"mediation-extended": both("双方同意延长调解期限。接下来由调解员继续调解。", "Both sides agreed to more time. The mediator goes on next."),
	"mediation-failed": each(words{"调解没有达成协议。还没有申请仲裁的，您可以申请，材料不用重填；已经申请的，由仲裁委决定是否受理。", "There was no agreement. You may apply for arbitration with nothing to fill in again; if you have, the commission decides next."},
		words{"调解没有达成协议。现在不需要您办理，有进展会通知您。", "There was no agreement. Nothing is needed from you now; we will tell you what follows."}),
	"mediation-expired": each(words{"调解期限已满，调解结束。还没有申请仲裁的，您可以申请，材料不用重填；已经申请的，由仲裁委决定是否受理。", "The time for mediation is up. You may apply for arbitration with nothing to fill in again; if you have, the commission decides next."},
		words{"调解期限已满，调解结束。现在不需要您办理，有进展会通知您。", "The time for mediation is up. Nothing is needed from you now; we will tell you what follows."}),

	"talks-asked":         both("一方要求协商解决争议。接下来由另一方在五日内答复；不答复的，视为不愿协商。", "One side asks to negotiate. The other side answers within five days; no answer counts as a refusal."),
	"talks-answered":      both("对方已经答复是否协商，请登录查看。协商不成的，可以申请调解或者仲裁。", "The other side has answered whether it will talk: please look it up. If the talks fail, mediation and arbitration are open."),
	"talks-failed":        both("协商没有结果，已经记录。接下来可以申请调解或者仲裁，材料不用重填。", "The talks came to nothing, and this is on record. Mediation and arbitration are open, with nothing to fill in again."),
	"offer-made":          both("对方提出了一个和解方案。请登录看全文和最后一天；接受不接受由您定，仲裁庭看不到。", "The other side made an offer to settle. Sign in to read it and its last day; whether to accept is up to you, and the tribunal never sees it."),
	"offer-withdrawn":     both("对方撤回了和解方案。接下来案件照常进行，双方可以另外提出方案。", "The other side withdrew its offer to settle. The case goes on next as before; either side may make another."),
	"offer-accepted":      both("双方已经接受同一个和解方案。请登录看接下来怎么办；案件不会因此自己结束。", "Both sides have accepted one offer to settle. Sign in to see what to do next; the case does not end by itself."),
	"offer-declined":      both("对方不接受您这一方的和解方案。接下来案件照常进行，双方可以另外提出方案。", "The other side declined your side's offer. The case goes on next as before; either side may make another."),
	"offer-lapsed":        both("一个和解方案的最后一天已经过了，没有人接受。接下来案件照常进行。", "The last day of an offer to settle is over and nobody accepted it. The case goes on next as before."),
	"document-asked":      both("当事人已经和解，请仲裁庭制作调解书。接下来由仲裁庭核对，再请双方签收。", "The parties settled and asked for a mediation document. The tribunal checks it next and then has both sign for it."),
	"agreement-drafted":   both("调解协议书已经起草。接下来请看过全文，同意的签名或者盖章；四方都签章后生效。", "The agreement has been drafted. Please read it and sign if you agree; it takes effect when both sides, the mediator and the organisation have marked it."),
	"review-asked":        both("有一方申请仲裁审查调解协议。审查要双方共同申请，另一方同意的，请尽快办理。", "One side asks for a review of the agreement. Both must ask together: if you agree, please join soon."),
	"review-accepted":     both("仲裁委已经受理调解协议审查，五个工作日内审查结束。", "The commission has taken up the review of the agreement and ends it within five working days."),
	"review-refused":      both("调解协议审查申请不予受理，理由见通知书。协议仍然有效，请按约定履行。", "The review was refused; the notice says why. The agreement holds: please perform it."),
	"review-document":     both("仲裁委已经制作仲裁调解书。接下来请双方签收，签收后生效。", "The commission has made a mediation document. Please sign for it next; it takes effect when both have."),
	"review-rejected":     both("仲裁委不予制作仲裁调解书，理由见通知书。可以就原争议申请仲裁。", "The commission makes no mediation document; the notice says why. You may apply for arbitration."),
	"review-withdrawn":    both("调解协议审查申请已经撤回。协议仍然有效，请按约定履行。", "The application for review was withdrawn. The agreement holds: please perform it."),
	"mediation-entrusted": both("仲裁庭已委托调解组织调解，十个工作日内没有达成协议的，继续开庭。", "The tribunal has entrusted a mediation; without an agreement within ten working days the hearing goes on."),

	"correction-asked": applicant("申请材料还缺一些。请您按补正通知书一次补齐。", "Some papers are missing. Please hand in all that the notice lists."),
	"correction-done":  applicant("材料已补齐。接下来由仲裁委在五个工作日内决定是否受理。", "Your papers are complete. The commission decides on acceptance within five working days."),
	"accepted": each(words{"您的申请已经受理。接下来由仲裁委组成仲裁庭，并通知您。", "Your application has been accepted. The commission forms the tribunal next and will tell you."},
		words{"有一件您为被申请人的仲裁案件已经受理。请在收到申请书副本后十个工作日内提交答辩。", "An arbitration case against you was accepted. Please answer within ten working days of receiving the copy."}),
	"not-accepted": applicant("您的申请不予受理，理由见通知书。您可以向法院起诉。", "Your application was not accepted; the notice says why. You may sue in court."),
	"no-decision":  applicant("受理期限已经届满，证明已经出具。您可以拿证明向法院起诉，也可以继续等仲裁委决定。", "The time to decide is over and the certificate is made out. You may sue with it, or go on waiting for the commission."),
	"no-award":     both("裁决期限已经届满，还没有作出裁决，证明已经出具。您可以拿证明向法院起诉，也可以继续等裁决。", "The time for the award is over without one, and the certificate is made out. You may sue with it, or go on waiting for the award."),
	"transferred-in": each(words{"您的案件已移送到有管辖权的仲裁委，材料不用重新提交。接下来由该仲裁委接收并通知您。", "Your case was transferred to the competent commission with all its papers. It takes the case over next and will tell you."},
		words{"案件已移送到有管辖权的仲裁委，材料不用重新提交。接下来由该仲裁委接收并通知您。", "The case was transferred to the competent commission with all its papers. It takes the case over next and will tell you."}),
	"taken-over":          both("移送的案件已经接收，审理期限重新计算。接下来由仲裁委组成仲裁庭，并通知您。", "The transferred case was taken over; the time for the award runs anew. The commission forms the tribunal next and will tell you."),
	"objection-filed":     applicant("对方提出管辖异议。接下来由仲裁委决定：成立的移送，不成立的书面驳回。", "The other side objects to jurisdiction. The commission decides next: it transfers the case or dismisses the objection in writing."),
	"recusal-asked":       both("有人申请本案仲裁员或者书记员回避。接下来由仲裁委主任在三个工作日内决定，决定以前该人员暂停参与。", "The recusal of an arbitrator or the recorder was asked for. The director decides next, within three working days; until then that person pauses."),
	"recusal-decided":     both("回避申请已经决定，决定书会送达给您。准许的，接下来由仲裁委重新组成仲裁庭。", "The request for recusal was decided; the decision will be served on you. If it was granted, the commission forms the tribunal anew next."),
	"evidence-period":     both("举证期限已经指定或者延长，举证通知书会送达给您。接下来请在期满前提交证据；确有困难的，可以申请延长。", "The time for evidence was set or extended; a notice will be served on you. Please hand your evidence in by then; in real difficulty you may ask for more time."),
	"change-asked":        {respondent: words{"申请人要求增加或者变更仲裁请求。接下来由仲裁庭决定是否受理，结果会通知您。", "The applicant asks to add or change claims. The tribunal decides next and will tell you."}},
	"change-accepted":     both("变更的仲裁请求已经受理，审理期限重新计算，通知书会送达给您。接下来请被申请人在收到后十个工作日内答辩；已经放弃答辩期的，由仲裁庭继续审理。", "The changed claims were accepted and the time for the award runs anew; a notice will be served on you. The respondent answers next, within ten working days; if that was waived, the tribunal goes on."),
	"change-declined":     both("变更的仲裁请求没有受理，接下来由仲裁庭按原请求审理；申请人可以就变更的部分另行申请。", "The changed claims were not accepted; the tribunal goes on with the claims there were. The applicant may file the rest by itself."),
	"objection-dismissed": both("管辖异议已经驳回，决定书会送达给您。接下来由本会继续审理。", "The objection to jurisdiction was dismissed; the decision will be served on you. The case goes on here."),
	"referred":            applicant("您的争议由别的仲裁委管辖。请您向告知书写明的仲裁委申请。", "Another commission is competent. Please apply to the one named in the notice."),

	"tribunal-formed":   both("仲裁庭已经组成，名单见通知书。接下来由仲裁庭定开庭日期；认为有人应当回避的，您可以提出。", "The tribunal has been formed; the notice names its members. It sets the hearing day next; you may ask that somebody not sit."),
	"tribunal-changed":  both("仲裁庭组成人员有更换，名单见通知书。接下来由新的仲裁庭继续办理；认为有人应当回避的，您可以提出。", "Somebody in the tribunal was replaced; the notice names its members. The tribunal goes on next; you may ask that somebody not sit."),
	"defence-filed":     applicant("对方已提交答辩。接下来由仲裁庭继续办理。", "The other side has answered. The tribunal goes on next."),
	"evidence-filed":    both("案件有新的证据。接下来由办案人员核对。", "New evidence has been filed. Our staff check it next."),
	"hearing-scheduled": both("开庭时间：{when}，{place}。请您按时到庭，带身份证和证据原件。", "The hearing is on {when}, {place}. Please come in time with your ID and the original evidence."),

	"counter-asked":        both("被申请人提出了反申请。接下来由仲裁委在五个工作日内决定是否合并处理。", "The respondent counter-applied. The commission decides within five working days whether both are heard together."),
	"counter-joined":       both("反申请已经受理，与本案合并处理，审理期限重新计算，通知书会送达双方。接下来由申请人在答辩期内答辩。", "The counter-application is heard together with the case, and the time for the award runs anew; a notice will be served. The applicant may answer next."),
	"counter-declined":     both("反申请不在本案中处理，理由写在通知书里。接下来本案照常进行；被申请人可以另行申请。", "The counter-application is not heard in this case; the notice says why. The case goes on next as before."),
	"counter-answered":     each(words{}, words{"申请人已经对反申请答辩。接下来等开庭通知。", "The applicant answered your counter-application. Please wait for the notice of the hearing next."}),
	"party-joined":         both("本案追加了当事人或者第三人，审理期限重新计算，通知书会送达各方。接下来等送达和答辩。", "A party or a third person was joined and the time for the award runs anew; a notice will be served on all. Service and the answer come next."),
	"restoration-asked":    both("有当事人申请顺延已经过了的期限。接下来由仲裁庭决定，结果会通知您。", "A party asked that a missed period be restored. The tribunal decides next; you will be told."),
	"restoration-answered": both("顺延期限的申请已经决定，新的期限写在案件页面上。接下来请看案件页面上的期限。", "The request to restore a period was decided. Please look at the periods on the page of the case next."),
	"taking-asked":         both("有当事人申请调查取证、鉴定或者证人出庭。接下来由仲裁庭决定是否准许。", "A party asked for an inquiry, an appraisal or a witness. The tribunal decides next."),
	"taking-answered":      both("调查取证、鉴定或者证人出庭的申请已经决定。接下来请看案件页面上的结果和理由。", "The request for an inquiry, an appraisal or a witness was decided. Please read the result and the reason on the page of the case next."),
	"inquiry-recorded":     both("案卷里有了新的调查记录或者证据交换记录。接下来请查看，可以书面发表意见。", "The file has a new record of an inquiry or of an exchange of evidence. Please read it next; you can comment in writing."),
	"appraisal-entrusted":  both("本案已经委托鉴定，等鉴定意见期间不计入审理期限。接下来等鉴定机构出具意见。", "An appraisal was entrusted; the time until its opinion does not count. The agency gives its opinion next."),
	"opinion-received":     both("鉴定意见已经收到。接下来请查看，可以书面发表意见，也可以申请鉴定人出庭。", "The expert opinion has come. Please read it next; you can comment in writing, and may ask that the expert comes to the hearing."),
	"record-commented":     both("有当事人对调查记录或者鉴定意见发表了意见。接下来可以在案件页面查看。", "A party commented on a record or an opinion. You can read it on the page of the case next."),
	"postponement-asked":   both("有当事人请求延期开庭。接下来由仲裁庭决定；决定以前，仍按原定日期准备。", "A party asked for another hearing day. The tribunal decides next; until then prepare for the day that was set."),
	"joint-hearing":        both("仲裁庭决定把您的案件和同一用人单位的同类案件合并审理。案号、期限和裁决仍是各自的；开庭日期会一并通知。", "The tribunal hears your case together with like cases of the same employer. Number, periods and award stay your own; the hearing day is set for all at once."),
	"joint-left":           both("您的案件不再和别的案件合并审理。已经定下的开庭日期不变，除非另行通知。", "Your case is no longer heard together with others. The hearing day that was set stays unless you are told otherwise."),
	"postponement-refused": both("仲裁庭没有准许延期开庭。请按原定的日期到庭。", "The tribunal refused another hearing day. Please come on the day that was set."),
	"simplified":           both("案件简易处理，三十日内结案，见告知书。接下来由仲裁庭继续办理。", "The case is handled simply and closed within thirty days; see the notice. The tribunal goes on next."),
	"ordinary":             both("案件转为一般程序，期限自原受理之日起算，见通知书。接下来由仲裁庭继续审理。", "The case goes on in the ordinary way; the time runs from the original acceptance, see the notice. The tribunal goes on next."),

	"clock-stopped": both("审理期限停止计算。原因消除后，由仲裁庭恢复。", "The clock has been stopped. The tribunal lets it run again when the cause ends."),
	"clock-runs":    both("审理期限恢复计算。接下来由仲裁庭继续审理。", "The clock runs again. The tribunal goes on next."),
	"suspended":     both("案件中止审理。原因消除后，由仲裁委恢复审理并通知您。", "The case is suspended. The commission resumes it when the cause ends and will tell you."),
	"resumed":       both("案件恢复审理。接下来由仲裁庭继续审理。", "The case goes on. The tribunal acts next."),
	"extended":      both("审理期限经批准延长，新的期限见通知书。接下来由仲裁庭继续审理。", "The time for the award was extended; the notice says until when. The tribunal goes on next."),

	"reheard":             both("本会撤销了原裁决，争议另立案件重新处理，原来提交的材料不用重新提交。接下来由仲裁委另行组成仲裁庭，并通知您。", "The commission revoked its award and takes the dispute up anew in a case of its own; nothing has to be filed again. It forms another tribunal next and will tell you."),
	"withdrawal-answered": {applicant: words{"被申请人对您的撤回申请表示了意见，请登录查看。接下来由仲裁委决定。", "A respondent answered your request to withdraw; please sign in to read it. The commission decides next."}},
	"in-default":          both("被申请人没有到庭或者中途退庭，仲裁委决定缺席审理和裁决。裁决书作出后会送达各方。", "The respondent was absent from the hearing or left it: the case is heard and decided in default. The award will be served on everybody."),
	"withdrawal-asked":    {respondent: words{"申请人申请撤回仲裁申请。接下来由仲裁委决定；您有意见的，请尽快提出。", "The applicant asks to withdraw. The commission decides next; if you object, please say so soon."}},
	"closed":              both("案件已经办结。接下来由仲裁委把{paper}送达给您。", "The case is closed. The commission serves {paper} on you next."),
	"awarded":             both("裁决书已经作出。接下来由仲裁委送达给您；不服的，请注意裁决书写明的期限。", "The award has been made. The commission serves it on you next; if you disagree, mind the time limit it names."),
	"award-corrected":     both("裁决书有补正。接下来由仲裁委把补正决定书送达给您。", "The award has been corrected. The commission serves the decision on you next."),
	"award-revoked":       both("裁决书已被撤销。接下来由仲裁委把决定书送达给您。", "The award has been revoked. The commission serves the decision on you next."),
}

package workflows

// Means says in a sentence what a state means to a worker, an employer and staff (这是什么意思). Says
// has the names; a test sees to it that both are there for every state.
func (s State) Means() Words { return stateMeanings[s] }

var stateMeanings = map[State]Words{
	Consulting: {
		Worker:   text("工作人员会看您说的情况，告诉您可以怎么办。咨询不收费，也不算已经申请仲裁。", "Staff look at what you told them and say what you can do. It is free, and it is not yet an application."),
		Employer: text("对方在问自己有什么权利，还没有申请仲裁。", "The other side is asking about its rights and has not applied."),
		Staff:    text("有人咨询，还没有答复。", "A question waits for its answer."),
	},
	Advised: {
		Worker:   text("您的问题答复了。问题没解决，可以申请调解或者仲裁，注意时效。", "Your question was answered. If it is not resolved you may ask for mediation or apply; mind the limitation."),
		Employer: text("对方的咨询已经答复，现在没有案件。", "The question was answered; there is no case now."),
		Staff:    text("已答复，等当事人下一步。", "Answered; the next move is the parties'."),
	},
	Mediating: {
		Worker:   text("调解员帮双方谈，谈成了签协议，谈不成可以申请仲裁。", "A mediator helps both sides to talk. If you agree, you sign; if not, you may apply for arbitration."),
		Employer: text("调解员帮双方谈，谈成了签协议，谈不成对方可以申请仲裁。", "A mediator helps both sides to talk. If you agree, you sign; if not, the other side may apply."),
		Staff:    text("调解组织在办，期限届满前要有结果。", "With the organisation, which must conclude in time."),
	},
	Settled: {
		Worker:   text("双方谈成了。对方没有按协议做，您可以申请仲裁或者审查确认。", "You have an agreement. If it is not kept, you may apply for arbitration or have it confirmed."),
		Employer: text("双方谈成了，请按协议写的日子履行。", "There is an agreement; please perform it by the day it names."),
		Staff:    text("已达成协议，看履行和审查确认。", "Agreed; performance and confirmation follow."),
	},
	Unsettled: {
		Worker:   text("没有谈成，或者申请撤回了。您可以申请仲裁，填过的内容不用再填。", "No agreement, or the application was withdrawn. You may apply for arbitration without typing anything again."),
		Employer: text("没有谈成，或者申请撤回了。对方还可以申请仲裁。", "No agreement, or the application was withdrawn. The other side may still apply."),
		Staff:    text("没有人在办，等申请人下一步。", "Nobody acts; the next move is the applicant's."),
	},
	Filed: {
		Worker:   text("我们收到了您的申请，会在期限内决定收不收。", "We have your application and decide in time whether to accept it."),
		Employer: text("对方申请了仲裁。受理以后，会把申请书送给被申请人。", "The other side applied. If the case is accepted, the respondent is served with the application."),
		Staff:    text("在期限内决定受理与否。", "Decide on acceptance in time."),
	},
	NotAccepted: {
		Worker:   text("仲裁委没有收，理由写在通知书里。您可以拿着通知书向法院起诉。", "The commission did not accept it; the notice says why. You may take it to court."),
		Employer: text("仲裁委没有收，理由写在通知书里。对方可以向法院起诉。", "The commission did not accept it; the notice says why. The other side may sue."),
		Staff:    text("已书面不予受理，案件不再往下走。", "Refused in writing; nothing follows here."),
	},
	Referred: {
		Worker:   text("这里不管这个案件，通知书写明了该去哪个仲裁委。", "This commission is not competent; the notice names the one that is."),
		Employer: text("这里不管这个案件，对方可以到别的仲裁委申请。", "This commission is not competent; the other side may apply to another."),
		Staff:    text("已书面告知管辖，案件不再往下走。", "Referred in writing; nothing follows here."),
	},
	Accepted: {
		Worker:   text("案件立了。开庭之前，对方答辩，双方交证据。", "There is a case now. Before the hearing the other side answers and both file evidence."),
		Employer: text("案件立了。请在答辩期内答辩，在举证期限内交证据。", "There is a case now. Answer and file your evidence in time."),
		Staff:    text("组庭、送达、答辩、举证，然后排期。", "Form the tribunal, serve, take the answer and evidence, then set a day."),
	},
	Scheduled: {
		Worker:   text("开庭的日子定了。请按时到庭，带上身份证件和证据原件。", "The hearing has its day. Come in time, with proof of identity and the originals."),
		Employer: text("开庭的日子定了。请按时到庭，不到庭照样可以裁决。", "The hearing has its day. Come in time; the award can be made without you."),
		Staff:    text("开庭通知要提前送达。", "The notice must be served ahead of it."),
	},
	Hearing: {
		Worker:   text("正在开庭。裁决之前，都可以和解。", "The hearing is open. The two sides may settle at any time before the award."),
		Employer: text("正在开庭。裁决之前，都可以和解。", "The hearing is open. The two sides may settle at any time before the award."),
		Staff:    text("庭审、调解、笔录，然后结束庭审。", "Hear, try to mediate, write the minutes, then end the hearing."),
	},
	Deliberating: {
		Worker:   text("庭开完了，仲裁庭正在商量和写裁决书。", "The hearing is over; the tribunal deliberates and writes the award."),
		Employer: text("庭开完了，仲裁庭正在商量和写裁决书。", "The hearing is over; the tribunal deliberates and writes the award."),
		Staff:    text("在审限内作出裁决。", "Make the award within the period."),
	},
	Closed: {
		Worker:   text("案件办完了。文书写明了结果、什么时候生效、不服怎么办。", "The case is done. Its paper says the result, when it takes effect and what to do if you disagree."),
		Employer: text("案件办完了。文书写明了结果和履行的时间，不服可以依法起诉或者申请撤销。", "The case is done. Its paper says the result and when to perform; the law says how to contest it."),
		Staff:    text("结案方式和日期不再改变，余下送达、履行和归档。", "Mode and day are fixed; service, performance and archiving remain."),
	},
}

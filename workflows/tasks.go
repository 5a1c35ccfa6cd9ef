package workflows

// Task is what has to be done next on a case (下一步). NextOf says whose it is; Says has its words.
type Task string

const (
	SignTheAward       Task = "sign-award"           // 在裁决书上签名
	DecideProposed     Task = "decide-proposed"      // 审批经办人报的事项
	AwaitResumption    Task = "await-resumption"     // 等中止的原因消除后恢复审理
	DecideChallenge    Task = "decide-challenge"     // 决定回避申请
	FormAnew           Task = "form-anew"            // 重新组成仲裁庭
	DecideChange       Task = "decide-change"        // 决定是否受理变更的请求
	DecideCounter      Task = "decide-counter"       // 决定是否受理反申请
	DecideObjection    Task = "decide-objection"     // 决定管辖异议
	AnswerToWithdrawal Task = "answer-withdrawal"    // 对撤回申请表示意见
	DecideWithdrawal   Task = "decide-withdrawal"    // 决定是否准予撤回
	DecidePostponement Task = "decide-postponement"  // 决定是否延期开庭
	DecideRestoration  Task = "decide-restoration"   // 决定是否顺延期限
	DecideTaking       Task = "decide-taking"        // 决定是否调查取证、鉴定、通知证人
	DecideMinutes      Task = "decide-minutes"       // 决定是否补正笔录
	NotifyEverybody    Task = "notify-everybody"     // 集体争议一次通知
	AnswerQuestion     Task = "answer-question"      // 答复咨询
	AnswerDuringTalks  Task = "answer-during-talks"  // 答复咨询，双方同时在协商
	TakeOverTransfer   Task = "take-over"            // 接收移送的案件，或者报请指定管辖
	CompletePapers     Task = "complete-papers"      // 补齐材料
	DecideAcceptance   Task = "decide-acceptance"    // 决定是否受理
	ServeHearingNotice Task = "serve-hearing-notice" // 送达开庭通知
	HoldHearing        Task = "hold-hearing"         // 开庭
	SetAnotherDay      Task = "set-another-day"      // 开庭日已过，登记开庭情况或者另定日期
	TakeMinutes        Task = "take-minutes"         // 写庭审笔录
	HearOn             Task = "hear-on"              // 审理
	MakeDocument       Task = "make-document"        // 就双方和解制作调解书
	WriteAward         Task = "write-award"          // 写裁决书
	ServeAndArchive    Task = "serve-and-archive"    // 送达文书、归档
	MaySue             Task = "may-sue"              // 可以向法院起诉
	ApplyElsewhere     Task = "apply-elsewhere"      // 向有管辖权的仲裁委申请
	MayApply           Task = "may-apply"            // 可以申请调解或仲裁
	NameMediator       Task = "name-mediator"        // 指派调解员
	RespondentAnswers  Task = "respondent-answers"   // 答复是否同意调解
	ApplicantAnswers   Task = "applicant-answers"    // 答复是否同意调解
	MediateNow         Task = "mediate"              // 调解
	SignTheAgreement   Task = "sign-agreement"       // 在调解协议上签章
	HearNow            Task = "hear-now"             // 委托调解期满，应当开庭
	FormTheTribunal    Task = "form-tribunal"        // 组成仲裁庭
	ServeTheCopy       Task = "serve-copy"           // 送达申请书副本
	AnswerAndProve     Task = "answer-and-prove"     // 答辩、举证
	SetHearingDay      Task = "set-hearing-day"      // 确定开庭日期
	DecideReview       Task = "decide-review"        // 决定是否受理审查
	ReviewAgreement    Task = "review-agreement"     // 审查调解协议
	ServeReviewed      Task = "serve-reviewed"       // 送达仲裁调解书，由双方签收
	JoinOrPerform      Task = "join-or-perform"      // 共同申请审查，或者按协议履行
	JoinReview         Task = "join-review"          // 共同申请审查
	PerformAgreed      Task = "perform-agreed"       // 按协议履行
	PerformDocument    Task = "perform-document"     // 履行已置换的调解书或者经确认的协议
	NothingLeft        Task = "nothing-left"         // 已经履行完毕
	ReplyToTalks       Task = "reply-to-talks"       // 答复是否协商
	TalkNow            Task = "talk"                 // 协商
)

// Says are the words for a task: staff read its short name, the parties a sentence on what it means to them.
func (t Task) Says() Words { return taskWords[t] }

var taskWords = map[Task]Words{
	SignTheAward: {
		Worker:   text("裁决书已经写好，等仲裁员签名。您等送达就可以。", "The award is written and waits for the arbitrators' signatures. You only need to wait for it."),
		Employer: text("裁决书已经写好，等仲裁员签名。请等候送达。", "The award is written and waits for the arbitrators' signatures. Please wait for it."),
		Staff:    text("在裁决书上签名", "Sign the award"),
	},
	DecideProposed: {
		Worker:   text("经办人已经把意见报上去，等负责人批准。您现在不用做什么。", "A proposal is with the person who approves it. There is nothing for you to do now."),
		Employer: text("经办人已经把意见报上去，等负责人批准。", "A proposal is with the person who approves it."),
		Staff:    text("审批经办人报的事项", "Decide on what was proposed"),
	},
	AwaitResumption: {
		Worker:   text("案件暂时停下来了，原因消除后接着审理，停下的日子不算进期限。", "The case stands still for now and goes on when the cause has ended; these days do not count."),
		Employer: text("案件暂时停下来了，原因消除后接着审理，停下的日子不算进期限。", "The case stands still for now and goes on when the cause has ended; these days do not count."),
		Staff:    text("等中止的原因消除后恢复审理", "Resume when the cause of suspension has ended"),
	},
	DecideChallenge: {
		Worker:   text("有人提出由别的仲裁员来办，等负责人决定。", "Somebody asked for another arbitrator; the director decides."),
		Employer: text("有人提出由别的仲裁员来办，等负责人决定。", "Somebody asked for another arbitrator; the director decides."),
		Staff:    text("决定回避申请", "Decide on the recusal"),
	},
	FormAnew: {
		Worker:   text("要换人来审理，正在重新安排仲裁员，定了会通知您。", "The arbitrators are being replaced; you will be told who they are."),
		Employer: text("要换人来审理，正在重新安排仲裁员，定了会通知双方。", "The arbitrators are being replaced; you will be told who they are."),
		Staff:    text("重新组成仲裁庭", "Form the tribunal anew"),
	},
	DecideChange: {
		Worker:   text("申请人改了请求，仲裁庭正在决定收不收。", "The claims were changed; the tribunal decides whether to take the change."),
		Employer: text("申请人改了请求，仲裁庭正在决定收不收；收了会重新给被申请人答辩的时间。", "The claims were changed; if the tribunal takes the change, the respondent gets time to answer."),
		Staff:    text("决定是否受理变更的请求", "Decide on the changed claims"),
	},
	DecideCounter: {
		Worker:   text("对方反过来也提了请求，仲裁委正在决定要不要和您的案件一起审理；一起审理的，您有时间答辩。", "The other side claims something in turn; the commission decides whether both are heard together. If so you get time to answer."),
		Employer: text("被申请人提出的反申请，仲裁委正在决定要不要和本案一起审理。", "The commission decides whether your counter-application is heard together with the case."),
		Staff:    text("决定是否受理反申请", "Decide on the counter-application"),
	},
	DecideObjection: {
		Worker:   text("有一方认为本案不该由这里管，等仲裁院院长决定。您现在不用做什么，证据照常准备。", "A side says that another commission is competent; the head of the court decides. There is nothing for you to do now; go on preparing your evidence."),
		Employer: text("有一方认为本案不该由这里管，等仲裁院院长决定。答辩和举证的期限照样计算。", "A side says that another commission is competent; the head of the court decides. The time to answer and to file evidence runs on."),
		Staff:    text("决定管辖异议", "Decide on the objection to jurisdiction"),
	},
	AnswerToWithdrawal: {
		Worker:   text("申请人要撤回申请。庭已经开完，先要问被申请人同不同意；不同意的，照样裁决。", "The applicant asks to withdraw. As the hearing is over, the respondent is asked first; if it objects, the award is made all the same."),
		Employer: text("申请人要撤回申请。请说明同不同意；不同意的，案件接着裁决。", "The applicant asks to withdraw. Please say whether you agree; if you object, the award is made."),
		Staff:    text("对撤回申请表示意见", "Say whether the applicant may withdraw"),
	},
	DecideWithdrawal: {
		Worker:   text("申请人要撤回申请，等仲裁委决定准不准。准了案件就结束，以后还可以再申请。", "The applicant asks to withdraw; the commission decides. If it allows that, the case ends; a new application stays possible."),
		Employer: text("申请人要撤回申请，等仲裁委决定准不准。准了案件就结束。", "The applicant asks to withdraw; the commission decides. If it allows that, the case ends."),
		Staff:    text("决定是否准予撤回", "Decide on the withdrawal"),
	},
	DecidePostponement: {
		Worker:   text("有一方请求改开庭的日子，仲裁庭还没有决定。没有接到改期通知以前，原来的日子不变。", "A side asked for another hearing day and the tribunal has not decided. Until you are told of another day, the day stands."),
		Employer: text("有一方请求改开庭的日子，仲裁庭还没有决定。没有接到改期通知以前，原来的日子不变。", "A side asked for another hearing day and the tribunal has not decided. Until you are told of another day, the day stands."),
		Staff:    text("决定是否延期开庭", "Decide on another hearing day"),
	},
	DecideRestoration: {
		Worker:   text("有一方因为正当理由误了期限，申请顺延，等仲裁庭决定。", "A side missed a period for good cause and asks for more time; the tribunal decides."),
		Employer: text("有一方因为正当理由误了期限，申请顺延，等仲裁庭决定。", "A side missed a period for good cause and asks for more time; the tribunal decides."),
		Staff:    text("决定是否顺延期限", "Decide whether a period is restored"),
	},
	DecideTaking: {
		Worker:   text("有一方申请调查取证、鉴定或者证人出庭，等仲裁庭决定。", "A side asked for an inquiry, an appraisal or a witness; the tribunal decides."),
		Employer: text("有一方申请调查取证、鉴定或者证人出庭，等仲裁庭决定。", "A side asked for an inquiry, an appraisal or a witness; the tribunal decides."),
		Staff:    text("决定是否准许调查取证、鉴定、证人出庭", "Decide on the inquiry, appraisal or witness"),
	},
	DecideMinutes: {
		Worker:   text("有人申请补正庭审笔录，等仲裁庭决定。", "Somebody asked to have the minutes corrected; the tribunal decides."),
		Employer: text("有人申请补正庭审笔录，等仲裁庭决定。", "Somebody asked to have the minutes corrected; the tribunal decides."),
		Staff:    text("决定是否补正笔录", "Decide on the correction of the minutes"),
	},
	NotifyEverybody: {
		Worker:   text("仲裁庭正在准备一份通知，把谁来审理、什么时候开庭、证据交到哪天一次告诉大家。", "The tribunal prepares one notice that tells everybody who decides, when the hearing is, and until when evidence can be handed in."),
		Employer: text("仲裁庭正在准备一份通知，把谁来审理、答辩到哪天、证据交到哪天、什么时候开庭一次告诉双方。", "The tribunal prepares one notice that tells both sides who decides, until when to answer and to hand in evidence, and when the hearing is."),
		Staff:    text("一次通知仲裁庭、答辩期、举证期和开庭日期", "Tell tribunal, time to answer, time for evidence and hearing day in one notice"),
	},
	AnswerQuestion: {
		Worker:   text("工作人员会答复您的问题，请留意电话和消息。", "Staff will answer your question; please watch your phone and messages."),
		Employer: text("工作人员正在答复对方的咨询，您不用做什么。", "Staff are answering the other side's question; there is nothing for you to do."),
		Staff:    text("答复咨询", "Answer the question"),
	},
	AnswerDuringTalks: {
		Worker:   text("工作人员会答复您的问题，请留意电话和消息。双方也在协商：被提出协商的一方，请答复愿不愿意谈。", "Staff will answer your question; please watch your phone and messages. Talks were asked for as well: the side that was asked says whether it will talk."),
		Employer: text("双方在协商：被提出协商的一方，请答复愿不愿意谈。对方的咨询，工作人员也在答复。", "Talks were asked for: the side that was asked says whether it will talk. Staff are also answering the other side's question."),
		Staff:    text("答复咨询（双方同时在协商）", "Answer the question (the two sides are talking as well)"),
	},
	TakeOverTransfer: {
		Worker:   text("案件从别的仲裁委转过来，我们先决定接不接收。材料不用重交。", "The case came from another commission; we decide whether to take it over. Nothing needs to be filed again."),
		Employer: text("案件从别的仲裁委转过来，我们先决定接不接收。材料不用重交。", "The case came from another commission; we decide whether to take it over. Nothing needs to be filed again."),
		Staff:    text("接收移送的案件，或者报请指定管辖", "Take over the transferred case, or report to the superior"),
	},
	CompletePapers: {
		Worker:   text("申请人要把缺的材料补齐，补齐后才重新计算受理的时间。逾期不补的，可能不予受理。", "The applicant must complete the papers; the time to decide runs anew from then. What is not completed in time may not be accepted."),
		Employer: text("等申请人补齐材料，您现在不用做什么。", "The applicant is completing the papers; there is nothing for you to do now."),
		Staff:    text("补齐材料", "Complete the papers"),
	},
	DecideAcceptance: {
		Worker:   text("仲裁委正在决定收不收这个案件。过期没有决定，申请人可以直接起诉。", "The commission decides whether to take the case. If it does not decide in time, the applicant may sue."),
		Employer: text("仲裁委正在决定收不收这个案件，收了会把申请书送给被申请人。", "The commission decides whether to take the case; if it accepts, the respondent receives the application."),
		Staff:    text("决定是否受理", "Decide on acceptance"),
	},
	ServeHearingNotice: {
		Worker:   text("开庭的日子定了，正在把通知送到各方，请留意签收。", "The hearing has its day; the notice is on its way to everybody. Please look out for it."),
		Employer: text("开庭的日子定了，正在把通知送到各方，请留意签收。", "The hearing has its day; the notice is on its way to everybody. Please look out for it."),
		Staff:    text("送达开庭通知", "Serve the notice of the hearing"),
	},
	HoldHearing: {
		Worker:   text("请按通知的时间、地点到庭，带上身份证件（用人单位带营业执照复印件、授权委托书）和证据原件。申请人没有正当理由不到庭，按撤回申请处理，以后就同一争议再申请，可能不予受理。", "Come at the time and place in the notice, with proof of identity (an employer: a copy of the licence and the power of attorney) and the originals. If the applicant stays away without good cause, the application counts as withdrawn, and a new one over the same dispute may then be refused."),
		Employer: text("请按通知的时间、地点到庭，带上身份证件（用人单位带营业执照复印件、授权委托书）和证据原件。被申请人没有正当理由不到庭，照样可以裁决。", "Come at the time and place in the notice, with proof of identity (an employer: a copy of the licence and the power of attorney) and the originals. If the respondent stays away without good cause, the award can be made all the same."),
		Staff:    text("开庭", "Hold the hearing"),
	},
	SetAnotherDay: {
		Worker:   text("原定开庭的日子已经过了，还没有开庭的记录。现在不用到庭，等仲裁庭登记当天的情况或者另定日期，会通知您。", "The day set for the hearing has passed and no hearing is on record. There is no need to come now: the tribunal enters what happened or sets another day, and you will be told."),
		Employer: text("原定开庭的日子已经过了，还没有开庭的记录。现在不用到庭，等仲裁庭登记当天的情况或者另定日期，会通知双方。", "The day set for the hearing has passed and no hearing is on record. There is no need to come now: the tribunal enters what happened or sets another day, and both sides will be told."),
		Staff:    text("开庭日已过：登记当天开庭的情况，或者另定日期", "The hearing day has passed: enter what happened, or set another day"),
	},
	TakeMinutes: {
		Worker:   text("书记员正在写笔录。请看清楚再签名，写漏写错的可以要求补正。", "The recorder is writing the minutes. Read them before you sign; what is missing or wrong can be corrected."),
		Employer: text("书记员正在写笔录。请看清楚再签名，写漏写错的可以要求补正。", "The recorder is writing the minutes. Read them before you sign; what is missing or wrong can be corrected."),
		Staff:    text("写庭审笔录", "Write the minutes"),
	},
	HearOn: {
		Worker:   text("仲裁庭正在审理，裁决之前都可以和解。", "The tribunal is hearing the case; the two sides may settle at any time before the award."),
		Employer: text("仲裁庭正在审理，裁决之前都可以和解。", "The tribunal is hearing the case; the two sides may settle at any time before the award."),
		Staff:    text("审理", "Hear the case"),
	},
	MakeDocument: {
		Worker:   text("双方已经谈成。仲裁庭核对后制作调解书，请双方签收；双方都签收，调解书才生效。签收以前有一方反悔的，案件接着审理。", "The two sides have settled. The tribunal checks it, makes the mediation document and has both sign for it; it takes effect when both have. If a side backs out before that, the case goes on."),
		Employer: text("双方已经谈成。仲裁庭核对后制作调解书，请双方签收；双方都签收，调解书才生效。签收以前有一方反悔的，案件接着审理。", "The two sides have settled. The tribunal checks it, makes the mediation document and has both sign for it; it takes effect when both have. If a side backs out before that, the case goes on."),
		Staff:    text("核对双方谈成的内容，制作调解书，由双方签收", "Check what the parties settled, make the mediation document, and have both sign for it"),
	},
	WriteAward: {
		Worker:   text("仲裁庭正在写裁决书，写好会送给您。您现在不用做什么。", "The tribunal is writing the award and will send it to you. There is nothing for you to do now."),
		Employer: text("仲裁庭正在写裁决书，写好会送给双方。", "The tribunal is writing the award and will send it to you."),
		Staff:    text("写裁决书", "Write the award"),
	},
	ServeAndArchive: {
		Worker:   text("案件办完了，文书正在送达。拿到文书后，请看上面写的生效和起诉的时间。", "The case is done and its papers are being served. They say when they take effect and until when one may sue."),
		Employer: text("案件办完了，文书正在送达。文书要求履行的，生效后请按期履行。", "The case is done and its papers are being served. What they order is to be performed in time once they are in force."),
		Staff:    text("送达文书、归档", "Serve the papers and archive the file"),
	},
	MaySue: {
		Worker:   text("仲裁委没有收这个案件。申请人可以拿着通知书向法院起诉。", "The commission did not take the case. The applicant may take the notice to court and sue."),
		Employer: text("仲裁委没有收这个案件。申请人可以向法院起诉。", "The commission did not take the case. The applicant may sue in court."),
		Staff:    text("可以向法院起诉", "May sue in court"),
	},
	ApplyElsewhere: {
		Worker:   text("这里管不了这个案件，请到通知书上写的仲裁委申请。", "This commission is not competent; please apply to the one named in the notice."),
		Employer: text("案件由别的仲裁委管，您现在不用做什么。", "Another commission is competent; there is nothing for you to do now."),
		Staff:    text("向有管辖权的仲裁委申请", "Apply to the competent commission"),
	},
	MayApply: {
		Worker:   text("事情没解决的话，可以申请调解，也可以申请仲裁，都不收费。", "If it is not resolved, you may ask for mediation or apply for arbitration; both are free."),
		Employer: text("现在没有人在办，双方还可以自己协商。", "Nobody is acting now; the two sides may still talk."),
		Staff:    text("可以申请调解或仲裁", "May ask for mediation or arbitration"),
	},
	NameMediator: {
		Worker:   text("调解组织正在安排调解员，安排好会联系您。", "The organisation is choosing a mediator, who will be in touch."),
		Employer: text("调解组织正在安排调解员，安排好会联系双方。", "The organisation is choosing a mediator, who will be in touch."),
		Staff:    text("指派调解员", "Assign a mediator"),
	},
	RespondentAnswers: {
		Worker:   text("等对方说同不同意调解。不同意的话，可以直接申请仲裁。", "The other side has to say whether it agrees to mediation. If not, you may apply for arbitration."),
		Employer: text("请说明同不同意调解。同意调解不等于承认对方说的。", "Please say whether you agree to mediation. Agreeing admits nothing."),
		Staff:    text("答复是否同意调解", "Say whether you agree to mediation"),
	},
	ApplicantAnswers: {
		Worker:   text("请说明同不同意调解。不同意也不影响申请仲裁。", "Please say whether you agree to mediation. Saying no does not stop you from applying."),
		Employer: text("等申请人说同不同意调解。", "The applicant has to say whether they agree to mediation."),
		Staff:    text("答复是否同意调解", "Say whether you agree to mediation"),
	},
	MediateNow: {
		Worker:   text("调解员正在和双方谈。谈不成，可以申请仲裁，说过的话不会当成证据。", "The mediator is talking with both sides. If it fails you may apply; what was said is no evidence."),
		Employer: text("调解员正在和双方谈。调解中的让步不会当成证据。", "The mediator is talking with both sides. What is offered there is no evidence."),
		Staff:    text("调解", "Mediate"),
	},
	SignTheAgreement: {
		Worker:   text("调解协议写好了，等各方签名。请看过全文，同意的签署；不同意的不签，可以接着谈。", "The agreement is written and waits for everybody's mark. Please read all of it and sign if you agree; if not, the talks may go on."),
		Employer: text("调解协议写好了，等各方签章。请看过全文，同意的签署。", "The agreement is written and waits for everybody's mark. Please read all of it and sign if you agree."),
		Staff:    text("在调解协议上签章", "Put a mark on the agreement"),
	},
	HearNow: {
		Worker:   text("调解的时间到了，没有谈成，接着开庭审理。", "The time for mediation is over without agreement; the hearing follows."),
		Employer: text("调解的时间到了，没有谈成，接着开庭审理。", "The time for mediation is over without agreement; the hearing follows."),
		Staff:    text("委托调解期满，应当开庭", "The entrusted mediation has run out: hear the case"),
	},
	FormTheTribunal: {
		Worker:   text("正在安排由谁来审理，定了会通知您。", "The arbitrators are being named; you will be told who they are."),
		Employer: text("正在安排由谁来审理，定了会通知双方。", "The arbitrators are being named; you will be told who they are."),
		Staff:    text("组成仲裁庭", "Form the tribunal"),
	},
	ServeTheCopy: {
		Worker:   text("正在把申请书送给对方，送到以后对方有时间答辩。", "The application is being served on the other side, which then has time to answer."),
		Employer: text("申请书正在送给您，收到后有时间答辩。", "The application is being served on you; you then have time to answer."),
		Staff:    text("送达申请书副本", "Serve the copy on the respondent"),
	},
	AnswerAndProve: {
		Worker:   text("等对方答辩。您可以在举证期限内接着交证据。", "The other side has time to answer. You may file more evidence while the period runs."),
		Employer: text("请在期限内交答辩书和证据。不交答辩书，案件照样进行。", "Please file your answer and evidence in time. Without an answer the case goes on all the same."),
		Staff:    text("答辩、举证", "Answer and file evidence"),
	},
	SetHearingDay: {
		Worker:   text("仲裁庭正在定开庭的日子，定了会提前通知您。", "The tribunal is choosing the day of the hearing; you will be told in good time."),
		Employer: text("仲裁庭正在定开庭的日子，定了会提前通知双方。", "The tribunal is choosing the day of the hearing; you will be told in good time."),
		Staff:    text("确定开庭日期", "Set the hearing day"),
	},
	DecideReview: {
		Worker:   text("仲裁委正在决定要不要审查你们的协议。", "The commission decides whether to review your agreement."),
		Employer: text("仲裁委正在决定要不要审查双方的协议。", "The commission decides whether to review the agreement."),
		Staff:    text("决定是否受理审查", "Decide whether to take up the review"),
	},
	ReviewAgreement: {
		Worker:   text("仲裁委正在审查协议，通过后出调解书，可以申请强制执行。", "The commission is reviewing the agreement; the document it then makes can be enforced."),
		Employer: text("仲裁委正在审查协议，通过后出调解书，有强制执行的效力。", "The commission is reviewing the agreement; the document it then makes can be enforced."),
		Staff:    text("审查调解协议", "Review the agreement"),
	},
	ServeReviewed: {
		Worker:   text("调解书做好了，双方签收后生效，请留意签收。", "The mediation document is ready and takes effect when both have signed for it."),
		Employer: text("调解书做好了，双方签收后生效，请留意签收。", "The mediation document is ready and takes effect when both have signed for it."),
		Staff:    text("送达仲裁调解书，由双方签收", "Serve the mediation document for both to sign"),
	},
	JoinOrPerform: {
		Worker:   text("等对方一起申请审查，或者按协议付钱。没有按期付，您可以申请仲裁。", "The other side has to join the application for review, or to pay. If it does neither, you may apply for arbitration."),
		Employer: text("请一起申请审查，或者按协议履行。", "Please join the application for review, or perform the agreement."),
		Staff:    text("共同申请审查，或者按协议履行", "Join the application for review, or perform"),
	},
	JoinReview: {
		Worker:   text("对方已经申请审查协议，请您一起申请，双方都申请才审查。", "The other side asked for a review of the agreement. Please join: it needs both."),
		Employer: text("等申请人一起申请审查，双方都申请才审查。", "The applicant has to join the application for review: it needs both."),
		Staff:    text("共同申请审查", "Join the application for review"),
	},
	PerformAgreed: {
		Worker:   text("等对方按协议履行。到期没有付清，您可以申请仲裁；有调解协议书、欠的是工资、工伤医疗费、经济补偿或者赔偿金的，也可以向法院申请支付令。", "The other side has to perform. If it has not by the day agreed, you may apply for arbitration; where a mediation agreement gives you pay, injury medical costs, severance or damages, you may also ask the court for a payment order."),
		Employer: text("请按协议写的日子和数额履行。", "Please perform by the day and to the sum agreed."),
		Staff:    text("按协议履行", "Perform the agreement"),
	},
	PerformDocument: {
		Worker:   text("等对方按调解书或者法院确认的协议履行。到期没有付清的，您可以向法院申请强制执行。", "The other side has to perform the mediation document, or the agreement that the court confirmed. If it has not by the day agreed, you may ask the court to enforce it."),
		Employer: text("请按调解书或者法院确认的协议，在写明的日子以前履行。到期没有履行的，对方可以向法院申请强制执行。", "Please perform the mediation document, or the agreement that the court confirmed, by the day it names. If you do not, the other side may ask the court to enforce it."),
		Staff:    text("履行调解书或者经确认的协议", "Perform the document"),
	},
	NothingLeft: {
		Worker:   text("约定的都已经付清，没有要办的事了。", "What was agreed has been paid in full. Nothing is left to do."),
		Employer: text("约定的都已经付清，没有要办的事了。", "What was agreed has been paid in full. Nothing is left to do."),
		Staff:    text("已经履行完毕", "Performed in full"),
	},
	ReplyToTalks: {
		Worker:   text("一方提出协商，等另一方答复愿不愿意谈。", "One side asked to talk; the other has to say whether it will."),
		Employer: text("一方提出协商，等另一方答复愿不愿意谈。", "One side asked to talk; the other has to say whether it will."),
		Staff:    text("答复是否协商", "Say whether you will talk"),
	},
	TalkNow: {
		Worker:   text("双方正在协商。谈不成，可以申请调解或者仲裁。", "The two sides are talking. If nothing comes of it, mediation and arbitration are open."),
		Employer: text("双方正在协商。谈成了请写成书面协议。", "The two sides are talking. Please write down what is agreed."),
		Staff:    text("协商", "Talk"),
	},
}

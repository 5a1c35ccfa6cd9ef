package register

import "tiaocai/workflows/law"

var (
	spc1 = source("SPC1", "劳动争议司法解释（一）", "Labor Disputes Interpretation (I)")
	spc2 = source("SPC2", "劳动争议司法解释（二）", "Labor Disputes Interpretation (II)")
	cpli = source("CPLI", "民事诉讼法司法解释", "Civil Procedure Interpretation")
	cpl  = law.CivilProcedure
	cc   = law.CivilCode
)

// opinion cites an item of the opinion that links arbitration and litigation (人社部发〔2022〕9号).
func opinion(id, zh, en string) law.Citation {
	return law.Citation{Rule: id, ZH: "人社部发〔2022〕9号第" + zh + "项", EN: "Linking Opinion (I), item " + en, Confidence: law.Recalled}
}

// courts are what the courts' interpretations, civil procedure and the Civil Code add.
var courts = []Rule{
	{spc1(1), says("未订合同的实际用工、返还押金证件、转移档案社保、不能补办的社保损失、加付赔偿金、企业改制等，属于劳动争议。", "Work without a contract, deposits and papers, files and insurance, its loss, extra damages, restructuring: labor disputes.")},
	{spc1(2), says("请求发放社会保险金、住房改革、对鉴定结论的异议、家政、帮工学徒、农户雇工等，不属于劳动争议。", "Claims on the insurance agency, housing reform, objections to a grade, domestic help, apprentices, farm hands: not labor disputes.")},
	{spc1(8), says("裁决确有错误的可以重新作出。", "A wrong award may be made anew.")},
	{spc1(11), says("生效的仲裁调解书，当事人不得起诉。", "No suit over a mediation document in force.")},
	{spc1(12), says("因逾期未受理起诉的，法院应当受理，但移送、送达中、等待另案或者鉴定等除外。", "A suit for delay is taken, but for transfer, service, waiting for a case or an appraisal and the like.")},
	{spc1(13), says("以调解协议申请支付令被驳回的，可以依协议起诉。", "After a payment order fails, the agreement may be sued on.")},
	{spc1(16), says("对裁决部分事项起诉的，整个裁决不发生法律效力。", "A suit over part of the items keeps the whole award from taking effect.")},
	{spc1(17), says("多名劳动者的裁决，部分起诉的只对起诉者不生效，对其他劳动者生效。", "Of many workers' awards only those of who sued do not take effect.")},
	{spc1(18), says("终局与否以裁决书载明的为准；未载明的由法院审查。", "Final or not is what the award states; else the court examines it.")},
	{spc1(19), says("同时有终局和非终局事项的，各项分别认定。", "Each item is judged by itself.")},
	{spc1(20), says("同一裁决包含两种事项的，按非终局处理。", "One document with both kinds is non-final.")},
	{spc1(21), says("劳动者起诉后，单位的撤销申请不予受理；劳动者的诉讼被驳回或者撤回的，单位可以在法定期限内申请撤销。", "After the worker sues, setting aside is refused; when that suit ends, the employer may apply in time.")},
	{spc1(24), says("裁定不予执行的，当事人可以在法定期限内起诉。", "After a refusal of enforcement the parties may sue in time.")},
	{spc1(25), says("申请撤销期间，终局裁决中止执行。", "While setting aside is pending, enforcement is stayed.")},
	{spc1(42), says("主张加班费的劳动者对加班事实举证，或者证明单位掌握证据。", "Overtime: the worker proves it, or that the employer holds the records.")},
	{spc1(44), says("开除、除名、辞退、解除合同、减少报酬、计算工作年限的决定，由用人单位举证。", "The employer proves its own decisions on dismissal, pay cuts and length of service.")},
	{spc1(49), says("仲裁保全后，裁决生效起在法定期限内申请执行，逾期解除保全。", "After preservation, enforcement is asked for in time, or it is lifted.")},
	{spc1(51), says("仅就劳动报酬达成的调解协议不履行的，可以直接起诉。", "An agreement on pay only may be sued on directly.")},
	{spc1(52), says("调解协议可以共同申请司法确认。", "An agreement may be confirmed by a court.")},
	{spc2(1), says("转包、分包给不具备资格者的，由具备资格的承包人承担责任。", "Who subcontracts to the unqualified is liable.")},
	{spc2(2), says("出借名义的，由被挂靠人承担责任。", "Who lends its name is liable.")},
	{spc2(6).Recalled(), says("不满一个月的二倍工资按当月实际工作日计算。", "A part month of double wage counts by the days worked.")},
	{spc2(7).Recalled(), says("不可抗力、劳动者故意或者重大过失等，不支付二倍工资。", "No double wage for force majeure or the worker's own intent.")},
	{spc2(18).Recalled(), says("违法解除后合同继续履行的，单位支付期间的工资。", "Wages are due for the gap of an unlawful dismissal.")},
	{spc2(19).Recalled(), says("约定不缴社会保险的无效，劳动者可以解除合同并请求经济补偿。", "A promise to skip insurance is void.")},
	{spc2(20).Recalled(), says("仲裁时未提出时效抗辩的，诉讼中一般不能再提。", "Limitation not pleaded in arbitration cannot normally be pleaded in court.")},
	{spc2(21), says("超龄劳动者的争议不再一律按劳务关系处理。", "Over-age workers are no longer outside as such.")},
	{opinion("OP9-1", "一", "1"), says("不予制作调解书的，可以申请仲裁。", "After a refused review, arbitration.")},
	{opinion("OP9-4", "四", "4"), says("撤回申请后起诉的，法院不予受理；再次申请仲裁的应当受理。", "Withdrawn and sued: refused; a new application is accepted.")},
	{opinion("OP9-5", "五", "5"), says("同一事实可以在辩论终结前变更经济补偿与赔偿金的请求。", "On the same facts severance and damages may be switched until debate closes.")},
	{opinion("OP9-10", "十", "10"), says("按单项金额判断终局的事项。", "Heads under the ceiling per item.")},
	{opinion("OP9-11", "十一", "11"), says("裁决涉及确认劳动关系的，同案为非终局。", "A labor relation confirmed makes the case non-final.")},
	{law.Citation{Rule: "S2000", ZH: "法释〔2000〕18号", EN: "SPC 2000 No. 18", Confidence: law.Verified}, says("撤诉或者驳回起诉后仲裁裁决的生效时间。", "When an award takes effect after a suit is withdrawn or dismissed.")},
	{cpl(85), says("期间开始的当日不计入；末日为法定休假日的顺延；不包括在途时间。", "The start day is not counted; a last day of rest moves on; time in the post is left out.")},
	{cpl(86), says("因不可抗拒的事由耽误期限的，障碍消除后可以在法定期限内申请顺延。", "After an obstacle ends, the period may be restored on request in time.")},
	{cpl(87), says("送达必须有送达回证，以签收日期为送达日期。", "Service has a return slip; the day signed is the day served.")},
	{cpl(88), says("直接送达受送达人；本人不在的交同住成年家属等签收。", "Served on the person, or an adult living together and the like.")},
	{cpl(89), says("拒收的可以邀请见证或者拍照录像，留置送达。", "Refused papers are left, with a witness or a picture.")},
	{cpl(90), says("经受送达人同意，可以电子送达。", "Electronic service needs the receiver's consent.")},
	{cpl(91), says("可以委托送达或者邮寄送达，以回执日期为送达日期。", "By another court or by post; the day on the receipt counts.")},
	{cpl(92), says("受送达人是军人的，通过其单位转交。", "Soldiers through their unit.")},
	{cpl(93), says("受送达人被监禁的，通过监所转交。", "Prisoners through the prison.")},
	{cpl(95), says("下落不明或者其他方式无法送达的，公告送达，经过法定期限视为送达。", "Public notice where nothing else serves; deemed served after the period.")},
	{cpl(205), says("双方可以自调解协议生效之日起在法定期限内共同申请司法确认。", "Both may jointly ask for judicial confirmation in time.")},
	{cpl(206), says("法院审查后裁定协议有效，一方不履行的，对方可以申请执行；不符合规定的，裁定驳回。", "The court holds the agreement valid, and it can be enforced; or it declines.")},
	{cpl(225), says("债权人可以请求给付金钱，向有管辖权的基层人民法院申请支付令。", "A creditor of money may apply for a payment order.")},
	{cpl(227), says("法院受理后审查，符合规定的发出支付令；债务人在法定期限内清偿或者提出书面异议，不异议又不履行的，可以申请执行。", "The court issues the order; the debtor pays or objects in time, or it can be enforced.")},
	{as("CPL-227a", cpl(227)), says("法院在法定期限内通知是否受理支付令申请。", "The court says in time whether it takes the application.")},
	{as("CPL-227b", cpl(227)), says("债务人在法定期限内清偿或者提出异议。", "The debtor pays or objects in time.")},
	{cpl(250), says("申请执行的期间从履行期间最后一日起计算。", "Enforcement is asked for in time from the end of the time to perform.")},
	{cpli(125), says("期间的计算。", "How periods are counted.")},
	{cpli(135), says("电子送达以到达特定系统的日期为准。", "Electronic service counts on reaching the system.")},
	{cpli(136), says("送达地址确认书。", "The confirmation of the service address.")},
	{cpli(138), says("公告送达的方式。", "How public notice is given.")},
	{cc(201), says("开始的当日不计入。", "The start day is not counted.")},
	{cc(202), says("按年、月计算的，到期月的对应日为末日；没有对应日的，月末日。", "Years and months end on the same-numbered day, or the month's end.")},
	{cc(203), says("最后一日是法定休假日的，以休假日结束的次日为末日；截止时间为二十四时或者停止业务的时间。", "A last day of rest moves to the next working day; it ends at midnight or with office hours.")},
	{cc(1259), says("以上、以下、以内、届满包括本数；不满、超过、以外不包括本数。", "“Or more” and “within” include the number; “less than” and “over” do not.")},
}

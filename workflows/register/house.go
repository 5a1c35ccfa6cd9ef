package register

import "tiaocai/workflows/law"

func policy(id, zh, en string) Rule { return Rule{law.House(id, zh, en), says(zh+"。", en+".")} }

// reading is a rule of ours that reads an article in one of two ways.
func reading(id string, c law.Citation, zh, en string) Rule {
	return Rule{as(id, c), says(zh+"。", en+".")}
}

// house are the rules of our own: how conflicts of the sources are settled, how periods are counted,
// how papers reach people, and who may not do what.
var house = []Rule{
	policy("NUM-collective", "集体争议全体申请人共用一个案号，或者每位申请人一个案号、以第一个为共用的编号；由仲裁委以参数规定，统计的件数随之而定", "a collective dispute has one number for all, or one for each applicant with the first one shared; the commission sets which, and counts accordingly"),
	policy("CF-1", "期限同时给出安全日（自然日）和法定日（工作日）", "every period has a safe day in natural days and a statutory day"),
	policy("CF-2", "有法定中止事由的，系统建议中止，仍须批准；不中止的写明理由", "a listed ground proposes suspension; it still needs approval, and refusing needs a reason"),
	policy("CF-3", "等待鉴定的期间只扣除一次", "waiting for an appraisal is left out once"),
	policy("CF-4", "四种简易处理事由都可以，事由必须写明", "all four simplified grounds are open; the ground is stated"),
	policy("CF-5", "终局与非终局分别制作；合并的按非终局", "final and non-final apart; one document is non-final"),
	policy("CF-6", "延期由主任批准，或者由当日有书面委托的仲裁院负责人批准", "an extension is the director's, or the head's with a delegation on that day"),
	policy("CF-7", "经济补偿与赔偿金可以在辩论终结前互换一次，其他逾期变更另行申请", "severance and damages may be switched once until debate closes; other late changes are new applications"),
	policy("CF-8", "审查申请符合任一管辖规定即可", "a review may meet either test of venue"),
	policy("CF-9", "公告期一般适用较长期限，集体争议的用人单位适用较短期限", "public notice is long, but short for the employer in a collective dispute"),
	policy("CF-10", "工伤待遇项目在本省为终局，不看金额", "injury benefits are final in the province whatever the amount"),
	policy("CF-11", "只有按撤回处理的案件不得再次申请", "only a deemed withdrawal bars a new application"),
	reading("PE-1", cpl(85), "期间开始的当日不计入", "the start day is not counted"),
	reading("PE-2", cpl(85), "末日逢休息日的，顺延到下一个工作日", "a last day of rest moves to the next working day"),
	reading("PE-3", cpl(85).Recalled(), "在途时间不计入，期满前交邮的不算过期", "time in the post is left out; posted in time is in time"),
	reading("PE-4", cc(202), "按年、月计算的，以对应日为末日", "years and months end on the same-numbered day"),
	reading("PE-5", cc(203), "末日到二十四时，窗口办理的到下班时", "the last day ends at midnight, at the counter with office hours"),
	reading("PE-6", r33(80).Recalled(), "三日、五日、十日为工作日，十五日、四十五日为自然日", "three, five and ten are working days, fifteen and forty-five natural days"),
	reading("PE-7", cpl(86), "障碍消除后可以申请顺延", "after an obstacle ends the period may be restored"),
	policy("PE-8", "倒算的期限，当日不计，逐个工作日向前数", "counted back, the day itself is not counted"),
	policy("PE-9", "节假日表是数据；没有公布的年份只按周末计算并标明暂定", "the day table is data; a year not published counts weekends only and is marked provisional"),
	reading("SV-1", cpl(88), "直接送达，以签收日为准", "direct service, on the day signed"),
	reading("SV-2", cpl(89), "留置送达，有见证人或者影像", "left at the residence, with a witness or a picture"),
	reading("SV-3", r33(20).Recalled(), "停业或者拒签的，留置或者张贴并经过期限视为送达", "left or posted, deemed served after the period"),
	reading("SV-4", cpl(91), "委托或者邮寄送达，以回执日为准", "by another body or post, on the day of the receipt"),
	reading("SV-5", cpl(90), "经同意的电子送达，以到达日为准", "electronic with consent, on the day it arrives"),
	reading("SV-6", cpl(95), "公告送达，经过期限视为送达", "public notice, deemed served after the period"),
	reading("SV-6c", zj(41), "集体争议向用人单位公告，期限缩短", "in a collective dispute the notice to the employer is shorter"),
	reading("SV-7", r33(59).Recalled(), "简易案件的简便送达，须确认收悉，不适用于调解书和裁决书", "simple service in simplified cases, when confirmed, never for mediation documents and awards"),
	reading("SV-8", cpl(92), "军人、被监禁人通过单位或者监所转交", "soldiers and prisoners through unit or prison"),
	policy("SD-1", "经办与审批分离", "one proposes, another approves"),
	policy("SD-2", "调解过本争议的人不担任仲裁员", "who mediated the dispute does not sit on it"),
	policy("SD-3", "裁决被撤销的仲裁员不再审理", "who made an award that was set aside does not sit again"),
	policy("SD-4", "兼职仲裁员的单位是当事人，或者两年内代理过当事人的，不得审理", "a part-time arbitrator does not sit for or against their own unit, or a client of the last two years"),
	policy("SD-5", "记录人员不兼任本案仲裁员", "the recorder is no arbitrator of the case"),
	policy("SD-6", "仲裁员各自签名，盖章由另一人核对后办理", "every arbitrator signs for themselves; another person seals"),
	policy("SD-7", "主任的委托有范围和期限，超出的批准无效", "a delegation has scope and days; approvals outside it are rejected"),
	policy("TR-1", "开庭当中不换人，先休庭另定日期；庭审结束以后，没有听审的人不参加评议和裁决，只能更换书记员", "nobody is replaced while a hearing goes on; once it has ended, whoever did not hear the case does not decide it, and only the recorder may be replaced"),
	policy("TR-2", "评议中发现事实没有查清、有新的证据，或者仲裁员不能继续办理的，恢复庭审；审理期限照常计算，恢复前的评议意见不再算数", "where deliberation shows that a fact is open, that there is new evidence, or that an arbitrator cannot go on, the hearing is reopened; the period for the award runs on, and opinions entered before it no longer count"),
	policy("CE-1", "登记错误由另一人核准更正，原记录保留", "a wrong entry is mended by two people and stays on record"),
	policy("CO-1", "启用本系统以前受理的案件，照原案卷带入，日期以案卷为准", "cases accepted before this system was begun are carried over as their files say"),
	policy("JO-1", "管辖异议应当在期限内决定", "an objection to jurisdiction is decided in time"),
	policy("HR-1", "工作日开庭", "hearings on working days"),
}

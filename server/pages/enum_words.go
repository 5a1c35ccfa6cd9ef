package pages

import "tiaocai/workflows/law"

// enumWords are the words for every value that a form offers, by the value.
var enumWords = map[string]law.Text{
	// sides and people
	"applicant": {ZH: "申请人", EN: "Applicant"}, "respondent": {ZH: "被申请人", EN: "Respondent"},
	"commission": {ZH: "仲裁委（依职权调取）", EN: "The commission, of its own motion"},
	"worker":     {ZH: "劳动者", EN: "Worker"}, "employer": {ZH: "用人单位", EN: "Employer"}, "agent": {ZH: "代理人", EN: "Agent"},
	"lawyer": {ZH: "律师", EN: "Lawyer"}, "legal_worker": {ZH: "基层法律服务工作者", EN: "Grass-roots legal worker"},
	"relative": {ZH: "近亲属", EN: "Close relative"}, "staff": {ZH: "本单位工作人员", EN: "The employer's own staff"},
	"recommended": {ZH: "社区、单位或社会团体推荐的人", EN: "Recommended by a community, employer or association"},

	// appraisals
	"agreed-agency": {ZH: "双方约定", EN: "The parties agreed"}, "appointed-agency": {ZH: "仲裁庭指定", EN: "Appointed by the tribunal"},
	"against-applicant": {ZH: "对申请人不利", EN: "Against the applicant"}, "against-respondent": {ZH: "对被申请人不利", EN: "Against the respondent"},
	"result-unclear": {ZH: "结论不明确", EN: "Unclear"},

	// how a hearing is held, and a late withdrawal
	"both-agreed": {ZH: "双方协议不公开", EN: "The parties agreed"}, "state-secret": {ZH: "涉及国家秘密", EN: "A state secret"},
	"trade-secret": {ZH: "涉及商业秘密", EN: "A trade secret"}, "privacy": {ZH: "涉及个人隐私", EN: "Privacy"},
	"no-objection": {ZH: "没有异议", EN: "No objection"}, "objection": {ZH: "不同意撤回", EN: "Objects"}, "silence": {ZH: "期限内没有答复", EN: "No answer in the time given"},

	// the first contact
	"consultation": {ZH: "咨询", EN: "Advice"}, "mediation": {ZH: "调解", EN: "Mediation"}, "arbitration": {ZH: "仲裁", EN: "Arbitration"},

	// mediation
	"continued": {ZH: "继续调解", EN: "Goes on"}, "closer": {ZH: "双方接近", EN: "Closer"}, "apart": {ZH: "分歧较大", EN: "Far apart"},
	"agreed-in-principle": {ZH: "原则上同意", EN: "Agreed in principle"},
	"agreed":              {ZH: "达成协议", EN: "Agreed"}, "failed": {ZH: "未达成协议", EN: "No agreement"}, "absent": {ZH: "一方缺席，无法调解", EN: "Impossible: a side is absent"},

	"another-session": {ZH: "再次调解", EN: "Another session"}, "sign": {ZH: "签订协议", EN: "Sign the agreement"},
	"wait-for-papers": {ZH: "等待材料", EN: "Wait for papers"}, "end": {ZH: "结束调解", EN: "End the mediation"},
	"mediator": {ZH: "调解员", EN: "Mediator"}, "organisation": {ZH: "调解组织", EN: "Organisation"},

	// after an agreement
	"review-out-of-scope": {ZH: "不属于受理争议的范围", EN: "Out of scope"}, "review-no-jurisdiction": {ZH: "不属于本会管辖", EN: "No jurisdiction"},
	"review-late": {ZH: "超出规定的申请期间", EN: "Too late"}, "confirms-labor-relation": {ZH: "协议确认劳动关系", EN: "It confirms a labor relation"},
	"court-confirmed": {ZH: "已经法院司法确认", EN: "Confirmed by a court already"},
	"mandatory-rules": {ZH: "违反强制性规定", EN: "Breaks mandatory rules"}, "public-or-third-party": {ZH: "损害公共利益或者他人权益", EN: "Harms the public or others"},
	"false-proof": {ZH: "有弄虚作假嫌疑", EN: "Suspected false proof"}, "not-voluntary": {ZH: "违反自愿原则", EN: "Not voluntary"},
	"unclear": {ZH: "内容不明确", EN: "Unclear"}, "no-document-other": {ZH: "其他不能制作的情形", EN: "Another reason"},
	"applied": {ZH: "已申请", EN: "Applied for"}, "taken-up": {ZH: "法院受理", EN: "Taken up by the court"}, "declined": {ZH: "不予受理或者驳回", EN: "Declined"},
	"issued": {ZH: "支付令已发出", EN: "Issued"}, "received": {ZH: "债务人已收到", EN: "Received by the debtor"}, "objected": {ZH: "债务人提出异议", EN: "Objected to"},
	"ended": {ZH: "异议成立，程序终结", EN: "Ended: the objection holds"}, "enforceable": {ZH: "可以申请执行", EN: "Enforceable"}, "held-valid": {ZH: "裁定确认有效", EN: "Confirmed"},
	"wages": {ZH: "拖欠劳动报酬", EN: "Wages"}, "injury-medical": {ZH: "工伤医疗费", EN: "Injury medical costs"}, "severance": {ZH: "经济补偿", EN: "Severance"}, "damages": {ZH: "赔偿金", EN: "Damages"},

	// acceptance
	"out-of-scope": {ZH: "不属于受理范围", EN: "Out of scope"}, "no-clear-claims": {ZH: "没有明确的请求和事实理由", EN: "No clear claims and facts"},
	"wrong-parties": {ZH: "申请人没有直接利害关系，或者没有明确的被申请人", EN: "No direct interest, or no named respondent"},

	// service
	"direct": {ZH: "直接送达", EN: "By hand"}, "post": {ZH: "邮寄送达", EN: "By post"}, "electronic": {ZH: "电子送达", EN: "Electronic"},

	"left-with-proof": {ZH: "留置送达（见证人或照片）", EN: "Left, with a witness or a picture"}, "left-at-door": {ZH: "留置或张贴于住所（三个工作日后视为送达）", EN: "Left at the residence (served three working days later)"},
	"entrusted": {ZH: "委托送达", EN: "Entrusted"}, "simple-means": {ZH: "简便方式（简易处理，经确认）", EN: "Phone or message, confirmed (simplified cases)"}, "through-unit": {ZH: "转交送达（部队、监所）", EN: "Through a unit or a prison"},
	"delivered": {ZH: "收到", EN: "Received"}, "confirmed": {ZH: "确认收到", EN: "Confirmed"}, "refused": {ZH: "拒收", EN: "Refused"}, "undeliverable": {ZH: "无法送达", EN: "Undeliverable"},
	"self": {ZH: "本人", EN: "The party itself"}, "family": {ZH: "同住的成年家属", EN: "An adult of the household"}, "representative": {ZH: "法定代表人或负责人", EN: "Legal representative or head"},
	"mail-clerk": {ZH: "单位收件人员", EN: "Mail clerk"}, "named": {ZH: "指定的代收人", EN: "Named receiver"},
	"refused-to-sign": {ZH: "拒绝签收", EN: "Refused to sign"}, "employer-closed": {ZH: "单位停业关门，劳动者十人以上", EN: "The employer has closed; ten workers or more"},
	"whereabouts-unknown": {ZH: "下落不明", EN: "Whereabouts unknown"}, "other-ways-failed": {ZH: "其他方式无法送达", EN: "Other ways failed"},

	// after an award
	"suit": {ZH: "起诉", EN: "Suit"}, "set-aside": {ZH: "申请撤销裁决", EN: "Application to set aside"}, "no-enforcement": {ZH: "申请不予执行", EN: "Application not to enforce"},
	"judged": {ZH: "判决，结果未变", EN: "Judged, as the award"}, "changed": {ZH: "判决，结果改变", EN: "Judged otherwise"}, "settled": {ZH: "法院调解", EN: "Settled in court"},
	"withdrawn": {ZH: "准许撤诉或者按撤诉处理", EN: "Withdrawn"}, "late": {ZH: "逾期起诉，驳回", EN: "Dismissed as late"},
	"not-dispute": {ZH: "主体不适格或者不属于劳动争议，驳回", EN: "Dismissed: wrong party or no labor dispute"}, "granted": {ZH: "裁定支持申请", EN: "Granted"},
	"new-evidence": {ZH: "诉讼中出现新证据", EN: "New evidence in court"}, "law": {ZH: "适用法律", EN: "The law applied"}, "fact": {ZH: "认定事实", EN: "The facts found"}, "procedure": {ZH: "程序", EN: "Procedure"},

	// the clock
	"public_notice": {ZH: "公告送达", EN: "Service by public notice"}, "inquiry": {ZH: "委托调查", EN: "Commissioned inquiry"},
	"settlement": {ZH: "双方申请庭外和解", EN: "Settlement talks both asked for"}, "appraisal": {ZH: "等待工伤认定或鉴定", EN: "Waiting for an appraisal"},
	"other": {ZH: "法律规定的其他情形", EN: "Another ground by law"}, "suspension": {ZH: "中止审理", EN: "Suspension"},
	"death": {ZH: "一方死亡，等待继承人参加", EN: "A party died; its heirs are awaited"}, "incapacity": {ZH: "丧失行为能力，尚未确定代理人", EN: "A party lost capacity"},
	"employer-ended": {ZH: "用人单位终止，尚未确定权利义务承继人", EN: "The employer ended; its successor is awaited"},
	"force-majeure":  {ZH: "不可抗拒的事由", EN: "Force majeure"}, "other-case": {ZH: "须以另案结果为依据", EN: "Another case must be decided first"},
	"legal-question": {ZH: "法律适用问题须请示", EN: "A question of law was referred"},

	// the award and other ends
	"supported": {ZH: "支持", EN: "Granted"}, "partly": {ZH: "部分支持", EN: "Granted in part"}, "rejected": {ZH: "不支持", EN: "Rejected"},
	"no-successor": {ZH: "没有继承人或者承继人", EN: "There is no successor"}, "court-accepted": {ZH: "法院已经受理", EN: "A court has the case"},

	// after closing

	"paid": {ZH: "已付清", EN: "Paid"}, "part": {ZH: "部分支付", EN: "Paid in part"}, "not-paid": {ZH: "未付", EN: "Not paid"},

	// corrections
	"received_on": {ZH: "收件日期", EN: "Day of receipt"}, "accepted_on": {ZH: "受理日期", EN: "Day of acceptance"}, "defence_on": {ZH: "答辩日期", EN: "Day of the defence"},
	"mediation_received_on": {ZH: "收到调解申请的日期", EN: "Day the request for mediation came"}, "served_on": {ZH: "送达日期", EN: "Day of service"},
	"stop_from": {ZH: "停钟开始日", EN: "First day of a stop"}, "stop_to": {ZH: "停钟恢复日", EN: "Last day of a stop"},
	"wrong-date": {ZH: "日期写错", EN: "Wrong date"}, "wrong-entry": {ZH: "登记错误", EN: "Wrong entry"}, "late-proof": {ZH: "后来才有证明", EN: "The proof came later"},

	// personal data
	"id_number": {ZH: "居民身份证号", EN: "Resident ID number"}, "phone": {ZH: "电话", EN: "Phone"}, "address": {ZH: "地址", EN: "Address"},
	"bank_account": {ZH: "收款账号", EN: "Bank account"},
}

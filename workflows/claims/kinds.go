package claims

import (
	"slices"

	"tiaocai/workflows/law"
)

// Code is the code of a kind of claim, M01 to M21.
type Code string

// Kind is a kind of claim (请求事项): what may be asked for, and what follows from asking for it.
type Kind struct {
	Code Code
	Name law.Text

	// Money says that the claim is for a sum. Without it there is no amount to ask for.
	Money bool

	// LaborRelation says that the claim may turn on whether there is a labor relation (确认劳动关系).
	// If the award confirms one, every item of the case becomes non-final (人社部发〔2022〕9号第十一条).
	LaborRelation bool

	// Final is the head under which an award on the claim can be final.
	Final FinalHead

	// Law is the article that the claim rests on.
	Law law.Citation
}

// Kinds are all kinds of claim, in the order of their codes.
func Kinds() []Kind { return slices.Clone(kinds) }

// Lookup is the kind with this code; false if there is none.
func Lookup(code Code) (Kind, bool) {
	at := slices.IndexFunc(kinds, func(k Kind) bool { return k.Code == code })
	if at < 0 {
		return Kind{}, false
	}
	return kinds[at], true
}

func sum(code Code, zh, en string, final FinalHead, cite law.Citation) Kind {
	return Kind{Code: code, Name: law.Text{ZH: zh, EN: en}, Money: true, Final: final, Law: cite}
}

var kinds = []Kind{
	// Pay. 劳动合同法第三十条、第八十五条，劳动法第四十四条、第四十八条、第五十条.
	sum("M01", "拖欠工资", "Unpaid wages", UnderCeiling, contractLaw(30)),
	sum("M02", "最低工资差额", "Shortfall below the minimum wage", UnderCeiling, contractLaw(85)),
	sum("M03", "加班费", "Overtime pay", UnderCeiling, laborLaw(44)),
	// 职工带薪年休假条例第五条，企业职工带薪年休假实施办法第十条至第十二条.
	sum("M04", "未休年休假工资", "Pay for annual leave not taken", UnderCeiling,
		source("ALM-10", "企业职工带薪年休假实施办法第十条", "Annual Leave Measures, Art. 10")),

	// The end of the contract. 劳动合同法第四十条、第四十六条至第四十八条、第八十七条.
	sum("M05", "经济补偿", "Severance", UnderCeiling, contractLaw(47)),
	sum("M06", "代通知金", "One month's pay in place of notice", UnderCeiling, contractLaw(40)),
	sum("M07", "违法解除或者终止劳动合同赔偿金", "Damages for unlawful dismissal", UnderCeiling, contractLaw(87)),

	// Penalties on the employer. 劳动合同法第八十二条、第八十五条、第八十三条.
	sum("M08", "未订立书面劳动合同二倍工资", "Double wage for lack of a written contract", UnderCeiling, contractLaw(82)),
	sum("M09", "加付赔偿金", "Extra damages after an order to pay", UnderCeiling, contractLaw(85)),
	sum("M10", "违法约定试用期赔偿金", "Damages for an unlawful probation period", UnderCeiling, contractLaw(83)),

	// Agreements. 劳动合同法第二十二条至第二十四条. The penalty is the employer's claim and no head of Article 47.
	sum("M11", "竞业限制经济补偿", "Compensation for non-competition", UnderCeiling, contractLaw(23)),
	sum("M12", "违反服务期约定违约金", "Penalty for leaving within a service period", NeverFinal, contractLaw(22)),

	// Work injury. 工伤保险条例第三十三条至第三十九条、第六十二条、第六十四条，浙江省工伤保险条例第二十七条.
	// Pay during injury leave is listed under the ceiling by name, and so stays there.
	sum("M13", "一次性伤残补助金", "One-off disability grant", AnyAmount, injury(37)),
	sum("M14", "一次性工伤医疗补助金和伤残就业补助金", "Medical and job grants on leaving after an injury", AnyAmount, injury(37)),
	sum("M15", "停工留薪期工资", "Pay during injury leave", UnderCeiling, injury(33)),
	sum("M16", "伤残津贴", "Disability allowance", AnyAmount, injury(36)),
	sum("M17", "生活护理费", "Nursing allowance", AnyAmount, injury(34)),
	sum("M18", "因工死亡待遇", "Benefits after a death at work", AnyAmount, injury(39)),

	// 法释〔2025〕12号第十八条: the contract goes on, and so does the pay.
	sum("M19", "违法解除期间工资", "Wages for the time of an unlawful dismissal", UnderCeiling,
		source("SPC2-18", "劳动争议司法解释（二）第十八条", "SPC Interpretation (II) on labor disputes, Art. 18").Recalled()),

	// 调解仲裁法第二条第一项，劳动合同法第四十八条、第五十条. No money.
	{Code: "M20", Name: law.Text{
		ZH: "确认劳动关系、继续履行、离职证明、转移档案和社会保险关系",
		EN: "Confirming a labor relation, reinstatement, certificate of leaving, transfer of files and insurance",
	}, LaborRelation: true, Law: law.Arbitration(2, 1)},

	// 工资支付暂行规定第十六条: at most 20 % of the month's wage, and never below the minimum wage.
	sum("M21", "违法扣减工资", "Unlawful deductions from wages", UnderCeiling,
		source("WPR-16", "工资支付暂行规定第十六条", "Wage Payment Rules, Art. 16").Recalled()),
}

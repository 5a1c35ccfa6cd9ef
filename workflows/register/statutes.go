package register

import "tiaocai/workflows/law"

var (
	lcl   = source("LCL", "劳动合同法", "Labor Contract Law")
	lclir = source("LCL-IR", "劳动合同法实施条例", "Labor Contract Law Regulation")
	lsi   = source("LSI", "劳动保障监察条例", "Labor Security Supervision Regulation")
	zjlsi = source("ZJ-LSI", "浙江省劳动保障监察条例", "Zhejiang Labor Security Supervision Regulation")
	wii   = source("WII", "工伤保险条例", "Work Injury Insurance Regulation")
	zjwii = source("ZJ-WII", "浙江省工伤保险条例", "Zhejiang Work Injury Insurance Regulation")
	mwp   = source("MWP", "保障农民工工资支付条例", "Migrant Workers' Wages Regulation")
)

// statutes are the laws beside the procedure that set a period, a party or a parameter.
var statutes = []Rule{
	{lcl(30), says("拖欠劳动报酬的，劳动者可以申请支付令。", "Over unpaid wages the worker may ask for a payment order.")},
	{lcl(47), says("经济补偿按本单位工作年限计算；月工资高于本市上年度职工月平均工资三倍的，按三倍支付，年限封顶。", "Severance by years of service; wages above three times the city average are capped, and so are the years.")},
	{lcl(50), says("解除或者终止合同时出具证明，并在法定期限内办理档案和社会保险转移。", "A certificate on leaving; file and insurance are moved in time.")},
	{lcl(50, 3), says("已解除或者终止的合同文本至少保存二年备查。", "Contract texts are kept two years after the end.")},
	{lcl(82), says("不与劳动者订立书面劳动合同的，每月支付二倍工资。", "Double wage for each month without a written contract.")},
	{lcl(92), says("用工单位给劳动者造成损害的，派遣单位与用工单位承担连带责任。", "Agency and user firm are jointly liable.")},
	{lcl(94), says("个人承包经营违法招用劳动者造成损害的，发包组织承担连带责任。", "The contracting-out organisation is jointly liable.")},
	{lclir(6), says("二倍工资的起止时间。", "From when to when double wage is due.")},
	{lclir(27), says("经济补偿的月工资按应得工资计算，低于最低工资的按最低工资。", "The monthly wage of severance is what was due, at least the minimum wage.")},
	{lsi(17), says("监察机构在法定期限内完成调查。", "The inquiry is completed in time.")},
	{as("LSI-17x", lsi(17)), says("情况复杂的，经批准可以延长。", "With approval it may be extended.")},
	{lsi(20), says("违法行为在二年内未被发现的，不再查处。", "Not after two years.")},
	{lsi(21), says("应当通过争议处理程序解决或者已经处理的事项，告知依程序办理。", "Matters for the dispute procedure are redirected.")},
	{zjlsi(23), says("收到投诉后在法定期限内决定是否受理。", "A complaint is decided on in time.")},
	{as("WII-17a", wii(17)), says("用人单位在法定期限内申请工伤认定。", "The employer applies for the determination in time.")},
	{as("WII-17b", wii(17)), says("单位未申请的，劳动者可以在法定期限内直接申请。", "Else the worker may in time.")},
	{wii(20), says("社会保险行政部门在法定期限内作出认定。", "The department decides in time.")},
	{wii(26), says("对鉴定结论不服的，可以在法定期限内申请再次鉴定。", "A second appraisal may be asked for in time.")},
	{wii(39), says("因工死亡的丧葬补助金、供养亲属抚恤金和一次性工亡补助金。", "Funeral grant, dependants' pension and the grant on a death at work.")},
	{zjwii(27), says("一次性工伤医疗补助金和伤残就业补助金以全省上年度职工月平均工资为基数。", "Medical and job grants rest on the provincial monthly average wage.")},
	{mwp(15), says("书面工资支付台账至少保存三年。", "The wage ledger is kept three years.")},
	{mwp(50), says("因拖欠工资发生争议的，用人单位提供合同、名册和台账。", "In a dispute over arrears the employer hands over contract, roster and ledger.")},
	{law.Citation{Rule: "DAYS", ZH: "人社部发〔2025〕2号", EN: "Working Time and Pay Conversion Notice", Confidence: law.Recalled}, says("月计薪天数。", "Paid days of a month.")},
}

package demo

import (
	"fmt"
	"math/rand/v2"

	"tiaocai/server/casework"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/identity"
)

// facts are what a dispute is about.
type facts struct {
	applicants, respondents []casework.PartyInput
	claims                  []casework.ClaimInput
	cause, town, story      string
}

var (
	surnames = []rune("张王李陈朱吴应郑徐周蒋沈潘泮顾项卢杨林胡金方俞叶余彭戴尹柯赵孙娄")
	given    = []string{"小红", "建国", "美珍", "志强", "丽娟", "伟", "晓东", "秀英", "国庆", "春燕", "海涛", "静", "文斌", "玉兰", "永康", "佳怡", "军", "爱华", "明亮", "雪梅",
		"子轩", "阿根", "正义", "招娣", "振华", "婷婷", "良才", "金花", "学文", "巧云", "欣妍", "大伟", "喆", "玥", "镕"}
	places    = []string{"福应街道", "福应街道", "南峰街道", "安洲街道", "横溪镇", "白塔镇", "下各镇", "官路镇", "埠头镇", "田市镇", "朱溪镇"}
	firmNames = []string{"云某", "丰某", "恒某", "永某", "华某", "盛某", "兴某", "瑞某", "长某", "东某", "金某", "鼎某", "信某", "天某", "宏某", "正某"}
	trades    = []string{"工艺品", "橡塑", "医药化工", "机械", "餐饮管理", "物流", "建筑劳务", "针织", "电子商务", "家具", "汽车用品", "环保科技", "酒店管理", "眼镜"}
)

// matter is a kind of dispute with what is usually claimed in it.
type matter struct {
	weight int
	cause  claims.CauseCode
	says   string // with the month in which it began
	codes  []claims.Code
}

var matters = []matter{
	{34, "A03", "自%s起，单位拖欠工资，经多次催讨未付。", []claims.Code{"M01"}},
	{12, "A03", "自%s起，单位未按规定支付加班费和年休假工资。", []claims.Code{"M03", "M04"}},
	{13, "A05", "单位自%s起停工停产，申请人被迫解除劳动合同。", []claims.Code{"M05", "M01"}},
	{13, "A06", "单位于%s口头通知申请人不用再来上班，没有说明理由。", []claims.Code{"M07", "M01"}},
	{10, "A04", "申请人%s入职以来，单位一直没有与其订立书面劳动合同。", []claims.Code{"M08", "M01"}},
	{9, "A07", "申请人于%s在车间操作时受伤，已认定工伤，伤残等级十级。", []claims.Code{"M13", "M14", "M15"}},
	{5, "A01", "申请人%s起在被申请人处工作，单位否认存在劳动关系。", []claims.Code{"M20"}},
	{3, "A11", "单位自%s起违法扣减申请人工资。", []claims.Code{"M21"}},
	{1, "A09", "申请人%s离职后遵守竞业限制，单位未支付补偿。", []claims.Code{"M11"}},
}

func choose[T any](rnd *rand.Rand, list []T) T { return list[rnd.IntN(len(list))] }

func pickMatter(rnd *rand.Rand) matter {
	n := rnd.IntN(100)
	for _, m := range matters {
		if n -= m.weight; n < 0 {
			return m
		}
	}
	return matters[0]
}

// invent makes a dispute up. One in forty is a group of workers with one claim.
func invent(rnd *rand.Rand, no int, on calendar.Date) *facts {
	m := pickMatter(rnd)
	f := &facts{cause: string(m.cause), town: choose(rnd, places)}
	began := on.Next(-60 - rnd.IntN(300))
	f.story = fmt.Sprintf(m.says, fmt.Sprintf("%d年%d月", began.Year(), int(began.Month()))) + "申请人月平均工资约" + fmt.Sprint(4200+rnd.IntN(60)*100) + "元。"
	workers := 1
	switch {
	case no%41 == 0:
		workers = 10 + rnd.IntN(4)
	case rnd.IntN(12) == 0:
		workers = 2
	}
	for i := range workers {
		f.applicants = append(f.applicants, worker(rnd, no, i))
	}
	f.respondents = append(f.respondents, employer(rnd, no, 0))
	if rnd.IntN(20) == 0 {
		f.respondents = append(f.respondents, employer(rnd, no, 1))
	}
	for _, code := range m.codes {
		c := casework.ClaimInput{Code: string(code), Basis: "工资条、考勤记录"}
		if k, _ := claims.Lookup(code); k.Money {
			c.Amount = claims.Yuan(int64(workers) * int64(1200+rnd.IntN(480)*100))
			c.PeriodFrom, c.PeriodTo = began, on.Next(-20)
		}
		f.claims = append(f.claims, c)
	}
	return f
}

// worker makes somebody up whose number adds up and belongs to nobody: 331099 is no county.
func worker(rnd *rand.Rand, no, i int) casework.PartyInput {
	born := calendar.On(1966+rnd.IntN(38), 1, 1).Next(rnd.IntN(365))
	return casework.PartyInput{Kind: "worker", Name: string(choose(rnd, surnames)) + choose(rnd, given),
		IDNumber: identity.MakeID("331099", born, (no*17+i)%1000), Phone: phone(rnd),
		Address:  "浙江省仙居县" + choose(rnd, places) + fmt.Sprintf("环城路某弄%d号", 1+rnd.IntN(200)),
		EService: rnd.IntN(3) > 0, Migrant: rnd.IntN(3) == 0}
}

func employer(rnd *rand.Rand, no, i int) casework.PartyInput {
	code := identity.MakeCreditCode(fmt.Sprintf("91331099MA%07d", no*10+i))
	return casework.PartyInput{Kind: "employer", Name: "仙居" + choose(rnd, firmNames) + choose(rnd, trades) + "有限公司", CreditCode: code,
		LegalRepresentative: string(choose(rnd, surnames)) + "某，总经理", Phone: phone(rnd), Address: fmt.Sprintf("浙江省仙居县经济开发区某路%d号", 1+rnd.IntN(300))}
}

// phone is an extension of the commission's own exchange: nobody else can be rung by it.
func phone(rnd *rand.Rand) string { return fmt.Sprintf("0576-8777%04d", rnd.IntN(10000)) }

package pages

import (
	"maps"

	"tiaocai/workflows/law"
)

func init() {
	maps.Copy(labels, map[string]said{
		"ProposeSetting.name":   ask("参数", "Setting"),
		"ProposeSetting.from":   ask("从哪天起执行", "From which day it holds"),
		"ProposeSetting.value":  ask("数值", "Value").with("金额以元计，例如 2260；选择类的填 A、B、working_day、natural_day、group（一件）或 each（每人一件）。", "Sums in yuan, as 2260; of a choice write A, B, working_day, natural_day, group or each."),
		"ProposeSetting.source": ask("公布的文件", "Where it was published").with("文号，例如 浙政发〔2026〕1号。", "The document's number."),
		"ProposeNotice.year":    ask("哪一年", "Year"),
		"ProposeNotice.rest":    ask("放假的日子", "Days of rest").with("一行一段，例如 2027-01-01~2027-01-03。", "One run on a line, as 2027-01-01~2027-01-03."),
		"ProposeNotice.work":    ask("周末上班的日子", "Weekend days that are worked").with("一行一天，例如 2027-02-13。", "One day on a line, as 2027-02-13."),
		"ProposeNotice.source":  ask("公布的文件", "Where it was published").with("国务院办公厅通知的文号。", "The number of the State Council's notice."),
	})
	maps.Copy(enumWords, map[string]law.Text{
		"minimum_wage": {ZH: "最低月工资标准（元）", EN: "Minimum monthly wage (yuan)"}, "city_average_wage": {ZH: "全市职工月平均工资（元）", EN: "City average, a month (yuan)"},
		"province_average_wage": {ZH: "全省职工月平均工资（元）", EN: "Provincial average, a month (yuan)"}, "province_average_year": {ZH: "全省职工年平均工资（元）", EN: "Provincial average, a year (yuan)"},
		"area_average_wage": {ZH: "统筹地区职工月平均工资（元）", EN: "Insurance area's average, a month (yuan)"}, "national_income_per_head": {ZH: "全国城镇居民人均可支配收入（元）", EN: "National urban income per head (yuan)"},
		"pay_days": {ZH: "月计薪天数", EN: "Pay days in a month"}, "part_month_method": {ZH: "不满一个月的工资折算办法", EN: "Pay of a part of a month"},
		"r33_80_unit": {ZH: "三日、五日、十日的读法", EN: "How three, five and ten days are read"}, "collective_counting": {ZH: "集体争议按几件编号、统计", EN: "As how many cases a collective dispute counts"},
	})
}

// settingWords are the words for a setting's value that is a choice.
var settingWords = map[string]law.Text{
	"working_day": {ZH: "工作日", EN: "working days"}, "natural_day": {ZH: "自然日", EN: "natural days"},
	"group": {ZH: "全体一件", EN: "one case for all"}, "each": {ZH: "每位申请人一件", EN: "one case for each applicant"},
	"A": {ZH: "A：按月计薪天数", EN: "A: by pay days"}, "B": {ZH: "B：按当月工作日", EN: "B: by that month's working days"},
}

// settingWord is nil for a number.
func settingWord(value string) *law.Text {
	if w, ok := settingWords[value]; ok {
		return &w
	}
	return nil
}

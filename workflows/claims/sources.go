package claims

import (
	"strconv"

	"tiaocai/workflows/law"
)

// source cites a statute that only money claims rest on.
func source(rule, zh, en string) law.Citation {
	return law.Citation{Rule: rule, ZH: zh, EN: en, Confidence: law.Verified}
}

func article(key, zh, en string, n int) law.Citation {
	number := strconv.Itoa(n)
	return source(key+"-"+number, zh+"第"+law.Numeral(n)+"条", en+", Art. "+number)
}

// contractLaw cites the Labor Contract Law (劳动合同法).
func contractLaw(n int) law.Citation {
	return article("LCL", "劳动合同法", "Labor Contract Law", n)
}

// laborLaw cites the Labor Law (劳动法).
func laborLaw(n int) law.Citation { return article("LL", "劳动法", "Labor Law", n) }

// injury cites the Work Injury Insurance Regulation (工伤保险条例).
func injury(n int) law.Citation {
	return article("WII", "工伤保险条例", "Work Injury Insurance Regulation", n)
}

// contractRules cites the Implementing Regulation of the Labor Contract Law (劳动合同法实施条例).
func contractRules(n int) law.Citation {
	return article("LCL-IR", "劳动合同法实施条例", "Implementing Regulation of the Labor Contract Law", n)
}

// leaveRules cites the Paid Annual Leave Regulation (职工带薪年休假条例).
func leaveRules(n int) law.Citation {
	return article("AL", "职工带薪年休假条例", "Paid Annual Leave Regulation", n)
}

// leaveMeasures cites the enterprise measures for it (企业职工带薪年休假实施办法).
func leaveMeasures(n int) law.Citation {
	return article("ALM", "企业职工带薪年休假实施办法", "Annual Leave Measures", n)
}

// courtOne cites the first interpretation of the Supreme People's Court on labor disputes (司法解释（一）).
func courtOne(n int) law.Citation {
	return article("SPC1", "劳动争议司法解释（一）", "SPC Interpretation (I) on labor disputes", n)
}

// courtTwo cites the second (司法解释（二）), of which few articles could be read.
func courtTwo(n int) law.Citation {
	return article("SPC2", "劳动争议司法解释（二）", "SPC Interpretation (II) on labor disputes", n).Recalled()
}

// zhejiangInjury cites the Zhejiang regulation on work injury (浙江省工伤保险条例).
func zhejiangInjury(n int) law.Citation {
	return article("ZJ-WII", "浙江省工伤保险条例", "Zhejiang Work Injury Insurance Regulation", n)
}

// wageRules cites the Wage Payment Rules of 1994 (工资支付暂行规定).
func wageRules(n int) law.Citation {
	return article("WPR", "工资支付暂行规定", "Wage Payment Rules", n).Recalled()
}

// payDays cites the notice that fixes 21.75 pay days a month.
var payDays = source("DAYS-2008-3", "劳社部发〔2008〕3号", "Notice on working time and pay conversion, 2008 No. 3")

// partMonth is our own choice among the ways to reckon part of a month.
var partMonth = law.House("M01-method", "不满一个月的工资按月工资除以月计薪天数再乘以工作日折算",
	"pay for part of a month is the monthly wage divided by the pay days, times the working days")

// roundOnce is how every total is rounded.
var roundOnce = law.House("M-rounding", "合计一次四舍五入到分", "a total is rounded once, half up, to the fen")

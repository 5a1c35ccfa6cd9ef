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

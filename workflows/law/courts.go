package law

import "strconv"

// Courts cites the Supreme Court's Interpretation (I) on labor disputes, 法释〔2020〕26号.
func Courts(article int, part ...int) Citation {
	return cite("SPC1", "劳动争议司法解释（一）", "SPC Interpretation (I) on labor disputes", article, part...)
}

// SuitEnded cites the Supreme Court's interpretation on when an award takes effect after a suit was
// withdrawn or dismissed, 法释〔2000〕18号.
func SuitEnded() Citation {
	return Citation{Rule: "S2000", ZH: "关于撤诉或者驳回起诉后仲裁裁决何时生效的解释（法释〔2000〕18号）",
		EN: "SPC on the effect of awards after a suit ended (2000)", Confidence: Verified}
}

// Linking cites the Opinion (I) on linking arbitration and litigation, 人社部发〔2022〕9号.
func Linking(item int) Citation {
	return Citation{Rule: "OP9-" + strconv.Itoa(item), ZH: "人社部发〔2022〕9号第" + Numeral(item) + "条", EN: "Opinion (I) on linking arbitration and litigation, item " + strconv.Itoa(item), Confidence: Recalled}
}

package workflows

import (
	"fmt"
	"strings"
)

// Numbering is how a kind of paper is numbered (文号): with a series of its own, or with the number of
// its case under another sign.
type Numbering struct {
	Sign   string // 收, 不, 移, 裁, 调
	Own    bool   // counted by itself, from 1 in each year
	Branch int    // after the case's number: 123-1; 0 for none
}

// paperNumbers: of an award, -1 is final and -2 is not; where there is only one, it keeps its branch.
var paperNumbers = map[Paper]Numbering{
	Receipt:            {Sign: "收", Own: true},
	RefusalNotice:      {Sign: "不", Own: true},
	TransferLetter:     {Sign: "移", Own: true},
	MediationDocument:  {Sign: "调"},
	AwardFinalPaper:    {Sign: "裁", Branch: 1},
	AwardNonFinalPaper: {Sign: "裁", Branch: 2},
}

// NumberingOf says how a paper is numbered; other papers carry the number of their case.
func NumberingOf(p Paper) (Numbering, bool) {
	n, ok := paperNumbers[p]
	return n, ok
}

// Of is the paper's number in a case with this number: 仙劳人仲裁〔2026〕123-1号 in 仙劳人仲案〔2026〕123号; ""
// in a case without one of this form, as one that was carried over may be.
func (n Numbering) Of(caseNumber string) string {
	head, rest, ok := strings.Cut(caseNumber, "案〔")
	if !ok || !strings.HasSuffix(rest, "号") {
		return ""
	}
	if n.Branch > 0 {
		rest = fmt.Sprintf("%s-%d号", strings.TrimSuffix(rest, "号"), n.Branch)
	}
	return head + n.Sign + "〔" + rest
}

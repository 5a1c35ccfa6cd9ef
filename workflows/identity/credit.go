package identity

import (
	"strings"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

var (
	badCredit      = law.Text{ZH: "统一社会信用代码应当是十八位数字或者大写字母，不含 I、O、S、V、Z。", EN: "A unified social credit code has eighteen digits or capital letters, none of them I, O, S, V or Z."}
	badCreditCheck = law.Text{ZH: "统一社会信用代码的校验位不符，请核对是否输错。", EN: "The unified social credit code doesn't add up; please check for a slip."}
)

// creditSigns are the signs of GB 32100, each worth its place: 0 to 30.
const creditSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// CreditCode checks a unified social credit code (统一社会信用代码, GB 32100) by its signs and its
// check place. The fault is of kind Invalid.
func CreditCode(s string) error {
	switch {
	case len(s) != 18 || strings.Trim(s, creditSigns) != "":
		return fault.Bad("", badCredit)
	case creditCheck(s[:17]) != s[17]:
		return fault.Bad("", badCreditCheck)
	}
	return nil
}

func creditCheck(first17 string) byte {
	sum, weight := 0, 1
	for i := range 17 {
		sum += strings.IndexByte(creditSigns, first17[i]) * weight
		weight = weight * 3 % 31
	}
	return creditSigns[(31-sum%31)%31]
}

package identity

import (
	"regexp"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

var (
	badPhone   = law.Text{ZH: "电话应当是十一位手机号码，或者带区号的固定电话，例如 0576-87770000。", EN: "A phone number is a mobile number of eleven digits, or a landline with its area code such as 0576-87770000."}
	badAccount = law.Text{ZH: "银行账号应当是十二位至十九位数字。", EN: "A bank account number has twelve to nineteen digits."}
)

// Area codes have three digits in the great cities (010, 02x) and four elsewhere.
var (
	mobile   = regexp.MustCompile(`^1[3-9][0-9]{9}$`)
	landline = regexp.MustCompile(`^(010|02[0-9]|0[3-9][0-9]{2})-[2-9][0-9]{6,7}$`)
	account  = regexp.MustCompile(`^[0-9]{12,19}$`)
)

// Phone checks a mainland phone number: a mobile one (手机), or a landline (固定电话) with its area
// code and a hyphen. The fault is of kind Invalid.
func Phone(s string) error {
	if mobile.MatchString(s) || landline.MatchString(s) {
		return nil
	}
	return fault.Bad("", badPhone)
}

// BankAccount checks the length of a bank account number (银行账号). Company accounts follow no
// common check digit, so none is asked for. The fault is of kind Invalid.
func BankAccount(s string) error {
	if account.MatchString(s) {
		return nil
	}
	return fault.Bad("", badAccount)
}

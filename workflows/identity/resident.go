// Package identity checks the numbers by which people and employers are known, and hides the
// parts of them that a reader has no need to see.
//
// A check says that a number can be true, never that it belongs to whoever gave it. A refusal
// never repeats the number: it is personal data (个人信息保护法第二十八条).
package identity

import (
	"strings"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

var (
	badResident = law.Text{ZH: "身份证号码应当是十八位：十七位数字加一位数字或者 X。", EN: "A resident ID number has eighteen places: seventeen digits, then a digit or X."}
	badBirthday = law.Text{ZH: "身份证号码中的出生日期不存在。", EN: "The birth date in the resident ID number doesn't exist."}
	badResCheck = law.Text{ZH: "身份证号码的校验位不符，请核对是否输错。", EN: "The resident ID number doesn't add up; please check for a slip."}
)

// ResidentID checks a resident ID number (公民身份号码, GB 11643): eighteen places, a real birth date
// from 1900 to 2100, and the check place. A small x at the end is taken for X. The fault is of kind
// Invalid.
func ResidentID(s string) error {
	s = NormalID(s)
	switch {
	case len(s) != 18 || s[0] == '0' || !digits(s[:17]) || !strings.Contains(residentPlaces, s[17:]):
		return fault.Bad("", badResident)
	case birthday(s).IsZero():
		return fault.Bad("", badBirthday)
	case residentCheck(s[:17]) != s[17]:
		return fault.Bad("", badResCheck)
	}
	return nil
}

// NormalID is the number as it is kept and compared: with a capital X.
func NormalID(s string) string {
	if head, small := strings.CutSuffix(s, "x"); small {
		return head + "X"
	}
	return s
}

// Born is the birth date (出生日期) in a resident ID number; no day if the number is not valid.
func Born(id string) calendar.Date {
	if ResidentID(id) != nil {
		return calendar.Date{}
	}
	return birthday(id)
}

// Male says whether the number is a man's: the sign before the check place is odd. It says nothing of a number that is
// not valid.
func Male(id string) bool { return ResidentID(id) == nil && (id[16]-'0')%2 == 1 }

// LastSix is the last six places of a number, with a capital X: what people are asked for beside a
// case's number. It is empty if there are not six, and an empty one proves nothing.
func LastSix(id string) string {
	id = NormalID(id)
	if len(id) < 6 {
		return ""
	}
	return id[len(id)-6:]
}

// residentPlaces are the check places for the remainders 0 to 10.
const residentPlaces = "10X98765432"

func residentCheck(first17 string) byte {
	sum := 0
	for i := range 17 {
		sum += int(first17[i]-'0') * ((1 << (17 - i)) % 11)
	}
	return residentPlaces[sum%11]
}

func birthday(id string) calendar.Date {
	d, err := calendar.Parse(id[6:10] + "-" + id[10:12] + "-" + id[12:14])
	if err != nil || d.Year() > 2100 {
		return calendar.Date{}
	}
	return d
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

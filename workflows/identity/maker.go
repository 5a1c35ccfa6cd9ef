package identity

import (
	"fmt"
	"strings"

	"tiaocai/workflows/calendar"
)

// MakeID makes a valid resident ID number from a region of six digits such as "331024" (仙居县), a
// birth date and a serial number from 0 to 999, odd for men. The people of the demo and of tests
// have such numbers. It panics if no valid number comes of it.
func MakeID(region string, born calendar.Date, serial int) string {
	t := born.Time()
	body := fmt.Sprintf("%s%04d%02d%02d%03d", region, t.Year(), int(t.Month()), t.Day(), serial)
	if len(body) != 17 || !digits(body) {
		panic("identity: no resident ID number has this region, birth date or serial")
	}
	id := body + string(residentCheck(body))
	if ResidentID(id) != nil {
		panic("identity: no resident ID number has this region or birth date")
	}
	return id
}

// MakeCreditCode adds the check place to the first seventeen signs of a unified social credit code.
// It panics if there are not seventeen, or one that the code doesn't know.
func MakeCreditCode(body17 string) string {
	if len(body17) != 17 || strings.Trim(body17, creditSigns) != "" {
		panic("identity: a credit code is made from seventeen of its signs")
	}
	return body17 + string(creditCheck(body17))
}

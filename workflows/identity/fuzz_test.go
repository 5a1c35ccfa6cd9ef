package identity

import (
	"testing"

	"tiaocai/workflows/calendar"
)

// One place typed wrongly never passes, wherever it is: that is what the check place is for.
func FuzzResidentID(f *testing.F) {
	f.Add(uint32(33000), uint16(1), uint8(0), uint8(0))
	f.Add(uint32(1), uint16(999), uint8(17), uint8(9))
	f.Add(uint32(25568), uint16(2), uint8(12), uint8(5))
	f.Fuzz(func(t *testing.T, day uint32, serial uint16, at, change uint8) {
		born := calendar.Must("1900-01-01").Next(int(day % 73000))
		id := MakeID("331024", born, int(serial%1000))
		if err := ResidentID(id); err != nil {
			t.Fatalf("ResidentID(%s) = %v, want it to pass", id, err)
		}
		if wrong := slip(id, residentPlaces, at, change); wrong != id && ResidentID(wrong) == nil {
			t.Errorf("ResidentID(%s) passes, one place away from %s", wrong, id)
		}
	})
}

// The same of credit codes.
func FuzzCreditCode(f *testing.F) {
	f.Add("91350100M000100Y4", uint8(3), uint8(7))
	f.Add("9133102400000000X", uint8(17), uint8(30))
	f.Fuzz(func(t *testing.T, typed string, at, change uint8) {
		body := make([]byte, 17)
		for i := range body {
			body[i] = creditSigns[0]
			if i < len(typed) {
				body[i] = creditSigns[int(typed[i])%len(creditSigns)]
			}
		}
		code := MakeCreditCode(string(body))
		if err := CreditCode(code); err != nil {
			t.Fatalf("CreditCode(%s) = %v, want it to pass", code, err)
		}
		if wrong := slip(code, creditSigns, at, change); wrong != code && CreditCode(wrong) == nil {
			t.Errorf("CreditCode(%s) passes, one place away from %s", wrong, code)
		}
	})
}

// slip puts another sign at one place.
func slip(s, signs string, at, change uint8) string {
	b := []byte(s)
	b[int(at)%len(b)] = signs[int(change)%len(signs)]
	return string(b)
}

// Nothing that people type brings a check down, and every refusal is in words.
func FuzzChecks(f *testing.F) {
	for _, s := range []string{"", "x", "11010519491231002X", "91350100M000100Y43", "13812345678", "0576-87770000", "仙居", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, check := range map[string]func(string) error{"ResidentID": ResidentID, "CreditCode": CreditCode, "Phone": Phone, "BankAccount": BankAccount} {
			if err := check(s); err != nil && len(s) > 20 {
				refusesInWords(t, name, s, err)
			}
		}
		if got := LastSix(s); got != "" && len(got) != 6 {
			t.Errorf("LastSix(%q) = %q, want six places", s, got)
		}
	})
}

package identity

import (
	"strings"
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// refusesInWords fails the test unless err is an Invalid fault in both languages that keeps the
// refused value to itself.
func refusesInWords(t *testing.T, what, value string, err error) {
	t.Helper()
	bad := fault.As(err)
	if bad == nil || bad.Kind != fault.Invalid || bad.Says.ZH == "" || bad.Says.EN == "" {
		t.Errorf("%s(%q) = %v, want an Invalid fault in words", what, value, err)
		return
	}
	if len(value) > 3 && strings.Contains(bad.Says.ZH+bad.Says.EN+bad.Error(), value) {
		t.Errorf("%s repeats the refused value %q", what, value)
	}
}

func TestResidentID(t *testing.T) {
	t.Parallel()
	// The first is the example of GB 11643, known from every text on the subject.
	for _, s := range []string{"11010519491231002X", "11010519491231002x", "331024199001010016"} {
		if err := ResidentID(s); err != nil {
			t.Errorf("ResidentID(%q) = %v, want it to pass", s, err)
		}
	}
	for name, s := range map[string]string{
		"nothing":                 "",
		"fifteen places":          "110105491231002",
		"wrong check place":       "110105194912310021",
		"a letter inside":         "1101051949123100X2",
		"a blank at the end":      "11010519491231002X ",
		"a full-width place":      "1101051949123100２",
		"thirteenth month":        withCheck("33102419901301001"),
		"29 February, no leap":    withCheck("33102419900229001"),
		"day zero":                withCheck("33102419900500001"),
		"before 1900":             withCheck("33102418991231001"),
		"after 2100":              withCheck("33102421010101001"),
		"no region starts with 0": withCheck("03102419900101001"),
		"check place from words":  "11010519491231002Y",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			refusesInWords(t, "ResidentID", s, ResidentID(s))
		})
	}
}

func withCheck(first17 string) string { return first17 + string(residentCheck(first17)) }

func TestPartsOfAResidentID(t *testing.T) {
	t.Parallel()
	if got := NormalID("11010519491231002x"); got != "11010519491231002X" {
		t.Errorf("NormalID = %s, want a capital X", got)
	}
	if got := Born("11010519491231002x"); got != calendar.Must("1949-12-31") {
		t.Errorf("Born = %s, want 1949-12-31", got)
	}
	if got := Born("110105194912310021"); !got.IsZero() {
		t.Errorf("Born of an invalid number = %s, want no day", got)
	}
	for id, want := range map[string]string{"11010519491231002x": "31002X", "331024199001010019": "010019", "12345": "", "": ""} {
		if got := LastSix(id); got != want {
			t.Errorf("LastSix(%q) = %q, want %q", id, got, want)
		}
	}
}

func TestCreditCode(t *testing.T) {
	t.Parallel()
	if err := CreditCode("91350100M000100Y43"); err != nil {
		t.Errorf("CreditCode = %v, want it to pass", err)
	}
	for name, s := range map[string]string{
		"nothing":                 "",
		"wrong check place":       "91350100M000100Y44",
		"two places changed over": "91350100M000010Y43",
		"a small letter":          "91350100m000100Y43",
		"a letter O for a zero":   "9135O100M000100Y43",
		"seventeen places":        "91350100M000100Y4",
		"nineteen places":         "91350100M000100Y433",
		"Chinese signs":           "仙居县某某公司",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			refusesInWords(t, "CreditCode", s, CreditCode(s))
		})
	}
}

func TestPhone(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"13812345678", "19912345678", "0576-87770000", "010-66778899", "021-6677889", "0755-82345678"} {
		if err := Phone(s); err != nil {
			t.Errorf("Phone(%q) = %v, want it to pass", s, err)
		}
	}
	for _, s := range []string{
		"", "12812345678", "1381234567", "138123456789", "+8613812345678", "138 1234 5678", "87771234", "057687771234",
		"0576-17771234", "0576-877712", "0576-877712345", "05760-8777123", "0100-87771234", "110", "13812345678\n", "１３８１２３４５６７８",
	} {
		refusesInWords(t, "Phone", s, Phone(s))
	}
}

func TestBankAccount(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"123456789012", "6222021207000000001"} {
		if err := BankAccount(s); err != nil {
			t.Errorf("BankAccount(%q) = %v, want it to pass", s, err)
		}
	}
	for _, s := range []string{"", "12345678901", "12345678901234567890", "6222 0212 0700 0000", "62220212070000000X", "6222021207000000001\n"} {
		refusesInWords(t, "BankAccount", s, BankAccount(s))
	}
}

func TestMadeNumbersAreValid(t *testing.T) {
	t.Parallel()
	for _, born := range []string{"1900-01-01", "1964-08-15", "1969-12-31", "1990-02-28", "2000-02-29", "2008-12-31"} {
		for serial := range 1000 {
			id := MakeID("331024", calendar.Must(born), serial)
			if err := ResidentID(id); err != nil || Born(id) != calendar.Must(born) {
				t.Fatalf("MakeID(331024, %s, %d) = %s: %v", born, serial, id, err)
			}
		}
	}
	if got := MakeCreditCode("91350100M000100Y4"); got != "91350100M000100Y43" {
		t.Errorf("MakeCreditCode = %s, want 91350100M000100Y43", got)
	}
	if err := CreditCode(MakeCreditCode("91331024MA2AXXXX1")); err != nil {
		t.Errorf("a made credit code is refused: %v", err)
	}
}

func TestMakersRefuseNonsense(t *testing.T) {
	t.Parallel()
	day := calendar.Must("1990-01-01")
	for name, call := range map[string]func(){
		"short region":      func() { MakeID("3310", day, 1) },
		"region in letters": func() { MakeID("33102A", day, 1) },
		"negative serial":   func() { MakeID("331024", day, -1) },
		"serial too large":  func() { MakeID("331024", day, 1000) },
		"no birth date":     func() { MakeID("331024", calendar.Date{}, 1) },
		"short credit code": func() { MakeCreditCode("9135") },
		"a letter I":        func() { MakeCreditCode("91350100I000100Y4") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			defer func() {
				if recover() == nil {
					t.Error("made a number of it, want a panic")
				}
			}()
			call()
		})
	}
}

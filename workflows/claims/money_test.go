package claims

import (
	"encoding/json"
	"errors"
	"math"
	"testing"

	"tiaocai/workflows/fault"
)

func TestParseYuan(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]Fen{
		"45500": Yuan(45_500), "45500.00": Yuan(45_500), "45500.5": 4_550_050, "0.01": 1, "0": 0, "0.10": 10,
		"007": Yuan(7), "999999999999.99": 99_999_999_999_999,
	} {
		if got, err := ParseYuan(s); err != nil || got != want {
			t.Errorf("ParseYuan(%q) = %d, %v, want %d", s, got, err, want)
		}
	}
}

func TestParseYuanSaysWhyNot(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"": Unreadable, ".": Unreadable, ".5": Unreadable, "5.": Unreadable, "-": Unreadable, "1e3": Unreadable,
		"+5": Unreadable, "--5": Unreadable, "45,500.00": Unreadable, " 5": Unreadable, "5 ": Unreadable, "１２": Unreadable,
		"1.2.3": Unreadable, "¥5": Unreadable, "NaN": Unreadable, "0x10": Unreadable, "1_000": Unreadable, "1.-5": Unreadable,
		"-5": Negative, "-0.01": Negative, "-1.234": Negative,
		"0.001": TooFine, "1.000": TooFine,
		"1000000000000": TooLarge, "0000000000001": TooLarge, "99999999999999999999999999": TooLarge,
	} {
		got, err := ParseYuan(s)
		var bad *fault.Error
		if !errors.As(err, &bad) || bad.Kind != fault.Invalid || bad.Code != want || got != 0 {
			t.Errorf("ParseYuan(%q) = %d, %v, want code %s", s, got, err, want)
			continue
		}
		if bad.Says.ZH == "" || bad.Says.EN == "" {
			t.Errorf("ParseYuan(%q) fails without words", s)
		}
	}
}

func TestFenInPrint(t *testing.T) {
	t.Parallel()
	for f, want := range map[Fen][2]string{
		0:              {"0.00", "0.00"},
		5:              {"0.05", "0.05"},
		-5:             {"-0.05", "-0.05"},
		Yuan(100):      {"100.00", "100.00"},
		Yuan(-100):     {"-100.00", "-100.00"},
		Yuan(1_000):    {"1000.00", "1,000.00"},
		Yuan(-1_000):   {"-1000.00", "-1,000.00"},
		Yuan(45_500):   {"45500.00", "45,500.00"},
		275_862:        {"2758.62", "2,758.62"},
		-Yuan(288_000): {"-288000.00", "-288,000.00"},
		123_456_789_01: {"123456789.01", "123,456,789.01"},
		math.MaxInt64:  {"92233720368547758.07", "92,233,720,368,547,758.07"},
		math.MinInt64:  {"-92233720368547758.08", "-92,233,720,368,547,758.08"},
	} {
		if got := [2]string{f.String(), f.Grouped()}; got != want {
			t.Errorf("Fen(%d) prints %q, want %q", int64(f), got, want)
		}
	}
}

func TestFenThroughJSON(t *testing.T) {
	t.Parallel()
	type claim struct {
		Amount Fen  `json:"amount"`
		Paid   *Fen `json:"paid,omitempty"`
	}
	raw, err := json.Marshal(claim{Amount: Yuan(45_500)})
	if err != nil || string(raw) != `{"amount":"45500.00"}` {
		t.Fatalf("Marshal = %s, %v", raw, err)
	}
	var got claim
	if err := json.Unmarshal([]byte(`{"amount":"18600.5","paid":"0"}`), &got); err != nil || got.Amount != 1_860_050 || got.Paid == nil || *got.Paid != 0 {
		t.Errorf("Unmarshal = %+v, %v", got, err)
	}
	for _, bad := range []string{`{"amount":45500}`, `{"amount":""}`, `{"amount":"-1"}`, `{"amount":"1e5"}`} {
		got := claim{Amount: 7}
		if err := json.Unmarshal([]byte(bad), &got); err == nil || got.Amount != 7 {
			t.Errorf("Unmarshal(%s) = %v, %v, want an error and the amount as it was", bad, got, err)
		}
	}
}

func TestFenThroughAColumn(t *testing.T) {
	t.Parallel()
	if v, err := Yuan(45_500).Value(); err != nil || v != int64(4_550_000) {
		t.Errorf("Value = %v, %v, want 4550000", v, err)
	}
	for _, src := range []any{int64(-250), "-250", []byte("-250")} {
		var got Fen
		if err := got.Scan(src); err != nil || got != -250 {
			t.Errorf("Scan(%v) = %d, %v, want -250", src, got, err)
		}
	}
	for _, src := range []any{nil, 2.5, "2.50", "", []byte("99999999999999999999"), true} {
		got := Fen(7)
		if err := got.Scan(src); err == nil || got != 7 {
			t.Errorf("Scan(%v) = %d, %v, want an error and the amount as it was", src, got, err)
		}
	}
}

// What is read can be printed and read again; what is refused is refused in words.
func FuzzParseYuan(f *testing.F) {
	for _, s := range []string{"45500", "45500.00", "0.5", "-1", "1e9", "999999999999.99", "1,000", "", "5.", "000.1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := ParseYuan(s)
		if err != nil {
			if bad := fault.As(err); bad == nil || bad.Kind != fault.Invalid || bad.Says.ZH == "" || got != 0 {
				t.Errorf("ParseYuan(%q) = %d, %v, want a fault in words", s, got, err)
			}
			return
		}
		if got < 0 || got >= Yuan(1_000_000_000_000) {
			t.Errorf("ParseYuan(%q) = %d, out of range", s, got)
		}
		again, err := ParseYuan(got.String())
		if err != nil || again != got {
			t.Errorf("ParseYuan(%q) prints %s, which reads as %d, %v", s, got, again, err)
		}
	})
}

package spreadsheet

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"tiaocai/workflows/fault"
)

// One table, as Excel, as CSV of either encoding, with any separator, comes out the same.
func TestTheSameTableHoweverItComes(t *testing.T) {
	t.Parallel()
	text := "案号,受理日期,申请人\r\n仙劳人仲案〔2025〕1号,2025-03-02,\"王某, 李某\"\r\n\r\n仙劳人仲案〔2025〕2号,2025/3/4,喆某\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	xlsx, err := Write(Sheet{Name: "案件", Head: []string{"案号", "受理日期", "申请人"}, Widths: []float64{20, 12},
		Rows: [][]any{{"仙劳人仲案〔2025〕1号", "2025-03-02", "王某, 李某"}, {"仙劳人仲案〔2025〕2号", "2025/3/4", "喆某"}}})
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string][]byte{
		"utf-8": []byte(text), "with a mark": []byte("\xef\xbb\xbf" + text), "gb 18030": []byte(gb), "xlsx": xlsx,
		"semicolons": []byte(strings.NewReplacer("王某, 李某", "王某, 李某", ",", ";").Replace(text)),
	} {
		table, err := Read(body)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if strings.Join(table.Head, "|") != "案号|受理日期|申请人" || len(table.Rows) != 2 || table.Rows[1].Cell(2) != "喆某" || table.Rows[1].Cell(9) != "" {
			t.Errorf("%s: %+v", name, table)
		}
		if got := table.Rows[0].Cell(2); got != "王某, 李某" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestWhatIsNoTable(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{"nothing": "", "only a head": "案号,受理日期\n", "an image": "\x89PNG\r\n\x1a\n\x00\x00", "a broken zip": "PK\x03\x04rubbish",
		"neither encoding": "\xff\xff\xff\xfe", "empty lines": "\n\n,,\n"} {
		_, err := Read([]byte(body))
		f := fault.As(err)
		if f == nil || f.Kind != fault.Invalid || f.Fields[0].Says.ZH == "" || f.Fields[0].Says.EN == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDatesAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"2026-03-02": "2026-03-02", "2026/3/2": "2026-03-02", "2026年3月2日": "2026-03-02", "2026.3.2": "2026-03-02", "20260302": "2026-03-02",
		"46083": "2026-03-02", "２０２６－０３－０２": "2026-03-02", "2026-03-02 00:00:00": "2026-03-02",
		"": "", "2026-02-30": "", "13/5/2026": "", "2026-3": "", "yesterday": "", "1": "", "20261301": "", "1e99": "", "NaN": ""} {
		got, ok := Date(in)
		if ok != (want != "") || (ok && got.String() != want) {
			t.Errorf("Date(%q) = %s, %t, want %q", in, got, ok, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("案号,受理日期\n1,2"))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\"\"\";;\n\xa1"))
	f.Fuzz(func(t *testing.T, body []byte) {
		table, err := Read(body)
		if err != nil && fault.As(err) == nil {
			t.Fatalf("an error without words: %v", err)
		}
		if err == nil && (len(table.Head) == 0 || len(table.Rows) == 0) {
			t.Fatal("a table of nothing")
		}
	})
}

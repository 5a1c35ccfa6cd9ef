package pages

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"tiaocai/models/metrics"
	"tiaocai/server/casework"
)

// Every number whose cases can be opened has a name in both languages.
func TestEveryNumberHasAName(t *testing.T) {
	t.Parallel()
	for _, n := range metrics.Numbers() {
		for _, l := range []tongue{"zh", "en"} {
			if w := l.word("counter", n); w == n || w == "" {
				t.Errorf("%s has no name in %s", n, l)
			}
		}
	}
}

// In the spreadsheet numbers are numbers, the formula's version stands in it, and a name that looks
// like a formula is text.
func TestTheSpreadsheetHoldsNumbersAndNoFormulas(t *testing.T) {
	t.Parallel()
	f := sampleFigures().Page.Body.(*casework.Figures)
	const evil = `=HYPERLINK("http://x","y")`
	f.Unit, f.ByTown.Rows[0].Name, f.ByOrganisation.Rows[0].Name = evil, evil, "+1+1"
	for _, lang := range []string{"zh", "en"} {
		raw, err := FiguresWorkbook(f, lang)
		if err != nil {
			t.Fatal(err)
		}
		x, err := excelize.OpenReader(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		sheets := x.GetSheetList()
		if len(sheets) != 5 {
			t.Fatalf("sheets %v", sheets)
		}
		seen := 0
		for _, s := range sheets {
			rows, _ := x.GetRows(s)
			for r := range rows {
				for c, v := range rows[r] {
					cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
					if formula, _ := x.GetCellFormula(s, cell); formula != "" {
						t.Errorf("%s %s is a formula: %s", s, cell, formula)
					}
					kind, _ := x.GetCellType(s, cell)
					if v == evil || v == "+1+1" {
						seen++
						if kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString {
							t.Errorf("%s %s is of type %v", s, cell, kind)
						}
					}
				}
			}
		}
		if seen != 3 {
			t.Errorf("the names stand %d times in it, want 3", seen)
		}
		want := map[string]string{"F1": "2026-2", "A4": "I1", "C4": "327", "D4": "499", "E4": "65.53", "G4": "65", "J4": "2026-2"}
		f1 := f.Version
		want["F1"] = f1
		for cell, w := range want {
			if v, _ := x.GetCellValue(sheets[0], cell); v != w {
				t.Errorf("%s = %q, want %q", cell, v, w)
			}
		}
		for _, cell := range []string{"C4", "D4", "E4"} {
			if kind, _ := x.GetCellType(sheets[0], cell); kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
				t.Errorf("%s is of type %v, want a number", cell, kind)
			}
		}
		if v, _ := x.GetCellValue(sheets[1], "B2"); v != "41" {
			t.Errorf("accepted in January = %q", v)
		}
		x.Close()
	}
}

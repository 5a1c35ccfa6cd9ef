package pages

import (
	"fmt"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

func indicator(id, zh, en string, target, n, d int, light string) casework.IndicatorView {
	i := casework.IndicatorView{ID: id, Name: law.Text{ZH: zh, EN: en}, Formula: law.Text{ZH: "成功 ÷（成功＋未成＋期满）", EN: "successes ÷ all"}, Version: "2026-2", Form: "percent", Numerator: n, Denominator: d, Value: "-", Target: target, Light: light, Upper: "MS", Lower: "M"}
	if d > 0 {
		i.Value = fmt.Sprintf("%.2f", 100*float64(n)/float64(d))
	}
	if light != "" {
		i.LightName = &law.Text{ZH: map[string]string{"green": "达标", "yellow": "接近", "red": "落后", "grey": "样本太小"}[light], EN: light}
	}
	return i
}

func sampleFigures() sample {
	f := &casework.Figures{Year: 2026, From: on("2026-01-01"), To: on("2026-11-20"), Today: on("2026-11-20"), Unit: "仙居县劳动人事争议仲裁委员会", Version: "2026-1", Balanced: true, Balance: "61 + 452 − 411 = 102", MayList: true,
		Organisations: []casework.Choice{{ID: 1, Name: "福应街道劳动人事争议调解中心"}},
		Indicators: []casework.IndicatorView{indicator("I1", "调解成功率", "Mediation success", 65, 327, 499, "green"), indicator("I2", "仲裁结案率（净）", "Arbitration closure, net", 92, 411, 513, ""),
			indicator("I2a", "到期结案率", "Due-adjusted closure", 92, 372, 405, "yellow"), indicator("I1b", "调解成功率（含不同意）", "Mediation success, with refusals", 0, 0, 0, "")},
		Counters: []casework.CounterView{{Symbol: "C0", Name: law.Text{ZH: "上期结转", EN: "Carried over"}, N: 61}, {Symbol: "MS", Name: law.Text{ZH: "调解成功", EN: "Mediated"}, N: 327}}}
	for m := 1; m <= 11; m++ {
		f.Months = append(f.Months, casework.MonthView{Month: m, Accepted: 40 + m, Closed: 30 + m, Indicators: []casework.IndicatorView{
			indicator("I1", "调解成功率", "Mediation success", 65, 20+m*2, 40+m, ""), indicator("I2", "仲裁结案率", "Closure", 92, 35+m, 50, ""), indicator("I1b", "b", "b", 0, 0, 0, "")}})
	}
	f.Towns, f.CheckedAt, f.MayRecount = []string{"福应街道"}, "2026-11-20 02:30", true
	f.Differences = []casework.DifferenceView{{Part: "town", Unit: "福应街道", Month: "2026-03", Kind: "A", Counted: 5, Found: 4, CountedAmount: 100, FoundAmount: 90, FoundAt: "2026-11-20 02:30"}}
	i9 := indicator("I9", "涉案金额", "Amounts", 0, 123456789, 1, "")
	i9.Form, i9.Value = "yuan", "1234567.89"
	i9.Beside = []casework.BesideView{{Name: law.Text{ZH: "裁决金额", EN: "awarded"}, Form: "yuan", Value: "-"}, {Name: law.Text{ZH: "中位数", EN: "median"}, Form: "number", Numerator: 31, Denominator: 1, Value: "31", Behind: "TL"}}
	i8 := casework.IndicatorView{ID: "I8", Version: "2026-2", Name: law.Text{ZH: "改判率", EN: "Changed"}, Formula: law.Text{ZH: "甲 ÷ 乙", EN: "a ÷ b"}, Form: "percent", Value: "-", Missing: &law.Text{ZH: "没有登记。", EN: "No facts."}}
	f.Indicators[0].Expected, f.Indicators[1].Provisional = "63.25", true
	f.Indicators = append(f.Indicators, i8, i9)
	f.ByOrganisation = sampleBreakdown("1", "-1")
	f.ByTown = sampleBreakdown("福应街道", "-")
	f.ByCause, f.Causes = sampleBreakdown("A03", "-"), []casework.CauseChoice{{Code: "A03", Name: law.Text{ZH: "追索劳动报酬", EN: "Labor pay"}}}
	f.SameMonths, f.Indicators[0].Same = 10, &casework.Comparison{Now: casework.Fraction{Numerator: 300, Denominator: 460, Value: "65.22"}, Before: casework.Fraction{Numerator: 250, Denominator: 410, Value: "60.98"}, Change: "+4.24"}
	s := staff("figures", Figures, f)
	s.Page.URL = "/figures?year=2026"
	return s
}

func sampleBreakdown(units ...string) *casework.Breakdown {
	b := &casework.Breakdown{Columns: []casework.ColumnView{{ID: "A", Name: law.Text{ZH: "受理", EN: "Accepted"}, Form: "number", Number: "A"}, {ID: "I1", Name: law.Text{ZH: "调解成功率", EN: "Mediation success"}, Form: "percent", Number: "MS"}},
		Sum: []casework.CellView{{Numerator: 12, Denominator: 1, Value: "12"}, {Numerator: 6, Denominator: 9, Value: "66.67"}}}
	for _, u := range units {
		b.Rows = append(b.Rows, casework.UnitRow{Unit: u, Name: "福应街道劳动人事争议调解中心", Cells: []casework.CellView{{Hidden: true, Value: "<5"}, {Numerator: 6, Denominator: 9, Value: "66.67"}}})
	}
	b.Rows[len(b.Rows)-1].Name = ""
	return b
}

func sampleFigureCases() sample {
	s := staff("figure-cases", FigureCases, &casework.FigureCases{Number: "Kn", Year: 2026, Month: 3, Next: 77, Rows: []casework.FigureCaseRow{
		{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕109号", StateName: workflows.Closed.Says().Staff, Day: on("2026-03-09"), Kind: "AWARD_FINAL"},
		{Ref: "A7M2Q9XH4T3W", StateName: workflows.Settled.Says().Staff, Day: on("2026-03-10"), Kind: "success"}}})
	s.Page.URL = "/figures/cases?number=Kn&year=2026&month=3"
	return s
}

package pages

import (
	"tiaocai/models"
	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

func sampleCarry() []sample {
	v := &casework.CarryView{ID: 3, File: "2023-2025年案件台账（含已结）.xlsx", State: "checked", Lines: 1204, Bad: 2, MayRun: true, Said: law.Text{ZH: "表里未结31件，您说应为30件，请核对。", EN: "31 cases are open here, 30 were expected."},
		Findings: []models.Finding{{Line: 17, Field: "number", Says: law.Text{ZH: "这个案号在第9行已经有了。", EN: "This case number stands in row 9 already."}}, {Line: 40, Field: "closed", Says: law.Text{ZH: "结案日期不能早于受理日期。", EN: "Closing cannot be before acceptance."}}},
		Years:    []models.YearOpen{{Year: 2025, Accepted: 603, Closed: 572, Open: 31}, {Year: 2026, Opening: 31, Accepted: 412, Closed: 405, Open: 38}}}
	running := *v
	running.State, running.At, running.Findings = "running", 400, nil
	list := staff("carry-overs", CarryOvers, CarryBody{List: []casework.CarryView{*v, running}, Fields: casework.CarryFields()})
	one, on := staff("carry-over", CarryOver, v), staff("carry-over-running", CarryOver, &running)
	one.Page.URL, on.Page.URL, list.Page.URL = "/carry-overs/3", "/carry-overs/3", "/carry-overs"
	return []sample{list, one, on}
}

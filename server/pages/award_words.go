package pages

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

func init() {
	maps.Copy(words, map[string]law.Text{
		"force:" + string(workflows.NotYet):     {ZH: "尚未生效", EN: "not in force yet"},
		"force:" + string(workflows.Effective):  {ZH: "已生效", EN: "in force"},
		"force:" + string(workflows.InCourt):    {ZH: "法院审理中，未生效", EN: "in court, not in force"},
		"force:" + string(workflows.NoEffect):   {ZH: "不发生效力", EN: "without effect"},
		"force:" + string(workflows.Overturned): {ZH: "被法院撤销", EN: "set aside by the court"},
		"force:" + string(workflows.Revoked):    {ZH: "被仲裁委撤销", EN: "revoked by the commission"},

		"ruling:refused": {ZH: "裁定驳回申请", EN: "Refused"},
	})
}

// deref is what a pointer points to; false for none. A pointer to false is true to a template.
func deref(b *bool) bool { return b != nil && *b }

// hasShares says whether an award divides a sum among workers.
func hasShares(items []casework.AwardedView) bool {
	return slices.ContainsFunc(items, func(i casework.AwardedView) bool { return i.Divided })
}

// withShares offers a share for each worker who claims an item together with others, and none where
// nobody does.
func withShares(fields []Field, cl casework.ClaimView, v *casework.CaseView) []Field {
	var workers []string
	for _, p := range v.Applicants {
		if p.Kind == "worker" {
			workers = append(workers, p.Mark)
		}
	}
	var list []Field
	for _, f := range fields {
		if !strings.HasSuffix(f.Name, ".shares") {
			list = append(list, f)
			continue
		}
		if len(workers) < 2 || cl.Applicant != "" || !cl.Money || len(f.Rows) == 0 {
			continue
		}
		rows := make([]Row, len(workers))
		for i, mark := range workers {
			at := f.Name + "." + strconv.Itoa(i) + "."
			rows[i] = Row{No: i + 1, Open: true}
			for _, x := range f.Rows[0].Fields {
				if x.Name = at + lastName(x.Name); strings.HasSuffix(x.Name, ".party") {
					x.Kind, x.Value = Hidden, mark
				} else {
					x.Label = law.Text{ZH: mark + " 的份额（元）", EN: "Share of " + mark + " (yuan)"}
				}
				rows[i].Fields = append(rows[i].Fields, x)
			}
		}
		f.Rows = rows
		list = append(list, f)
	}
	return list
}

package pages

import (
	"maps"

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

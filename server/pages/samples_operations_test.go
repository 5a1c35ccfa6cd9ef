package pages

import (
	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

func sampleOperations() sample {
	do := law.Text{ZH: "运行 server backup。", EN: "Run server backup."}
	s := staff("operations", Operations, &casework.Operations{At: "2026-11-20 09:00", Light: "red", Says: law.Text{ZH: "有事项须处理。", EN: "Something must be done."},
		Program: "9047cad", Schema: 8, Keys: "5b1c0e7d9a34f260", Lines: []casework.OperationsLine{
			{ID: "store", Name: law.Text{ZH: "证据库", EN: "Evidence store"}, Light: "green", Word: law.Text{ZH: "正常", EN: "well"}, Says: law.Text{ZH: "可以读写。", EN: "It can be read and written."}},
			{ID: "sealing", Name: law.Text{ZH: "封存锁", EN: "Lock"}, Light: "grey", Word: law.Text{ZH: "说明", EN: "note"}, Says: law.Text{ZH: "还没有试过。", EN: "Not tried yet."}},
			{ID: "queue", Name: law.Text{ZH: "后台任务", EN: "Jobs"}, Light: "amber", Word: law.Text{ZH: "请留意", EN: "look"}, Says: law.Text{ZH: "等待 3 个。", EN: "3 waiting."}, Do: &do},
			{ID: "backup", Name: law.Text{ZH: "备份", EN: "Backup"}, Light: "red", Word: law.Text{ZH: "须处理", EN: "act"}, Says: law.Text{ZH: "还没有做过备份。", EN: "None yet."}, Do: &do}}})
	s.Page.URL = "/operations"
	s.Page.Me.Operations = true
	return s
}

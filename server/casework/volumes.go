package casework

import (
	"strings"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// volumes is the table of contents of the file (卷宗目录): the main volume, which parties and agents may
// read, and the secret volume, which stays with the commission (办案规则第二十二条、第二十三条).
func (a *Act) volumes() (string, error) {
	lists := map[workflows.Volume][]string{}
	add := func(v workflows.Volume, line string) { lists[v] = append(lists[v], line) }
	for _, d := range a.Case.Documents {
		add(workflows.VolumeOfPaper(d.Paper), documents.Name(d.Paper).ZH+" "+documents.Day(d.DraftedOn))
	}
	var exhibits []models.Exhibit
	if err := a.Tx.Where("commission_id = ? AND case_id = ?", a.Case.CommissionID, a.Case.ID).Order("side, no").Find(&exhibits).Error; err != nil {
		return "", err
	}
	for _, x := range exhibits {
		add(workflows.MainVolume, x.Mark()+" "+x.Title)
	}
	for _, e := range workflows.SecretRecords() {
		add(workflows.SecretVolume, e.ZH)
	}
	var out []string
	for _, v := range workflows.Volumes() {
		out = append(out, v.Name().ZH+"：")
		for i, line := range lists[v] {
			out = append(out, itoa(i+1)+". "+line)
		}
	}
	return strings.Join(out, "\n"), nil
}

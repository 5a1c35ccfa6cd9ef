package pages

import (
	"sort"
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// onTheWay are the records of service that have no result yet, for the form that records it.
func onTheWay(list []casework.DocumentView) []Choice {
	var out []Choice
	for _, d := range list {
		for _, to := range d.To {
			for _, s := range to.Services {
				if s.State == workflows.ServiceSent && s.DeemsOn.IsZero() || s.State == workflows.ServiceDelivered && s.DeemsOn.IsZero() {
					out = append(out, Choice{strconv.FormatInt(s.ID, 10), law.Text{
						ZH: d.Name.ZH + "，" + to.Party + " " + to.Name + "，" + s.MethodName.ZH + " " + s.Day().String(),
						EN: d.Name.EN + ", " + to.Party + " " + to.Name + ", " + s.MethodName.EN + " " + s.Day().String()}})
				}
			}
		}
	}
	return out
}

// missingFirst are the papers of a case with those first whose service is under way or failed, then
// those that somebody still lacks, then the rest; within each as they were made.
func missingFirst(list []casework.DocumentView) []casework.DocumentView {
	out := append([]casework.DocumentView{}, list...)
	sort.SliceStable(out, func(i, j int) bool { return urgency(out[i]) < urgency(out[j]) })
	return out
}

func urgency(d casework.DocumentView) int {
	rank := 2
	for _, to := range d.To {
		if to.On.IsZero() && len(to.Services) > 0 {
			return 0
		}
		if to.On.IsZero() {
			rank = 1
		}
	}
	return rank
}

package demo

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"tiaocai/server/casework"
)

// rosters are kept by each organisation's manager on the day on which the world stands: where there are two mediators
// they take turns (值班表).
func (w *World) rosters(ctx context.Context) error {
	w.at(w.parts.Today)
	for i, turns := range [][]string{{"tiaojie", "tiaojie4"}, {"tiaojie2"}, {"tiaojie3"}} {
		manager := w.parts.People[[]string{"guanli", "guanli2", "guanli3"}[i]]
		var in casework.SetRoster
		for n := range 28 {
			if on := w.parts.Today.Next(n); w.days.Working(on) {
				in.Duty = append(in.Duty, casework.DutyDay{On: on, Mediator: w.parts.People[turns[len(in.Duty)%len(turns)]].Account})
			}
		}
		body, err := json.Marshal(in)
		if err == nil {
			_, err = w.desk.KeepRoster(ctx, manager, in, casework.Options{Key: fmt.Sprintf("demo-roster-%d", i), Route: "demo", Digest: sha256.Sum256(body)})
		}
		if err != nil {
			return err
		}
		w.acts++
	}
	return nil
}

package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// Operations tells an administrator how the program runs (运行状况): plain words with lights, and
// nothing about any case or person.
type Operations struct {
	At      string           `json:"at" doc:"时间 When it was measured"`
	Light   string           `json:"light" doc:"总的情况：green、amber、red All in all"`
	Says    law.Text         `json:"says"`
	Lines   []OperationsLine `json:"lines"`
	Program string           `json:"program" doc:"程序版本 Version of the program"`
	Schema  int              `json:"schema" doc:"数据库结构版本 Version of the schema"`
	Keys    string           `json:"keys" doc:"密钥指纹 Fingerprint of the key set"`
}

// OperationsLine is one thing that was looked at.
type OperationsLine struct {
	ID    string    `json:"id"`
	Name  law.Text  `json:"name"`
	Light string    `json:"light" doc:"green、amber、red、grey"`
	Word  law.Text  `json:"word"`
	Says  law.Text  `json:"says"`
	Do    *law.Text `json:"do,omitempty" doc:"怎么办 What to do"`
}

// Lights of the operations page.
const (
	well  = "green"
	look  = "amber"
	alarm = "red"
	plain = "grey"
)

var operationWords = map[string]law.Text{
	well: {ZH: "正常", EN: "well"}, look: {ZH: "请留意", EN: "look"}, alarm: {ZH: "须处理", EN: "act"}, plain: {ZH: "说明", EN: "note"},
}

// SeeOperations shows how the program runs to somebody who may see it.
func (d *Desk) SeeOperations(ctx context.Context, who policies.Actor) (*Operations, error) {
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		_, err := d.holds(tx, who, policies.ViewOperations)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("see operations: %w", err)
	}
	return d.operations(d.Measure(ctx)), nil
}

func (d *Desk) operations(m Measures) *Operations {
	o := &Operations{At: m.At.In(models.Zone).Format("2006-01-02 15:04"), Program: d.built, Schema: m.Schema, Keys: m.Keys, Light: well}
	o.Lines = []OperationsLine{storeLine(m), sealLine(m)}
	if m.Database != nil {
		o.add("database", text("数据库", "Database"), alarm, text("这次没有读出各项数字。", "The numbers could not be read this time."),
			text("刷新一次；仍不行时看日志中的错误，并检查 PostgreSQL。", "Load this page again; if that does not help, read the log and look at PostgreSQL."))
	} else {
		o.Lines = append(o.Lines, backupLine(m), checkLine(m), queueLine(m), messagesLine(m), clocksLine(m), dayTableLine(m), schemaLine(m))
	}
	worst := 0
	for _, l := range o.Lines {
		for i, light := range []string{well, look, alarm} {
			if l.Light == light && i > worst {
				worst, o.Light = i, light
			}
		}
	}
	o.Says = []law.Text{text("一切正常。", "All is well."), text("有事项请留意。", "Something wants a look."), text("有事项须处理。", "Something must be done.")}[worst]
	return o
}

func (o *Operations) add(id string, name law.Text, light string, says, do law.Text) {
	o.Lines = append(o.Lines, line(id, name, light, says, do))
}

// line makes a line; what to do is shown only where something is to be done.
func line(id string, name law.Text, light string, says, do law.Text) OperationsLine {
	l := OperationsLine{ID: id, Name: name, Light: light, Word: operationWords[light], Says: says}
	if light == look || light == alarm {
		l.Do = &do
	}
	return l
}

func sum(m map[string]int) (n int) {
	for _, k := range m {
		n += k
	}
	return n
}

// late counts the overdue clocks of everybody but the parties.
func late(m Measures) (n int) {
	for _, t := range workflows.Terms() {
		n += m.Late(t)
	}
	return n
}

package claims

import (
	"cmp"
	"slices"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Calculator reckons one kind of claim and shows its working (计算器). The page, the API and its
// document, the forms of a case and docs/calculators.md are all made from this row.
type Calculator struct {
	Code    Code           // the kind of claim
	Name    string         // in addresses: severance
	Asks    law.Text       // what it answers, in everyday words
	Formula law.Text       // in words
	Law     []law.Citation // what it rests on
	Inputs  []Input
	Example Given // an example that works, with every parameter it needs

	run func(*sheet)
}

// Title is the kind of claim as papers call it.
func (c Calculator) Title() law.Text {
	k, _ := Lookup(c.Code)
	return k.Name
}

// Input is one thing that a calculator asks for.
type Input struct {
	Name      string
	Label     law.Text
	Hint      law.Text
	Unit      Unit
	Required  bool
	Parameter ParameterName // taken from the parameters in force where nobody fills it in
	Options   []Option      // of a Choice
	Most      int64         // the largest number taken, for Number and Whole
}

// Unit says how a value is written.
type Unit string

const (
	InYuan  Unit = "yuan"   // "5200" or "5200.00"
	Wages   Unit = "wages"  // several sums, one for each month, up to twelve
	Number  Unit = "number" // with up to four decimals: hours, days
	Whole   Unit = "whole"  // a whole number
	InDate  Unit = "date"   // "2026-08-20"
	YesOrNo Unit = "yes-no" // "yes" or "no"
	OneOf   Unit = "choice" // one of the options
)

// Option is one value of a choice.
type Option struct {
	Value string
	Label law.Text
}

// Given is what somebody filled in, by the names of the inputs. A list has one value on each line.
type Given map[string]string

// Calculation is a sum with its working: whoever has it can follow it line by line (计算书).
type Calculation struct {
	Code    Code     `json:"code" doc:"请求代码 Code of the kind of claim"`
	Name    string   `json:"name" doc:"计算器 Name of the calculator"`
	Title   law.Text `json:"title"`
	Money   bool     `json:"money" doc:"是否涉及金额 Whether there is a sum at all"`
	Amount  Fen      `json:"amount" doc:"金额（元）The sum in yuan"`
	AtMost  *Fen     `json:"at_most,omitempty" doc:"有幅度的，上限（元）Where the law leaves a range: its upper end"`
	Formula string   `json:"formula" doc:"算式 The last line of the working"`
	Parts   []Part   `json:"parts,omitempty" doc:"由哪几部分组成 What the sum is made of, each rounded for reading"`
	Steps   []Step   `json:"steps" doc:"一步一步的算法 The working, step by step"`
	Inputs  []Entry  `json:"inputs" doc:"用了哪些数 What it was reckoned from"`
}

// Step is one line of the working: a sentence, the numbers and the article.
type Step struct {
	law.Text
	Formula string       `json:"formula,omitempty"`
	Law     law.Citation `json:"law"`
}

// Part is a piece of the sum and who pays it, where the law says so.
type Part struct {
	law.Text
	Amount Fen       `json:"amount"`
	Payer  *law.Text `json:"payer,omitempty"`
}

// Entry is one number that went in. Known says that it was not filled in but taken from the
// parameters in force.
type Entry struct {
	Name  string   `json:"name"`
	Label law.Text `json:"label"`
	Value string   `json:"value"`
	Known bool     `json:"known,omitempty"`
}

// Given are the inputs again, to reckon anew from them.
func (c Calculation) Given() Given {
	g := Given{}
	for _, e := range c.Inputs {
		g[e.Name] = e.Value
	}
	return g
}

// Reckon works out the sum. What cannot be is a fault of kind Invalid that names each field;
// nothing is guessed.
func (c Calculator) Reckon(in Given, known Parameters, days *calendar.Holidays) (Calculation, error) {
	s := &sheet{calc: c, given: in, known: known, days: days, values: map[string]any{}}
	s.read()
	if len(s.wrong) == 0 {
		c.run(s)
	}
	if len(s.wrong) > 0 {
		return Calculation{}, s.fault()
	}
	return s.result(), nil
}

func (s *sheet) fault() error {
	f := fault.Bad(s.wrong[0].Place, s.wrong[0].Says)
	f.Fields = s.wrong
	return f
}

// Calculators are all of them, in the order of the codes.
func Calculators() []Calculator { return slices.Clone(calculators) }

// CalculatorOf is the one for a kind of claim; false if there is none.
func CalculatorOf(code Code) (Calculator, bool) {
	return pick(func(c Calculator) bool { return c.Code == code })
}

// CalculatorNamed is the one with this name in its address; false if there is none.
func CalculatorNamed(name string) (Calculator, bool) {
	return pick(func(c Calculator) bool { return c.Name == name })
}

func pick(is func(Calculator) bool) (Calculator, bool) {
	at := slices.IndexFunc(calculators, is)
	if at < 0 {
		return Calculator{}, false
	}
	return calculators[at], true
}

var calculators = func() []Calculator {
	all := slices.Concat(wageCalculators, leaveCalculators, severanceCalculators, penaltyCalculators, agreementCalculators, injuryCalculators, otherCalculators)
	slices.SortFunc(all, func(a, b Calculator) int { return cmp.Compare(a.Code, b.Code) })
	return all
}()

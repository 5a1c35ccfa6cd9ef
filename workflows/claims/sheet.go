package claims

import (
	"math/big"
	"slices"
	"strings"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// sheet is one calculation on its way: what was read, what is wrong, the working so far. All
// arithmetic is exact (big.Rat); the total is rounded once, at the end.
type sheet struct {
	calc   Calculator
	given  Given
	known  Parameters
	days   *calendar.Holidays
	values map[string]any // *big.Rat, []*big.Rat, calendar.Date, bool or string
	wrong  []fault.Field
	out    Calculation
	exact  *big.Rat
}

func (s *sheet) refuse(name, zh, en string) {
	s.wrong = append(s.wrong, fault.Field{Place: name, Says: law.Text{ZH: zh, EN: en}})
}

func (s *sheet) failed() bool { return len(s.wrong) > 0 }

// read checks every value by itself, and that there is none that nobody asks for.
func (s *sheet) read() {
	for _, in := range s.calc.Inputs {
		text := strings.TrimSpace(s.given[in.Name])
		switch {
		case text != "":
			s.value(in, text)
		case in.Required:
			s.refuse(in.Name, "这一项必须填写。", "This is needed.")
		case in.Parameter != "" && !s.known.any(in.Parameter):
			s.refuse(in.Name, "没有登记这个数值，请填写。", "No value is on record for this; please fill it in.")
		}
	}
	for name := range s.given {
		if !slices.ContainsFunc(s.calc.Inputs, func(in Input) bool { return in.Name == name }) {
			s.refuse(name, "没有这一项，请核对名称。", "There is no such field; please check the name.")
		}
	}
}

// has says whether a field was filled in.
func (s *sheet) has(name string) bool { _, ok := s.values[name]; return ok }

// rat is a sum or a number; nothing filled in is zero.
func (s *sheet) rat(name string) *big.Rat {
	if v, ok := s.values[name].(*big.Rat); ok {
		return v
	}
	return new(big.Rat)
}

func (s *sheet) whole(name string) int64        { return s.rat(name).Num().Int64() }
func (s *sheet) date(name string) calendar.Date { d, _ := s.values[name].(calendar.Date); return d }
func (s *sheet) yes(name string) bool           { b, _ := s.values[name].(bool); return b }
func (s *sheet) choice(name string) string      { c, _ := s.values[name].(string); return c }
func (s *sheet) input(name string) Input {
	return s.calc.Inputs[slices.IndexFunc(s.calc.Inputs, func(in Input) bool { return in.Name == name })]
}

// parameter is what the caller gave, or else what is in force on a day; the working says which.
// Where neither is known the field is named.
func (s *sheet) parameter(name ParameterName, on calendar.Date) *big.Rat {
	if s.has(string(name)) {
		return s.rat(string(name))
	}
	d, ok := s.inForce(name, on)
	if !ok {
		return new(big.Rat)
	}
	v, ok := new(big.Rat).SetString(d.Value)
	if !ok || v.Sign() <= 0 {
		s.refuse(string(name), "登记的数值无法使用，请填写。", "The value on record cannot be used; please fill it in.")
		return new(big.Rat)
	}
	return v
}

func (s *sheet) inForce(name ParameterName, on calendar.Date) (Dated, bool) {
	d, ok := s.known.At(name, on)
	if !ok {
		s.refuse(string(name), "没有登记当时的数值，请填写。", "No value for that time is on record; please fill it in.")
		return d, false
	}
	in := s.input(string(name))
	s.out.Inputs = append(s.out.Inputs, Entry{Name: in.Name, Label: in.Label, Value: d.Value, Known: true})
	if name != PayDays && name != PartMonthMethod {
		s.say(d.Law, d.Value, in.Label.ZH+"采用 "+d.From.String()+" 起登记的数值。", in.Label.EN+": the value on record since "+d.From.String()+".")
	}
	return d, true
}

// method is the way in which a part of a month is reckoned.
func (s *sheet) method(on calendar.Date) string {
	if s.has(string(PartMonthMethod)) {
		return s.choice(string(PartMonthMethod))
	}
	d, _ := s.inForce(PartMonthMethod, on)
	return d.Value
}

// say adds a line of working.
func (s *sheet) say(cite law.Citation, formula, zh, en string) {
	s.out.Steps = append(s.out.Steps, Step{law.Text{ZH: zh, EN: en}, formula, cite})
}

// part adds a piece of the sum.
func (s *sheet) part(zh, en string, amount *big.Rat, payer *law.Text) {
	s.out.Parts = append(s.out.Parts, Part{law.Text{ZH: zh, EN: en}, fen(amount), payer})
	if s.exact == nil {
		s.exact = new(big.Rat)
	}
	s.exact = add(s.exact, amount)
}

// total ends the working with the sum and its formula. Parts that something was taken off from
// are no longer the parts of the sum.
func (s *sheet) total(cite law.Citation, amount *big.Rat, formula, zh, en string) {
	if s.exact != nil && s.exact.Cmp(amount) != 0 {
		s.out.Parts = nil
	}
	s.exact = amount
	s.out.Formula = formula
	s.say(cite, formula, zh, en)
}

// nothing ends the working with a reason why no sum is due.
func (s *sheet) nothing(cite law.Citation, zh, en string) {
	s.out.Parts = nil
	s.total(cite, new(big.Rat), "0.00", zh, en)
}

// sum ends the working with the sum of the parts.
func (s *sheet) sum(cite law.Citation) {
	var terms []string
	for _, p := range s.out.Parts {
		terms = append(terms, p.Amount.Grouped())
	}
	formula := strings.Join(terms, " + ") + " = " + yuan(s.exact)
	s.total(cite, s.exact, formula, "各部分合计 "+yuan(s.exact)+" 元。", "Together "+yuan(s.exact)+" yuan.")
}

func (s *sheet) result() Calculation {
	c := s.out
	k, _ := Lookup(s.calc.Code)
	c.Code, c.Name, c.Title, c.Money = s.calc.Code, s.calc.Name, s.calc.Title(), k.Money
	c.Amount = fen(s.exact)
	var filled []Entry
	for _, in := range s.calc.Inputs {
		if s.has(in.Name) {
			filled = append(filled, Entry{Name: in.Name, Label: in.Label, Value: strings.TrimSpace(s.given[in.Name])})
		}
	}
	c.Inputs = append(filled, c.Inputs...)
	return c
}

package casework

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// Typed is an award as it stands in a form that nobody has sent yet: the fields by the form's own names, as
// "items.0.amount", with whatever was typed. It may be incomplete, or wrong: nothing of it is lost for that.
type Typed map[string]string

var typedName = regexp.MustCompile(`^(items\.(0|[1-9][0-9]{0,2})\.[a-z0-9_.]{1,60}|on\.(year|month|day))$`)

// known are the fields that the form of an award has, without those that were left blank.
func (t Typed) known() Typed {
	out := maps.Clone(t)
	maps.DeleteFunc(out, func(name, v string) bool { return !typedName.MatchString(name) || v == "" })
	return out
}

func typedOf(list []AwardSaid) Typed {
	t := Typed{}
	for _, f := range list {
		t[f.Name] = f.Value
	}
	return t
}

func (t Typed) fields() []AwardSaid {
	list := []AwardSaid{}
	for _, name := range slices.Sorted(maps.Keys(t)) {
		list = append(list, AwardSaid{name, t[name]})
	}
	return list
}

// arranged puts the items into the order of the claims that the form shows now: claims may have come or gone since it was
// typed, so each is found by its number.
func (t Typed) arranged(list []models.Claim) Typed {
	out, at := Typed{}, map[string]string{}
	for name, v := range t {
		if i, rest, ok := strings.Cut(strings.TrimPrefix(name, "items."), "."); ok && rest == "no" {
			at[v] = i
		}
		if strings.HasPrefix(name, "on.") {
			out[name] = v
		}
	}
	for n, c := range list {
		i, ok := at[itoa(c.No)]
		if !ok {
			continue
		}
		for name, v := range t {
			if rest, is := strings.CutPrefix(name, "items."+i+"."); is {
				out[fmt.Sprintf("items.%d.%s", n, rest)] = v
			}
		}
	}
	return out
}

// undecided are the claims that the award is to decide, in order.
func undecided(c *models.Case) (list []models.Claim) {
	for _, x := range c.Claims {
		if x.Decision == nil {
			list = append(list, x)
		}
	}
	return list
}

// item reads one item as far as it can be read, and names what cannot.
func (t Typed) item(n int, c models.Claim) (AwardItem, []fault.Field) {
	at := fmt.Sprintf("items.%d.", n)
	says := func(name string) string { return strings.TrimSpace(t[at+name]) }
	i := AwardItem{No: c.No, Decision: says("decision"), Found: t[at+"found"], Reasons: says("reasons"), Relation: says("relation") == "true", Calculate: says("calculate") == "true", Inputs: t.inputs(at + "inputs.")}
	var wrong []fault.Field
	i.Amount, wrong = t.fen(at+"amount", wrong)
	if f := says("final"); f != "" {
		final := f == "true"
		i.Final = &final
	}
	for k := 0; says(fmt.Sprintf("shares.%d.party", k)) != ""; k++ {
		s := AwardShare{Party: says(fmt.Sprintf("shares.%d.party", k))}
		s.Amount, wrong = t.fen(fmt.Sprintf("%sshares.%d.amount", at, k), wrong)
		i.Shares = append(i.Shares, s)
	}
	return i, wrong
}

func (t Typed) fen(name string, wrong []fault.Field) (claims.Fen, []fault.Field) {
	v := strings.TrimSpace(t[name])
	if v == "" {
		return 0, wrong
	}
	amount, err := claims.ParseYuan(narrowDigits(strings.ReplaceAll(v, ",", "")))
	if err != nil {
		wrong = append(wrong, fault.Field{Place: name, Says: text("金额写成 1234.50 这样的数字。", "An amount is a number, as 1234.50.")})
	}
	return amount, wrong
}

// inputs are a calculator's; a day has three boxes.
func (t Typed) inputs(prefix string) map[string]string {
	in := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(t)) {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok || t[name] == "" {
			continue
		}
		if day, box, is := strings.Cut(rest, "."); is {
			if box == "day" || box == "month" || box == "year" {
				in[day] = dayTyped(t[prefix+day+".year"], t[prefix+day+".month"], t[prefix+day+".day"])
			}
			continue
		}
		switch v := strings.TrimSpace(t[name]); v {
		case "true":
			in[rest] = "yes"
		case "false":
			in[rest] = "no"
		default:
			in[rest] = v
		}
	}
	return in
}

func dayTyped(y, m, d string) string {
	two := func(s string) string {
		if s = narrowDigits(strings.TrimSpace(s)); len(s) == 1 {
			return "0" + s
		}
		return s
	}
	return narrowDigits(strings.TrimSpace(y)) + "-" + two(m) + "-" + two(d)
}

// narrowDigits turns the full-width digits of Chinese keyboards (全角) into plain ones.
func narrowDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '．':
			return '.'
		}
		return r
	}, s)
}

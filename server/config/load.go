package config

import (
	"slices"
	"strings"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

const prefix = "TIAOCAI_"

// FromEnviron reads the settings from a list such as os.Environ() gives. Unlike Load it sees every
// name, so a variable that begins with TIAOCAI_ and is no setting is an error that names the
// nearest one.
func FromEnviron(environ []string) (Config, error) {
	values := map[string]string{}
	for _, line := range environ {
		if name, value, ok := strings.Cut(line, "="); ok && strings.HasPrefix(name, prefix) {
			values[name] = value
		}
	}
	problems := unknown(values)
	c, more := load(func(name string) string { return values[name] })
	return finish(c, append(problems, more...))
}

// Load reads the settings by asking for each one, as os.Getenv answers. An empty value counts as
// not set. The error is a fault.Error that names every wrong variable, in both languages.
func Load(getenv func(string) string) (Config, error) {
	c, problems := load(getenv)
	return finish(c, problems)
}

func load(getenv func(string) string) (Config, []fault.Field) {
	c := Config{from: map[string]bool{}}
	var problems []fault.Field
	for _, s := range table() {
		value := strings.TrimSpace(getenv(s.Name))
		if value != "" {
			c.from[s.Name] = true
		} else if value = s.Default; value == "" {
			continue
		}
		if says := s.parse(&c, value); says != nil {
			problems = append(problems, about(s.Name, *says))
		}
	}
	if len(problems) > 0 {
		return c, problems // a wrong value would only make the rules below speak nonsense
	}
	return c, together(&c)
}

// finish makes one fault of all problems, its sentence being all sentences.
func finish(c Config, problems []fault.Field) (Config, error) {
	if len(problems) == 0 {
		return c, nil
	}
	var zh, en []string
	for _, p := range problems {
		zh, en = append(zh, p.Says.ZH), append(en, p.Says.EN)
	}
	err := fault.New(fault.Invalid, "settings", text(strings.Join(zh, "\n"), strings.Join(en, "\n")))
	err.Fields = problems
	return Config{}, err
}

// about makes the sentence: the variable first, then what is wrong with it.
func about(name string, says law.Text) fault.Field {
	return fault.Field{Place: name, Says: text(name+" "+says.ZH+"。", name+" "+says.EN+".")}
}

// unknown finds the names that are no settings; in their order, so that the sentence is stable.
func unknown(values map[string]string) []fault.Field {
	var names []string
	for _, s := range table() {
		names = append(names, s.Name)
	}
	var problems []fault.Field
	for name := range values {
		if slices.Contains(names, name) {
			continue
		}
		near := nearest(name, names)
		problems = append(problems, about(name, text("不是本系统的设置，是否指 "+near, "is not a setting; perhaps "+near+" is meant")))
	}
	slices.SortFunc(problems, func(a, b fault.Field) int { return strings.Compare(a.Place, b.Place) })
	return problems
}

// nearest is the name with the fewest letters to change, add or leave out.
func nearest(name string, names []string) string {
	best, least := "", -1
	for _, n := range names {
		if d := distance(name, n); least < 0 || d < least {
			best, least = n, d
		}
	}
	return best
}

// distance counts the letters to change, add or leave out (Levenshtein), a row at a time.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}

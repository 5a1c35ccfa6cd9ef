package pages

import (
	"net/url"
	"reflect"

	"tiaocai/server/casework"
)

// roomForm is the form of the minutes, with the draft in it.
func roomForm(r *casework.Room) Form {
	if !r.Writes {
		return Form{}
	}
	typed, names := url.Values{"text": {r.Text}}, []string{"text", "omitted"}
	for i, p := range r.Points {
		name := minutesFields[i]
		if names = append(names, name); p.Done {
			typed.Set(name, "true")
		}
	}
	return FormOf(reflect.TypeFor[casework.WriteMinutes](), nil, "").only(names...).filled(typed, nil)
}

// minutesFields are the boxes of the minutes, in the order of the points.
var minutesFields = []string{"identity", "rights", "recusal", "statements", "evidence", "debate", "last_statements"}

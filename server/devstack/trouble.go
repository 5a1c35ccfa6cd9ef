package devstack

// Trouble says, in both languages, what keeps a server from running and what to do about it.
// Err is the cause, for the log, where there is one.
type Trouble struct {
	ZH, EN string
	Err    error
}

func (t *Trouble) Error() string {
	if t.Err != nil {
		return t.EN + " (" + t.Err.Error() + ")"
	}
	return t.EN
}

// Unwrap gives the cause.
func (t *Trouble) Unwrap() error { return t.Err }

// In returns the sentence in lang: English for "en", Chinese for everything else.
func (t *Trouble) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.ZH
}

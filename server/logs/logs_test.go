package logs

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"
)

func TestWhatIsSomebodysIsTakenOut(t *testing.T) {
	t.Parallel()
	for give, want := range map[string]string{
		`ERROR: invalid input syntax for type date: "林小芬" (SQLSTATE 22007)`:           `ERROR: invalid input syntax for type date: "…" (SQLSTATE 22007)`,
		`party 110101199003070310 and 11010119900307031X, 13857612345, 0576-87770001`: `party … and …, …, …`,
		`GET /sign-in/once?token=ABCDEFGH2345&x=1`:                                    `GET /sign-in/once?token=…&x=1`,
		`write tcp: GET /feeds/ABCDEFGH2345ABCDEFGH2345.ics?lang=en: broken pipe`:     `write tcp: GET /feeds/…?lang=en: broken pipe`,
		`Authorization: Bearer abcdefghijkl`:                                          `Authorization: … …`,
		`relation "parties" does not exist (SQLSTATE 42P01)`:                          `relation "parties" does not exist (SQLSTATE 42P01)`,
		`evidence store: dial tcp 127.0.0.1:9000: connect: connection refused`:        `evidence store: dial tcp 127.0.0.1:9000: connect: connection refused`,
		`12 objects in 2026`: `12 objects in 2026`,
	} {
		if got := Sieve(give); got != want {
			t.Errorf("Sieve(%q) = %q, want %q", give, got, want)
		}
	}
}

func TestEveryPartOfARecordIsSieved(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	log := slog.New(Quiet(slog.NewJSONHandler(&b, nil))).With("phone", "13857612345")
	log.Error("of 13857612345", "error", errors.New(`refused "林小芬"`), slog.Group("g", "id", "110101199003070310"), "n", 13, "reference", "7F3A-1042")
	if s := b.String(); strings.Contains(s, "13857612345") || strings.Contains(s, "林小芬") || strings.Contains(s, "1990030") || !strings.Contains(s, `"n":13`) || !strings.Contains(s, "7F3A-1042") {
		t.Errorf("logged: %s", s)
	}
}

func TestAPanicTellsItsKindOnly(t *testing.T) {
	t.Parallel()
	if got := Panicked("林小芬"); strings.Contains(got, "林小芬") || !strings.Contains(got, "string") {
		t.Errorf("Panicked = %q", got)
	}
	defer func() {
		if got := Panicked(recover()); !strings.Contains(got, "index out of range") {
			t.Errorf("Panicked = %q", got)
		}
	}()
	_ = []int{}[len(t.Name())]
}

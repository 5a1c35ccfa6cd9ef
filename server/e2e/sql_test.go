package e2e

import (
	"database/sql"
	"testing"

	"tiaocai/server/testkit"
)

// execSQL runs statements as the database's owner, behind the program's back.
func execSQL(t testing.TB, k *testkit.Kit, statements ...string) {
	t.Helper()
	db, err := sql.Open("pgx", k.DSN)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

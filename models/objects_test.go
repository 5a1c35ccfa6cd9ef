package models_test

import (
	"slices"
	"testing"

	"tiaocai/models"
)

// A table whose rows name stored objects is in the list that backup and verification read, or its
// files would be missing in every backup.
func TestEveryTableThatNamesObjectsIsBackedUp(t *testing.T) {
	t.Parallel()
	db := open(t)
	got := lines(t, db, `select table_name from information_schema.columns where table_schema = 'public' and column_name like '%object_key%' order by 1`)
	want := slices.Sorted(slices.Values(slices.Concat(models.ObjectTables, models.MadeAnew)))
	if !slices.Equal(got, want) {
		t.Errorf("tables that name objects: %v, in models.ObjectTables and MadeAnew: %v", got, want)
	}
	if n := lines(t, db, `select max(version_id)::text from goose_db_version`); len(n) != 1 || n[0] == "0" {
		t.Errorf("the database has migration %v", n)
	}
}

package world_test

import (
	"testing"

	"tiaocai/server/bench/world"
	"tiaocai/server/testdb"
	"tiaocai/server/testkit"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// What was multiplied in SQL is as good as what came through the door: every chain holds, the
// figures balance, no row hangs in the air, and a copy can go on through the door.
func TestACopiedWorldHolds(t *testing.T) {
	t.Parallel()
	clock := world.NewClock(world.Today)
	p, err := world.Open(t.Context(), testdb.New(t, testkit.Migrate), t.TempDir(), clock, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	tell, err := world.NewTeller(t.Context(), p, clock)
	if err != nil {
		t.Fatal(err)
	}
	if err := world.Make(t.Context(), tell, world.Small, 1500, func(s string) { t.Log(s) }); err != nil {
		t.Fatal(err)
	}
	cases, events, err := world.Check(t.Context(), p, world.Small)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d cases, %d events", cases, events)
	if cases < 1500 || events < 4*cases || events > 8*cases {
		t.Errorf("%d cases, %d events; want 1500 or more with 4 to 8 events each", cases, events)
	}
}

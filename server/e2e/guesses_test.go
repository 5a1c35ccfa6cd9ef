package e2e

import (
	"fmt"
	"maps"
	"sync"
	"testing"

	"tiaocai/server/testkit"
)

// atOnce asks n times at once and counts the answers by their status.
func atOnce(n int, ask func(i int) testkit.Answer) map[int]int {
	var mu sync.Mutex
	var all sync.WaitGroup
	got := map[int]int{}
	for i := range n {
		all.Go(func() {
			a := ask(i)
			mu.Lock()
			defer mu.Unlock()
			got[a.Status]++
		})
	}
	all.Wait()
	return got
}

// However many guess at once, no more guesses are looked at than may be wrong: codes, and passwords too. Somebody who
// knows the password may come through many doors at once, and others are not kept out.
func TestGuessesAtOnceAreCountedOneByOne(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	phone, _ := switchesOn(browser(k, "lian"))
	c := halfway(k, "lian")
	if got := atOnce(50, func(i int) testkit.Answer { return posts(c, "/sign-in/code", "code", fmt.Sprintf("0000%02d", i)) }); !maps.Equal(got, map[int]int{422: 8, 429: 42}) {
		t.Errorf("fifty wrong codes at once: %v, want 8 looked at", got)
	}
	if a := posts(c, "/sign-in/code", "code", phone.next()); a.Status != 429 {
		t.Errorf("the right code after them = %d", a.Status)
	}
	password := func(login, word string) testkit.Answer {
		return k.Nobody().Do("POST", "/api/v1/tokens", j{"login": login, "password": word})
	}
	if got := atOnce(30, func(int) testkit.Answer { return password("worker", "tiaocai-demo") }); !maps.Equal(got, map[int]int{200: 30}) {
		t.Errorf("thirty right passwords at once: %v", got)
	}
	if got := atOnce(30, func(int) testkit.Answer { return password("worker", "guess") }); !maps.Equal(got, map[int]int{401: 8, 429: 22}) {
		t.Errorf("thirty wrong passwords at once: %v, want 8 looked at", got)
	}
	k.As("zhongcai")
	if n := one(t, k, "select count(*)::text from attempts where n < 0"); n != "0" {
		t.Errorf("%s counts are below nothing", n)
	}
}

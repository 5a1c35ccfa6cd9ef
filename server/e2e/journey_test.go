// Package e2e holds journeys through the running program, one story to a file.
package e2e

import (
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

func TestMain(m *testing.M) { testkit.Main(m) }

// From the first question to the award: the main job, on the disk store.
func TestFromTheFirstQuestionToTheAward(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	s.tell()
}

// story is one dispute told through HTTP, as each person in turn.
type story struct {
	*testkit.Kit
	ref, code                                                 string
	worker, employer, intake, mediator, manager               *testkit.Client
	head, director, arbitrator, recorder, stranger, statistic *testkit.Client
	before                                                    casework.Figures
}

func newStory(k *testkit.Kit) *story {
	return &story{Kit: k, worker: k.As("worker"), employer: k.As("employer"), intake: k.As("lian"), mediator: k.As("tiaojie"), manager: k.As("guanli"),
		head: k.As("yuanzhang"), director: k.As("zhuren"), arbitrator: k.As("zhongcai"), recorder: k.As("shuji"), stranger: k.As("zhongcai2"), statistic: k.As("tongji")}
}

func (s *story) tell() {
	s.workerAsksForAdvice()
	s.mediationIsTriedAndFails()
	s.workerFilesWithNothingRetyped()
	s.registryAccepts()
	s.evidenceComesIn()
	s.tribunalIsFormedAndHears()
	s.awardIsMadeAndServed()
}

func (s *story) stage(want workflows.State) {
	s.T.Helper()
	if v := s.intake.See(s.ref); v.State != want {
		s.T.Fatalf("state = %s, want %s", v.State, want)
	}
}

// Package e2e holds journeys through the running program, one story to a file.
package e2e

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/devstack"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

var (
	minio    *devstack.ObjectServer
	workshop string // a folder of this test run
)

// TestMain starts one MinIO for all journeys; it is built before the tests' time begins to count.
func TestMain(m *testing.M) { os.Exit(withMinIO(m)) }

func withMinIO(m *testing.M) int {
	dir, err := os.MkdirTemp("", "tiaocai-minio-")
	if err == nil {
		defer os.RemoveAll(dir)
		workshop = dir
		err = startMinIO(dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer minio.Stop()
	return testkit.Run(m)
}

func startMinIO(dir string) error {
	_, cache := devstack.Folders()
	bin, err := devstack.FindMinIO(context.Background(), cache)
	if err != nil {
		return err
	}
	minio, err = devstack.StartMinIO(context.Background(), bin, dir)
	return err
}

// From the first question to the award: the main job, on the disk store.
func TestFromTheFirstQuestionToTheAward(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	s.tell()
}

// The same story with the evidence in MinIO.
func TestFromTheFirstQuestionToTheAwardOnMinIO(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02", Env: []string{
		"TIAOCAI_S3_ENDPOINT=" + minio.Endpoint, "TIAOCAI_S3_ACCESS_KEY=" + minio.AccessKey, "TIAOCAI_S3_SECRET_KEY=" + minio.SecretKey,
		"TIAOCAI_S3_BUCKET=journey", "TIAOCAI_S3_TLS=0"}})
	newStory(k).tell()
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
	s.statistic.Get("/api/v1/figures", &s.before)
	s.workerAsksForAdvice()
	s.mediationIsTriedAndFails()
	s.workerFilesWithNothingRetyped()
	s.registryAccepts()
	s.evidenceComesIn()
	s.tribunalIsFormedAndHears()
	s.awardIsMadeAndServed()
	s.figuresMovedByExactlyThisCase()
}

func (s *story) stage(want workflows.State) {
	s.T.Helper()
	if v := s.intake.See(s.ref); v.State != want {
		s.T.Fatalf("state = %s, want %s", v.State, want)
	}
	s.publicStatusSays(want)
}

// publicStatusSays looks the case up without an account: the stage in the worker's words, somebody
// who acts next, and nothing personal.
func (s *story) publicStatusSays(want workflows.State) {
	s.T.Helper()
	nobody, number := s.Nobody(), s.ref
	if v := s.intake.See(s.ref); v.Number != "" {
		number = strings.NewReplacer("〔", "[", "〕", "]").Replace(v.Number) // as people type it
	}
	a := nobody.Do("POST", "/api/v1/status", j{"number": number, "code": s.code})
	var st casework.Status
	nobody.Want(200, a, &st)
	if st.Stage != want.Says().Worker || st.Next.ZH == "" || st.What.ZH == "" || len(st.Track) != 5 {
		s.T.Errorf("public status at %s: %+v", want, st)
	}
	for _, personal := range []string{"林小芬", "医药化工", "18600", "13857612345", "110101"} {
		if strings.Contains(string(a.Body), personal) {
			s.T.Errorf("public status at %s shows %s", want, personal)
		}
	}
}

// due is the last day of a clock that runs, or "" if none does.
func (s *story) due(p workflows.Period) string {
	s.T.Helper()
	for _, c := range s.intake.See(s.ref).Clocks {
		if c.Period == p {
			return c.Due.String()
		}
	}
	return ""
}

// dueOn fails unless the clock ends that day and shows its arithmetic.
func (s *story) dueOn(p workflows.Period, want string) {
	s.T.Helper()
	if got := s.due(p); got != want {
		s.T.Errorf("%s is due %s, want %s", p, got, want)
	}
}

// told fails unless somebody's box holds a message of that name.
func (s *story) told(c *testkit.Client, name string) {
	s.T.Helper()
	var box []casework.MessageView
	c.Get("/api/v1/messages", &box)
	for _, m := range box {
		if m.Name == name {
			return
		}
	}
	s.T.Errorf("%s was not told %s: %v", c.Login, name, box)
}

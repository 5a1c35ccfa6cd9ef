package casework

import (
	"strings"
	"testing"

	"tiaocai/workflows"
)

// Whose turn it is reads what to do; to sign in is said only of what is done here, and never of a suit in court.
func TestWhoMustActIsNotToldToWait(t *testing.T) {
	t.Parallel()
	for state, want := range map[workflows.State]string{workflows.NotAccepted: "申请人：可以向法院起诉。", workflows.Referred: "申请人：向有管辖权的仲裁委申请。", workflows.Unsettled: "申请人：可以申请调解或仲裁。"} {
		f := workflows.Facts{State: state}
		if says := turnOf(f, workflows.NextOf(f, nil)); says == nil || says.ZH != want {
			t.Errorf("%s: %v, want %s", state, says, want)
		}
	}
	f := workflows.Facts{State: workflows.Filed, Application: workflows.ApplicationFacts{Correcting: true}}
	if says := turnOf(f, workflows.NextOf(f, nil)); says == nil || !strings.Contains(says.ZH, "补齐材料。请登录办理") {
		t.Errorf("papers to complete: %v", says)
	}
	f.Application.Correcting = false
	if says := turnOf(f, workflows.NextOf(f, nil)); says != nil {
		t.Errorf("the commission decides, and a party is told %s", says.ZH)
	}
}

package register

import "tiaocai/workflows/law"

var r17 = law.EnterpriseRules

// enterprise is the Enterprise Consultation and Mediation Rules (企业劳动争议协商调解规定).
var enterprise = []Rule{
	{r17(10), says("一方要求协商的，另一方应当在期限内答复；不答复的视为不愿协商。", "A request to negotiate is answered in time; silence is refusal.")},
	{r17(11), says("协商一致的签订书面和解协议；合法的可以作为仲裁证据。", "What is agreed is written down; if lawful it may serve as evidence.")},
	{r17(22), says("收到调解申请后在期限内受理，或者书面说明不受理。", "A request for mediation is taken up in time, or declined in writing.")},
	{r17(31), says("协商不成、调解不成或者协议不履行等，仲裁时效中断。", "Failed talks or mediation, or an agreement not performed, interrupt limitation.")},
}

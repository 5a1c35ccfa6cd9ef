package workflows

import "tiaocai/workflows/law"

// GroupRepresentatives: of ten workers or more, three to five may represent; of fewer, none (推选代表人).
var GroupRepresentatives = Guard{
	Code: "group-representatives",
	Says: text("十人以上的，可以在表格里标明三至五名代表人；不足十人的，不标代表人。", "Of ten workers or more, three to five may be marked as representatives; of fewer, nobody."),
	Law:  law.Arbitration(7),
	Holds: func(f Facts) bool {
		n := f.Act.Representatives
		return n == 0 || (f.Workers >= collective && n >= 3 && n <= 5)
	},
}

package pages

import "tiaocai/server/casework"

func sampleFigures() sample { return staff("figures", Figures, &casework.Figures{}) }

func sampleFigureCases() sample { return staff("figure-cases", FigureCases, &casework.FigureCases{}) }

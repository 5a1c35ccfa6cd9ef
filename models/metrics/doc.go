// Package metrics computes the figures by which the commission is measured (考核指标).
//
// The base counters are SQL, one file each, with title, unit and meaning at its top; they count by
// the days on which things happened, not by the days on which they were entered. The indicators are
// pure formulas over the counters. A rate is always numerator, denominator and value; rates of
// months or towns are never averaged.
package metrics

// Package metrics computes the figures by which the commission is measured (考核指标).
//
// What a case counts for is written twice: models.Case.Contributions moves the counters with every
// step, and the SQL files here count the same from the tables, one file each, with title, unit and
// meaning at its top. A year is read from the counters (ReadYear); any other period, a recount and
// the nightly check read the tables (Read, Rebuild, Check). Both count by the days on which things
// happened, not by the days on which they were entered.
//
// The indicators are pure formulas over the counters. A rate is always numerator, denominator and
// value; rates of months or towns are never averaged.
package metrics

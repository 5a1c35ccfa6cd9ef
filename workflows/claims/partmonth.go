package claims

import (
	"math/big"
	"strconv"
	"strings"

	"tiaocai/workflows/calendar"
)

// partBetween is the pay of the days from one to another, both counted, that make no whole month.
// Method A divides the monthly wage by the pay days; method B by the working days of each calendar
// month. holidays are statutory ones, which are paid and not worked; end names the later date.
func (s *sheet) partBetween(wage *big.Rat, from, to calendar.Date, holidays int64, end string) *big.Rat {
	switch {
	case to.Before(from):
		s.refuse(end, "不能早于开始那天（"+from.String()+"）。", "It can't be before the first day ("+from.String()+").")
		return nil
	case !to.Next(1).Before(from.MonthLater(1)):
		s.refuse(end, "这一段满了一个月，请把整月另算。", "This part is a whole month or more; count whole months apart.")
		return nil
	}
	return s.partPay(wage, from, to, holidays)
}

func (s *sheet) partPay(wage *big.Rat, from, to calendar.Date, holidays int64) *big.Rat {
	method := s.method(to)
	if s.failed() {
		return nil
	}
	if s.days.Guessed(from, to) {
		s.say(partMonth, "", "这一年的放假通知还没有登记，工作日按周一到周五暂算。", "The holiday notice of that year is not loaded; working days are counted Monday to Friday for now.")
	}
	if method == MethodB {
		if holidays > 0 {
			s.refuse("statutory_holidays", "按当月工作日折算的，不加法定节假日。", "Reckoned by the month's working days, statutory holidays are not added.")
			return nil
		}
		return s.byWorkdays(wage, from, to)
	}
	worked := int64(s.days.Workdays(from, to))
	s.say(partMonth, strconv.FormatInt(worked, 10)+" + "+strconv.FormatInt(holidays, 10),
		from.String()+" 至 "+to.String()+" 有 "+strconv.FormatInt(worked, 10)+" 个工作日。", "From "+from.String()+" to "+to.String()+" there are "+strconv.FormatInt(worked, 10)+" working days.")
	return s.byPayDays(wage, num(worked+holidays), s.parameter(PayDays, to))
}

// byWorkdays is method B, month by month.
func (s *sheet) byWorkdays(wage *big.Rat, from, to calendar.Date) *big.Rat {
	sum := new(big.Rat)
	var terms []string
	for first := from; !first.After(to); first = first.MonthStart().MonthLater(1) {
		last := first.MonthStart().MonthLater(1).Next(-1)
		whole := s.days.Workdays(first.MonthStart(), last)
		if last.After(to) {
			last = to
		}
		worked := s.days.Workdays(first, last)
		sum = add(sum, times(wage, ratio(int64(worked), int64(whole))))
		terms = append(terms, yuan(wage)+" × "+strconv.Itoa(worked)+" ÷ "+strconv.Itoa(whole))
	}
	s.say(partMonth, strings.Join(terms, " + ")+" = "+yuan(sum),
		from.String()+" 至 "+to.String()+" 按工作日占当月工作日的比例折算。", "From "+from.String()+" to "+to.String()+", by the share of each month's working days.")
	return sum
}

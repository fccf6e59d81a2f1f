import type { Dataset, Indicator } from '../../budget/dataset.ts'
import { COMPARED_GOAL, COUNTED_GOAL, PER_CENT } from '../../budget/goals/indicator-words.ts'
import { plain } from '../../budget/label.ts'
import { type Finding, findingFrom } from '../../finding.ts'
import { CODES } from '../finding-codes.ts'
import { firstQuoted } from './quoted.ts'

/** Whether a goal that is a number of things or a length of time by its name is told in per cent. */
function isInPerCent({ level3, unit, value }: Indicator): boolean {
  const name = plain(level3 ?? '')
  return COUNTED_GOAL.test(name) && !COMPARED_GOAL.test(name) && PER_CENT.test(unit ?? '') && /^\d/.test(value ?? '')
}

/** Goals whose unit is none of what their names count, once a document: 周工作时长 ≤40%. They may be meant as shares of what is planned, and nobody is blamed. */
export function goalUnitFindings({ indicators }: Dataset): Finding[] {
  const goals = indicators.filter(isInPerCent)
  const [first] = goals
  if (!first) return []
  const printed = ({ level3, operator, value, unit }: Indicator): string => `${level3} ${operator ?? ''}${value}${unit}`
  const list = firstQuoted(
    goals.map(goal => [printed(goal), [goal]]),
    '项',
  )
  return [
    findingFrom({
      ...{ code: 'goal-unit-doubtful', severity: CODES['goal-unit-doubtful'], page: first.page, box: first.box },
      ...{ table: first.table, actual: first.unit },
      cells: goals.flatMap(({ table, places }) => places.map(place => ({ table, ...place }))),
      zh: `绩效指标按名称是数量或时长，而单位是百分比：${list.zh}。`,
      en: `goals that are numbers or lengths of time by their names are told in per cent: ${list.en}.`,
    }),
  ]
}

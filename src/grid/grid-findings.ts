import { type Decision, DOUBTFUL } from '../evidence.ts'
import { type Finding, findingFrom } from '../finding.ts'
import { roundBox } from '../geometry.ts'
import type { DecidedArea } from './grid.ts'

const READINGS = { 'a table': '表格', 'no table': '一般文字' } as const

/** A finding for each part of a page of which it was a close decision whether its texts are a table, and for each table of which it is what its columns are. */
export const gridFindings = (page: number, decided: readonly DecidedArea[]): Finding[] => [
  ...areaFindings(page, decided),
  ...columnFindings(page, decided),
]

const SHEETS: Readonly<Record<string, string>> = { 'one page': '一页', 'two pages beside each other': '左右并排的两页' }

/** A finding where it was a close decision whether a sheet shows one page or two. */
export function sheetFindings(page: number, decision: Decision | null): Finding[] {
  if (decision === null || decision.rejected === null || decision.margin >= DOUBTFUL) return []
  const { chosen, rejected, margin } = decision
  const sure = Math.round(100 * margin)
  return [
    findingFrom({
      ...{ code: 'grid-doubtful', page },
      zh: `第${page}页的版面读作${SHEETS[chosen]}（把握${sure}%），也可能是${SHEETS[rejected]}`,
      en: `sheet ${page} was read as ${chosen} (${sure} % sure); it may be ${rejected}`,
    }),
  ]
}

const columnFindings = (page: number, decided: readonly DecidedArea[]): Finding[] =>
  decided
    .filter(({ vague }) => vague.length > 0)
    .map(({ box, vague }) => {
      const columns = vague.map(column => column + 1)
      return findingFrom({
        ...{ code: 'columns-doubtful', page, box: roundBox(box) },
        zh: `第${page}页没有边框的表格，第${columns.join('、')}列的界线或其上方的表头只能由文字位置推断，也可能不是这样划分`,
        en: `page ${page}: where columns ${columns.join(', ')} of a table without rulings part, or which names stand over them, is told by the place of its texts alone and may be otherwise`,
      })
    })

const areaFindings = (page: number, decided: readonly DecidedArea[]): Finding[] =>
  decided
    .filter(({ decision }) => decision.margin < DOUBTFUL)
    .map(({ box, isTable, decision: { margin } }) => {
      const [chosen, other] = isTable ? (['a table', 'no table'] as const) : (['no table', 'a table'] as const)
      const sure = Math.round(100 * margin)
      return findingFrom({
        ...{ code: 'grid-doubtful', page, box: roundBox(box) },
        zh: `第${page}页有一处没有边框的文字，读作${READINGS[chosen]}（把握${sure}%），也可能是${READINGS[other]}`,
        en: `page ${page}: texts that no rulings enclose were read as ${chosen} (${sure} % sure); they may be ${other}`,
      })
    })

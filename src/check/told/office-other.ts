import type { Dataset } from '../../budget/dataset.ts'
import { plain } from '../../budget/label.ts'
import type { ProseFact } from '../../budget/prose/prose.ts'
import { type Finding, findingFrom } from '../../finding.ts'
import { CODES } from '../finding-codes.ts'
import { isShortFor, OFFICE } from '../relations/said/facts.ts'
import { pagesText } from './quoted.ts'

/** An office by its name: no 本部门, and no 政府采购 or 政府性基金 behind one, and no 所属. */
const NAME = `(?![本我各全该])${OFFICE}(?!采购|性|属)`

/** What a sentence about an office's own money begins with: its number, the year and the office, in either order, and what its money is called. */
const OF_OFFICE = new RegExp(
  `^(?:[(（]?[一二三四五六七八九十\\d]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}部分)?(?:20\\d\\d年度?,?(?=(${NAME})\\p{Script=Han})|(?=(${NAME})20\\d\\d年))[^,;:。]*?(?:预算|决算|收入|支出|拨款|经费|政府采购|车辆)`,
  'u',
)

/** The office whose money a sentence says it tells; null where it names none in that place. */
function officeOf({ before }: ProseFact): string | null {
  const [, behind, ahead] = OF_OFFICE.exec(before) ?? []
  return behind ?? ahead ?? null
}

/** Sentences that name the office of the document before one that names another is told: with fewer, how it calls itself is not known. */
const LEAST_OWN = 3

/** Whether one name is the other, shorter or with more around it. */
const isOne = (one: string, other: string): boolean => isShortFor(one, other) || isShortFor(other, one)

/** That a sentence tells its money of another office than all others do, one that nothing else of the document names: as where the words of another document were taken over. */
export function otherOfficeFindings({ prose, tables, metadata: { department } }: Dataset): Finding[] {
  if (department === null) return []
  const named = prose.flatMap(fact => {
    const office = officeOf(fact)
    return office === null ? [] : [{ fact, office }]
  })
  const own = new Set(named.filter(({ office }) => isOne(office, department)).map(({ fact }) => fact.sentence))
  if (own.size < LEAST_OWN) return []
  const printed = tables.flatMap(({ table, lines }) => [
    table.department ?? '',
    table.title ?? '',
    ...lines.map(({ label }) => label),
  ])
  const headings = new Set(prose.flatMap(({ section }) => section.split(' > ').filter(name => !OF_OFFICE.test(name))))
  const isListed = (office: string): boolean => [...printed, ...headings].some(text => plain(text).includes(office))
  const others = named.filter(({ office }) => !isOne(office, department) && !isListed(office))
  return [...Map.groupBy(others, ({ office }) => office)].flatMap(([office, told]) => {
    const terms = told.map(({ fact }) => fact)
    const [fact] = terms
    if (!fact) return []
    return [
      findingFrom({
        ...{ code: 'office-other', severity: CODES['office-other'], verdict: 'not-evaluable' },
        ...{ page: fact.page, box: fact.box, expected: department, actual: office },
        zh: `${pagesText(terms, 'zh')}写的是“${office}”，而其他各处为“${department}”：可能误写，可能照抄了别处的文字，也可能另有所指。`,
        en: `${pagesText(terms, 'en')} speaks of “${office}”, all else of “${department}”: it may be misnamed, words of another document may have been taken over, or another office may be meant.`,
      }),
    ]
  })
}

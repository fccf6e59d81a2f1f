import { entryOf } from '../catalog/catalog.ts'
import { type Account, accountOf } from '../catalog/identify.ts'
import { SANGONG_SAID, SANGONG_TOTAL } from '../columns/money-words.ts'
import type { BudgetTable, Metadata } from '../dataset.ts'
import { plain } from '../label.ts'
import type { Paragraph } from '../prose/lines.ts'
import { isNow, isOfBudget, isOfLastYear, isShareSpent, measureSaid, type ProseFact } from '../prose/prose.ts'
import { HEADING, titleLines } from './own-title.ts'

/** How a heading goes on that tells what is published, without the word 部门 before: 2025年预算编制说明. */
const PUBLISHED = '(?:编制|公开|信息|情况|的)*(?:说明|报告|公[开布示])'
/** How one goes on that tells of a budget what became of it: 预算安排和使用情况. */
const CARRIED_OUT = '(?:安排)?[和及与、]?(?:使用|执行|完成)'
/** What headings call a final account and a budget: of departments, of governments, and of 三公 alone. */
const KINDS_SAID: readonly (readonly [kind: Account, pattern: RegExp])[] = [
  [
    'final-accounts',
    new RegExp(
      `(?:部门|单位|政府|财政(?:总|收支)?|社会?保险?基金)决算|(?:部门|单位)(?:财务)?收支决算|决算.?草案|三公.?经费[^,，。;；]*决算|20\\d\\d年度?决算${PUBLISHED}`,
    ),
  ],
  [
    'budget',
    new RegExp(
      `(?:部门|单位|社会?保险?基金)预算|预算草案|三公.?经费(?:财政拨款|支出|安排)*预算(?!${CARRIED_OUT})|20\\d\\d年度?预算(?:${PUBLISHED}|安排(?![和及与、]))`,
    ),
  ],
]

/** Weight of a standard table that names its account itself, beside a heading that names one and a table that is of one only by its kind. */
const TABLE = 5

/** Of some values that have most weight in all; null where there are none. */
export function most<Value>(votes: readonly (readonly [Value, number])[]): Value | null {
  const sums = new Map<Value, number>()
  for (const [value, weight] of votes) sums.set(value, (sums.get(value) ?? 0) + weight)
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** The title that a document begins with, which may go over several lines. */
const titleOf = (paragraphs: readonly Paragraph[]): string =>
  plain(
    titleLines(paragraphs)
      .map(({ text }) => text)
      .join(''),
  )

/** The account that a heading names, if any. */
const accountsIn = (heading: string): Account[] => {
  const said = KINDS_SAID.find(([, pattern]) => pattern.test(plain(heading)))
  return said ? [said[0]] : []
}

/** The accounts that headings name, one each; where none does that of the title, which may go over two lines. */
function accountsSaid(paragraphs: readonly Paragraph[]): Account[] {
  const said = paragraphs.flatMap(({ text }) => (text.length < HEADING ? accountsIn(text) : []))
  return said.length > 0 ? said : accountsIn(titleOf(paragraphs))
}

/** The account that most headings of a document name. */
export const accountOfHeadings = (paragraphs: readonly Paragraph[]): Account | null =>
  most(accountsSaid(paragraphs).map(account => [account, 1]))

/** That what is told is more or less than the budget of its own year: 比年初预算减少. */
const SINCE_OWN_BUDGET = /[比较与](?:本年|当年)?(?:年初|全年|调整)预算/

/**
 * The account that the sentences of a leaflet about 三公 tell, where its title does not say: what was spent, where an amount of the whole is so called, is told as a per cent
 * of a budget or compared with that of its year, and the budget beside it; else what is planned; null where no words tell.
 */
function accountOfSentences(title: string, prose: readonly ProseFact[]): Account | null {
  if (!SANGONG_TOTAL.test(title)) return null
  const told = prose.filter(
    ({ subject, of }) => SANGONG_SAID.test(subject) || SANGONG_SAID.test(prose[of ?? -1]?.subject ?? ''),
  )
  const amounts = told.filter(fact => isNow(fact) && !isOfLastYear(fact.label))
  const isShared = told.some(fact => isShareSpent(fact, prose[fact.of ?? -1]))
  const isCompared = prose.some(({ kind, label }) => kind === 'change' && SINCE_OWN_BUDGET.test(label))
  if (isShared || isCompared || amounts.some(({ label }) => measureSaid(label) === 'final')) return 'final-accounts'
  return amounts.some(({ label }) => isOfBudget(label)) ? 'budget' : null
}

/** Of a budget or an account, by headings and tables, else by what the sentences of a leaflet say. */
export function kindOf(
  tables: readonly BudgetTable[],
  paragraphs: readonly Paragraph[],
  prose: readonly ProseFact[],
): Metadata['kind'] {
  const votes = tables.flatMap(({ kind, table }): [Account, number][] => {
    const entry = entryOf(kind)
    return entry ? [[entry.account, accountOf(table) === entry.account ? TABLE : 1]] : []
  })
  const words = accountsSaid(paragraphs).map((account): [Account, number] => [account, 1])
  const said = most([...words, ...votes]) ?? accountOfSentences(titleOf(paragraphs), prose)
  return said ?? (tables.length > 0 || paragraphs.length > 0 ? 'other' : null)
}

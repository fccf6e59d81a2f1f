import type { DocumentJson } from '../write/document.ts'
import { isNoBudget } from '../write/panel.ts'
import { countsOf, reconciliation, WORDS } from '../write/reconciliation.ts'
import type { Language } from './chinese.ts'
import { saidIn } from './said.ts'

/** Contradictions that are told before the reader is sent to the sheet. */
const TOLD = 10

const KINDS = { budget: '部门预算', 'final-accounts': '部门决算', other: '其他' } as const

/** What a document says, in a few lines: whose it is, which identities hold, which are broken and where, 三公, what to open next. */
export function storyOf(document: DocumentJson, sheet: string, language: Language): string[] {
  const said = saidIn(language)
  const { department, region, fiscalYear, kind } = document.document
  const counts = countsOf(document.checks)
  const standard = document.tables.filter(table => table.kind !== null).length
  const { sections } = reconciliation(document, 'zh')
  const [causes] = sections
  const sangong = sections.find(({ heading }) => heading === WORDS.zh.sangong)
  const rest = (causes?.rows.length ?? 0) - TOLD
  const subject = [department, fiscalYear === null ? null : `${fiscalYear}年`, kind === null ? null : KINDS[kind]]
    .filter(part => part !== null)
    .join(' ')
  if (document.tables.length > 0 && isNoBudget(document)) return [`  ${said.noBudget(document.tables.length)}`]
  if (counts.tried === 0) return subject === '' ? [] : [`  ${subject}`]
  return [
    `  ${subject}${region === null ? '' : `（${region}）`}${said.standard(standard, document.tables.length, document.indicators.length)}`,
    `  ${said.identities(counts)}`,
    `  ${said.guarded(document.coverage.guarded, document.coverage.figures)}`,
    ...(causes?.rows ?? []).slice(0, TOLD).map(([sentence]) => `    ✘ ${sentence}`),
    ...(rest > 0 ? [`    ${said.more(rest)}`] : []),
    ...(document.sangong.length === 0 ? [] : (sangong?.lines ?? []).map(line => `  三公: ${line}`)),
    `  ${said.openNext(sheet)}`,
  ]
}

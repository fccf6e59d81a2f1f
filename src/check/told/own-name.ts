import type { Dataset } from '../../budget/dataset.ts'
import { OWN_NAME, type ProseFact } from '../../budget/prose/prose.ts'
import { type Finding, findingFrom } from '../../finding.ts'
import { CODES } from '../finding-codes.ts'
import { textsQuoted } from './quoted.ts'

/** What a document is, as far as its own names tell. */
interface Named {
  readonly kind: 'budget' | 'final-accounts'
  readonly year: number | null
}

const namedBy = ({ text }: ProseFact): Named => ({
  kind: text.includes('决算') ? 'final-accounts' : 'budget',
  year: Number.parseInt(/^20\d\d/.exec(text)?.[0] ?? '', 10) || null,
})

/** Whether a name is of another year than the document, or, in its year, of another kind; both others are another document. */
function isOther({ metadata: { kind, fiscalYear } }: Dataset, named: Named): boolean {
  const isOfYear = named.year === null || named.year === fiscalYear
  return named.kind === kind ? !isOfYear : isOfYear
}

/** Whether a document holds tables of budgets and of accounts, or its year is in doubt: then nothing is its own name for sure. */
const isOfTwo = ({ tables, findings }: Dataset): boolean =>
  new Set(tables.flatMap(({ kind }) => /^(?:bud|fin)(?=\.)/.exec(kind ?? '')?.[0] ?? [])).size > 1 ||
  findings.some(({ code }) => code === 'year-doubtful')

/** Names by which a document calls itself that are of another year or kind than it is, once a document: 纳入2025年部门预算编制范围的单位 in a budget of 2026. */
export function misnamedFindings(dataset: Dataset): Finding[] {
  const { kind, fiscalYear } = dataset.metadata
  if ((kind !== 'budget' && kind !== 'final-accounts') || fiscalYear === null || isOfTwo(dataset)) return []
  const names = dataset.prose.filter(fact => fact.label === OWN_NAME && isOther(dataset, namedBy(fact)))
  const [first] = names
  if (!first) return []
  const own = {
    zh: `${fiscalYear}年${kind === 'budget' ? '预算' : '决算'}`,
    en: `${kind === 'budget' ? 'the budget' : 'the accounts'} of ${fiscalYear}`,
  }
  const told = textsQuoted([...Map.groupBy(names, ({ text }) => text)])
  return [
    findingFrom({
      ...{ code: 'own-name-differs', severity: CODES['own-name-differs'], page: first.page, box: first.box },
      ...{ expected: own.zh, actual: first.text },
      zh: `文件为${own.zh}，文中却自称${told.zh}。`,
      en: `the document is ${own.en} and calls itself ${told.en}.`,
    }),
  ]
}

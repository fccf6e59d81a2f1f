import { IDENTITY_NAMES } from '../../check/identities.ts'
import type { DocumentJson } from './document.ts'
import { subjectText } from './heading.ts'
import type { CheckJson } from './meaning-schema.ts'

/** The languages of the reconciliation sheet. */
export type Language = 'zh' | 'en'

/** Words of the sheet, Chinese and English; those of verdicts stand in the review too (`src/review/front/words.json`). */
const PAIRS = {
  title: ['勾稽核对表', 'Reconciliation'],
  tried: ['共核对', 'identities tried'],
  holds: ['成立', 'hold'],
  rounding: ['四舍五入', 'rounding'],
  published: ['文件自身不一致', 'the document contradicts itself'],
  suspect: ['读取存疑', 'the reading is suspect'],
  unexplained: ['原因不明', 'unexplained'],
  structure: ['结构', 'structure'],
  causes: ['文件自身的矛盾', 'What contradicts itself in the document'],
  open: ['读取存疑与原因不明（不归咎于文件）', 'Suspect readings and what is unexplained (nobody is blamed)'],
  cause: ['说明', 'what'],
  notEvaluable: ['无法核对', 'not evaluable'],
  guarded: ['受勾稽保护的数字', 'figures guarded by an identity'],
  of: ['共', 'of'],
  broken: ['不成立的勾稽关系', 'Broken identities'],
  identity: ['勾稽关系', 'identity'],
  left: ['左边', 'left'],
  right: ['右边', 'right'],
  difference: ['差额', 'difference'],
  pages: ['页', 'page'],
  verdict: ['归因', 'verdict'],
  byIdentity: ['逐项结果', 'By identity'],
  unguarded: ['未受勾稽保护的数字', 'Figures that nothing guards'],
  table: ['表', 'table'],
  figure: ['数字', 'figure'],
  column: ['列', 'column'],
  sangong: ['三公经费', 'Travel, vehicles and hospitality'],
  narrative: ['情况说明', 'narrative'],
  budget: ['预算', 'planned'],
  final: ['决算', 'spent'],
  unknown: ['预算或决算', 'planned or spent'],
  none: ['无', 'none'],
  documents: ['份文件', 'documents'],
  claims: ['项断言', 'claims'],
  claim: ['项断言', 'claim'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>

type Words = Readonly<Record<keyof typeof PAIRS, string>>

const wordsAt = (language: 0 | 1): Words =>
  Object.fromEntries(Object.entries(PAIRS).map(([name, pair]) => [name, pair[language]])) as Words

/** Words of the sheet by language. */
export const WORDS: Readonly<Record<Language, Words>> = { zh: wordsAt(0), en: wordsAt(1) }

/** How a check that was tried may come out, as it is counted. */
const OUTCOMES = ['holds', 'rounding', 'published', 'suspect', 'unexplained'] as const

/** A section of the sheet: a heading over lines and a table. */
export interface Section {
  readonly heading: string
  readonly lines: readonly string[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const UNGUARDED_SHOWN = 40

/** What is wrong for sure and is told by no identity that blames somebody: an amount in another unit than its table. */
export const isOtherError = ({ severity, verdict, code }: DocumentJson['findings'][number]): boolean =>
  severity === 'error' && verdict !== 'published-inconsistency' && !code.startsWith('identity-')

/** The claims of a document that it contradicts itself: a sentence a cause, for which several identities may fail. */
export const claimsOf = ({ findings }: DocumentJson): DocumentJson['findings'] =>
  findings.filter(({ cause, verdict }) => cause !== undefined && verdict === 'published-inconsistency')

/** What of a document does not add up, whoever is at fault, and what else is wrong for sure; rounding is neither. */
export const toldOf = ({ findings }: DocumentJson): DocumentJson['findings'] =>
  findings.filter(finding => (finding.cause !== undefined && finding.verdict !== 'rounding') || isOtherError(finding))

/** How many claims, in words: `11 claims`. */
export const claimsText = (count: number, language: Language): string =>
  `${count} ${WORDS[language][count === 1 ? 'claim' : 'claims']}`

/** How the checks of a document came out, counted. */
export function countsOf(checks: readonly CheckJson[]) {
  const count = (fits: (check: CheckJson) => boolean): number => checks.filter(fits).length
  const notEvaluable = count(({ outcome }) => outcome === 'not-evaluable')
  return {
    tried: checks.length - notEvaluable,
    holds: count(({ outcome }) => outcome === 'holds'),
    rounding: count(({ verdict }) => verdict === 'rounding'),
    published: count(({ outcome, verdict }) => outcome === 'broken' && verdict === 'published-inconsistency'),
    suspect: count(({ outcome, verdict }) => outcome === 'broken' && verdict === 'extraction-suspect'),
    unexplained: count(({ verdict }) => verdict === 'unexplained'),
    notEvaluable,
  }
}

type Told = 'published-inconsistency' | 'extraction-suspect' | 'unexplained' | 'rounding' | 'structure'

/** Word of a verdict on a relation that does not simply hold, or of anything else that is wrong. */
export const verdictWord = (verdict: string, words: Words): string =>
  ({
    'published-inconsistency': words.published,
    'extraction-suspect': words.suspect,
    unexplained: words.unexplained,
    rounding: words.rounding,
    structure: words.structure,
  })[verdict as Told] ?? verdict

/** Causes of some verdicts, each in a sentence, the largest first. */
function causeSection(document: DocumentJson, heading: string, verdicts: readonly Told[], language: Language): Section {
  const words = WORDS[language]
  const found = document.findings.filter(({ cause, verdict }) => cause !== undefined && verdicts.some(told => told === verdict))
  return {
    heading: `${heading} ${found.length}`,
    lines: found.length === 0 ? [words.none] : [],
    head: [words.cause, words.identity, words.verdict],
    rows: found.map(({ message, identities, verdict }) => [
      message[language],
      (identities ?? []).join(' '),
      verdictWord(verdict, words),
    ]),
  }
}

const pages = (side: CheckJson['left']): string =>
  [...new Set(side.terms.map(term => term.page))].map(page => `p.${page}`).join(' ')

/** One side as a reader wants it: what it is, its figure, where it stands. */
const sideText = (side: CheckJson['left'], unit: string): string =>
  [side.label, side.value === null ? side.terms.map(term => term.text).join(' ') : `${side.value}${unit}`, pages(side)]
    .filter(text => text !== '')
    .join(' ')

const named = (id: string, language: Language): string => `${id} ${IDENTITY_NAMES.get(id)?.[language] ?? ''}`.trim()

function brokenSection(checks: readonly CheckJson[], words: Words, language: Language): Section {
  const broken = checks.filter(({ outcome }) => outcome === 'broken')
  return {
    heading: words.broken,
    lines: broken.length === 0 ? [words.none] : [],
    head: [words.identity, words.left, words.right, words.difference, words.verdict],
    rows: broken.map(check => [
      named(check.identity, language),
      sideText(check.left, check.unit),
      sideText(check.right, check.unit),
      check.difference === null ? '' : `${check.difference}${check.unit}`,
      verdictWord(check.verdict, words),
    ]),
  }
}

function identitySection(checks: readonly CheckJson[], words: Words, language: Language): Section {
  const groups = [...Map.groupBy(checks, check => check.identity)].map(([id, group]) => ({ id, counts: countsOf(group) }))
  return {
    heading: words.byIdentity,
    lines: [],
    head: [words.identity, ...OUTCOMES.map(outcome => words[outcome])],
    rows: groups
      .filter(({ counts }) => counts.tried > 0)
      .map(({ id, counts }) => [named(id, language), ...OUTCOMES.map(outcome => `${counts[outcome]}`)]),
  }
}

function sangongSection(document: DocumentJson, words: Words): Section {
  const all = document.sangong.filter(row => row.fund === 'all' && row.total !== null && row.year === undefined)
  return {
    heading: words.sangong,
    lines: all.length === 0 ? [words.none] : all.map(row => sangongLine(document, row, words)),
    head: [],
    rows: [],
  }
}

/** `29.50万元（p.26）= 11.50 + 18.00；情况说明 29.50万元（p.10），差额 0.00`, behind 预算 or 决算 where a document tells both. */
function sangongLine(document: DocumentJson, row: DocumentJson['sangong'][number], words: Words): string {
  const funds = document.sangong.filter(other => other.fund !== 'all' && other.measure === row.measure && other.total !== null)
  const sum = funds.length > 1 ? ` = ${funds.map(fund => fund.total?.value ?? '').join(' + ')}` : ''
  const where = [...new Set(funds.map(fund => `p.${fund.total?.page}`))].join(', ')
  const told = [row, ...funds].find(({ narrative }) => narrative !== null)
  const said = told?.narrative
    ? `；${words.narrative} ${told.narrative.value}${told.narrative.unit} (p.${told.narrative.page})，${words.difference} ${told.difference}`
    : ''
  const measure = document.sangong.some(other => other.measure !== row.measure) ? `${words[row.measure]} ` : ''
  return `${measure}${row.total?.value}${row.total?.unit}${sum} (${where})${said}`
}

/** The sections of the reconciliation sheet of a document. */
export function reconciliation(document: DocumentJson, language: Language) {
  const words = WORDS[language]
  const counts = countsOf(document.checks)
  const { figures, guarded, unguarded } = document.coverage
  const subject = subjectText(document, language)
  const gap = language === 'zh' ? '' : ' '
  return {
    subject,
    title: `${words.title} ${subject}`.trim(),
    summary:
      language === 'zh'
        ? `${words.tried} ${counts.tried} 项：${OUTCOMES.map(outcome => `${words[outcome]} ${counts[outcome]}`).join('，')}；${words.notEvaluable} ${counts.notEvaluable}。${words.guarded} ${guarded}/${figures}。`
        : `${counts.tried} ${words.tried}: ${OUTCOMES.map(outcome => `${counts[outcome]} ${words[outcome]}`).join(', ')}; ${counts.notEvaluable} ${words.notEvaluable}. ${guarded} ${words.of} ${figures} ${words.guarded}.`,
    sections: [
      causeSection(document, words.causes, ['published-inconsistency'], language),
      causeSection(document, words.open, ['extraction-suspect', 'unexplained'], language),
      causeSection(document, words.rounding, ['rounding'], language),
      brokenSection(document.checks, words, language),
      sangongSection(document, words),
      identitySection(document.checks, words, language),
      {
        heading: `${words.unguarded}${gap} ${unguarded.length}`,
        lines: unguarded.length === 0 ? [words.none] : [],
        head: [words.table, words.pages, words.column, words.figure],
        rows: unguarded.slice(0, UNGUARDED_SHOWN).map(({ table, page, name, text }) => [table, `p.${page}`, name, text]),
      },
    ],
  }
}

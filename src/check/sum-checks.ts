import type { Dataset } from '../budget/dataset.ts'
import { SANGONG_SAID } from '../budget/money-words.ts'
import type { ProseFact } from '../budget/prose.ts'
import type { Check, Term } from './check.ts'
import { cellTerm, compare, notEvaluable, proseTerm } from './draft.ts'
import { against, isOfYear } from './prose-checks.ts'
import { columnOf, lineOf, tableOf } from './select.ts'

const isAmount = (fact: ProseFact): boolean => fact.kind === 'amount' && fact.fen !== null

const countTerm = (fact: ProseFact): Term => ({
  ...proseTerm(fact),
  fen: BigInt(/^\d+$/.test(fact.value) ? fact.value : '0'),
  step: 1n,
})

/** Sums that hold by the meaning of the words, where the sentence names a whole and its parts; the first `least` parts must be named. */
interface Partition {
  readonly id: string
  /** What the whole must be called, where the parts alone do not tell. */
  readonly whole?: RegExp
  readonly parts: readonly RegExp[]
  readonly least: number
}

const PARTITIONS: readonly Partition[] = [
  {
    id: 'N10',
    parts: [/^基本支出$/, /^项目支出$/, /^(?:事业单位)?经营支出$/, /^上缴上级支出$/, /^对附属单位补助支出$/],
    least: 2,
  },
  { id: 'N10b', whole: /基本支出$/, parts: [/^人员(?:经费|支出)$/, /^(?:日常)?公用(?:经费|支出)$/], least: 2 },
  {
    id: 'N9s',
    whole: /三公经费/,
    parts: [
      /因公出国\(?境?\)?(?:费|费用|经费)?$/,
      /公务接待(?:费|费用|经费)$/,
      /公务用车(?:购置(?:及|和)运行(?:维护)?)?(?:费|费用|经费)$/,
    ],
    least: 3,
  },
  {
    id: 'N11',
    parts: [
      /货物(?:类)?(?:采购)?(?:预算|支出)?$/,
      /工程(?:类)?(?:采购)?(?:预算|支出)?$/,
      /服务(?:类)?(?:采购)?(?:预算|支出)?$/,
    ],
    least: 2,
  },
]

/** A part by its subject, or, where the subject begins behind a bracket, by the words right before the figure. */
const isCalled = ({ subject, before }: ProseFact, pattern: RegExp): boolean =>
  pattern.test(subject) || (!pattern.source.startsWith('^') && pattern.test(before))

/** Totals of the prose against the parts they name (N9s, N10, N10b, N11). */
export function partitionChecks({ prose }: Dataset): Check[] {
  return prose.flatMap((whole, at) => {
    if (!isAmount(whole) || whole.aside) return []
    const parts = prose.filter(fact => fact.whole === at && isAmount(fact))
    return PARTITIONS.flatMap(({ id, whole: name, parts: patterns, least }) => {
      if (name && !name.test(whole.subject)) return []
      const members = patterns.flatMap(pattern => parts.find(part => isCalled(part, pattern)) ?? [])
      const isNamed = patterns.slice(0, least).every(pattern => members.some(part => isCalled(part, pattern)))
      if (!isNamed || members.length < parts.length) return []
      return [
        compare(
          { identity: id, instance: `p.${whole.page} ${whole.subject}` },
          { label: whole.subject, terms: [proseTerm(whole)] },
          { label: members.map(member => member.subject).join('+'), terms: members.map(part => proseTerm(part)) },
          'sum',
        ),
      ]
    })
  })
}

/** Numbers of projects (N12) and units (N14) against their kinds, and the money of the projects. */
export function countChecks(dataset: Dataset): Check[] {
  const { prose } = dataset
  const checks = prose.flatMap((whole, at) => {
    if (whole.unit !== '个' && whole.label.replace(/^20\d\d年/, '') !== '涉及预算') return []
    const parts = prose.filter(fact => fact.whole === at && fact.kind === whole.kind)
    if (parts.length < 2) return []
    const id = /单位/.test(whole.label) ? 'N14' : 'N12'
    const term = whole.unit === '个' ? countTerm : proseTerm
    const check = compare(
      { identity: id, instance: `p.${whole.page} ${whole.label}` },
      { label: whole.label, terms: [term(whole)] },
      { label: parts.map(part => part.label).join('+'), terms: parts.map(part => term(part)) },
      'sum',
    )
    const exact = whole.unit === '个' && check.outcome === 'rounding' ? { ...check, outcome: 'broken' as const } : check
    return [{ ...exact, unit: whole.unit === '个' ? '个' : exact.unit }]
  })
  return [...checks, ...projectCount(dataset)]
}

/** 特定目标类 projects are those of the project table. */
function projectCount(dataset: Dataset): Check[] {
  const table = tableOf(dataset, ['bud.gpb_project'])
  const fact = dataset.prose.find(other => other.kind === 'count' && /特定目标类/.test(other.label) && other.whole !== null)
  const projects = table?.lines.filter(line => line.role === 'project') ?? []
  if (!table || !fact || projects.length === 0) return []
  const rows: Term = { ...countTerm(fact), fen: BigInt(projects.length), text: `${projects.length}`, place: null }
  const check = compare(
    { identity: 'N12', instance: `p.${fact.page} ${fact.label}` },
    { label: fact.label, terms: [countTerm(fact)] },
    { label: table.table.title ?? table.table.id, terms: [rows] },
    'same',
  )
  return [{ ...(check.outcome === 'broken' ? notEvaluable(check, 'other projects may count') : check), unit: '个' }]
}

/** `（甲 15.00 万元、乙 30.00 万元）共计 45.00 万元` (N13). */
export function bracketChecks({ prose }: Dataset): Check[] {
  return prose.flatMap((sum, at) => {
    if (sum.kind !== 'amount' || !/^(?:共计|合计|共)$/.test(sum.label)) return []
    const inside = /\(([^()]*)\)(?:共计|合计|共)$/.exec(sum.before)
    if (!inside) return []
    const from = inside.index
    const parts = prose
      .slice(0, at)
      .filter(fact => fact.sentence === sum.sentence && fact.kind === 'amount' && fact.before.length > from)
    if (parts.length < 2) return []
    return [
      compare(
        { identity: 'N13', instance: `p.${sum.page} ${sum.text}` },
        { label: '共计', terms: [proseTerm(sum)] },
        { label: parts.map(part => part.label).join('+'), terms: parts.map(part => proseTerm(part)) },
        'sum',
      ),
    ]
  })
}

/** Last year's figure as several sentences imply it (N5): of all money and of fiscal money, where this year's are equal too or differ by what is carried over. */
export function lastYearChecks({ prose }: Dataset): Check[] {
  const priors = prose.flatMap(change => {
    const current = change.kind === 'change' && change.of !== null ? prose[change.of] : undefined
    const subject = current ? current.subject : ''
    if (
      !current ||
      current.fen === null ||
      change.fen === null ||
      change.aside ||
      !/^(?:部门)?(?:收支|财政拨款收支|一般公共预算当年拨款)/.test(subject)
    )
      return []
    return [{ current, change }]
  })
  const [first, ...rest] = priors
  if (!first) return []
  const side = ({ current, change }: typeof first) => ({
    label: `${current.subject} ${change.direction === 'less' ? '+' : '-'} ${change.text}`,
    terms: [proseTerm(current), proseTerm(change, change.direction === 'less' ? 1n : -1n)],
  })
  return rest.map(other => {
    const check = compare(
      { identity: 'N5', instance: `p.${other.current.page} ${other.current.subject}` },
      side(first),
      side(other),
      'sum',
    )
    return check.outcome === 'broken' ? notEvaluable(check, 'may mean other money') : check
  })
}

const SANGONG: readonly (readonly [RegExp, string])[] = [
  [/^(?:.*的)?(?:一般公共预算|财政拨款)*三公经费(?:财政拨款|支出|预算|总额|安排)*$/, 'total'],
  [/^因公出国\(?境?\)?(?:费|费用|经费)?$/, 'abroad'],
  [/^公务接待(?:费|费用|经费)$/, 'reception'],
  [/^公务用车购置(?:及|和)运行(?:维护)?(?:费|费用|经费)$/, 'vehicles'],
  [/^公务用车购置(?:费|费用|经费)$/, 'purchase'],
  [/^公务用车运行(?:维护)?(?:费|费用|经费)$/, 'running'],
]

/** One figure of a 三公 table: from its total row, or its line when it is printed downwards. */
export function sangongTerm(dataset: Dataset, kind: string, key: string, facet: '' | 'budget' | 'final'): Term | null {
  const table = tableOf(dataset, [kind])
  if (!table) return null
  const row = lineOf(table, { line: 'total' })
  const names = facet === '' ? (key === 'total' ? ['sangong', 'total'] : [key]) : [`${key}.${facet}`]
  for (const name of names) {
    const column = row && columnOf(table, row.list, name)
    const amount = row && column ? row.amounts.get(column.index) : undefined
    if (amount) return cellTerm(amount)
  }
  const line = table.lines.find(other => other.key === key)
  const column = line && columnOf(table, line.list, 'main')
  const amount = line && column ? line.amounts.get(column.index) : undefined
  return amount ? cellTerm(amount) : null
}

/** The figure of the narrative for 三公 in all; null when it says none. */
export function sangongFact(dataset: Dataset, measure: 'budget' | 'final'): ProseFact | null {
  const word = dataset.metadata.kind === 'final-accounts' ? (measure === 'final' ? /决算|^(?!.*预算).*支出/ : /预算/) : /(?:)/
  return (
    dataset.prose.find(
      fact =>
        isAmount(fact) && !fact.aside && isOfYear(dataset, fact) && SANGONG_SAID.test(fact.subject) && word.test(fact.label),
    ) ?? null
  )
}

/** 三公 of the narrative against the table, and against the tables of both funds (N9). */
export function sangongChecks(dataset: Dataset): Check[] {
  const seen = new Set<string>()
  return dataset.prose.flatMap(fact => {
    const key =
      isAmount(fact) && !fact.aside && isOfYear(dataset, fact)
        ? SANGONG.find(([pattern]) => pattern.test(fact.subject))?.[1]
        : undefined
    if (!key || !/三公/.test(`${fact.section}${fact.before}`)) return []
    const final = dataset.metadata.kind === 'final-accounts'
    const facet = final ? (/决算/.test(fact.label) ? 'final' : 'budget') : ''
    const name = `${key}.${facet}`
    if (seen.has(name) || (final && !/决算|预算/.test(fact.label))) return []
    const general = sangongTerm(dataset, final ? 'fin.07' : 'bud.sangong', key, facet)
    if (!general) return []
    seen.add(name)
    const funds = final ? null : sangongTerm(dataset, 'bud.fund_sangong', key, '')
    const alone = against('N9n', fact, { label: '三公经费表', terms: [general] }, false)
    if (!funds || funds.step === 0n) return [{ ...alone, identity: 'N9' }]
    const both = against('N9', fact, { label: '三公经费表（两本预算）', terms: [general, funds] }, false)
    if (both.outcome === 'broken') return [alone]
    return key === 'total' ? [both, { ...alone, note: alone.outcome === 'broken' ? 'basis: both funds' : null }] : [both]
  })
}

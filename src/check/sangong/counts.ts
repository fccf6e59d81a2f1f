import type { Dataset } from '../../budget/dataset.ts'
import { isNow, isOfBudget, LAST_YEAR, NIL_PURCHASE, type ProseFact, yearSaid } from '../../budget/prose/prose.ts'
import type { Sangong, SangongPart } from '../../budget/sangong/sangong.ts'
import { type Finding, findingFrom, type Words } from '../../finding.ts'
import { CODES } from '../finding-codes.ts'
import { isOfDocument } from '../relations/said/facts.ts'
import { sangongKey } from '../relations/said/said-sangong.ts'

/** What the money of a part of 三公 is spent on, as sentences count it. */
interface CountedPart {
  readonly part: SangongPart
  readonly name: Words
  readonly unit: RegExp
  readonly subject: RegExp
}

/** Vehicles bought and guests received: whoever travels may be paid by those who invite. */
const COUNTED: readonly CountedPart[] = [
  {
    part: 'purchase',
    name: { zh: '公务用车购置费', en: 'money for vehicles bought' },
    unit: /^辆$/,
    subject: /购[置买入]|新购/,
  },
  { part: 'reception', name: { zh: '公务接待费', en: 'money for hospitality' }, unit: /^批次?$/, subject: /接待/ },
]

/** Guests from abroad: none of them says nothing of the others. */
const FROM_ABROAD = /外[宾事]|[国境][)〕]?外/

/** Numbers of a part that the document tells of its own year. */
const countsOf = ({ prose, metadata }: Dataset, { unit, subject }: CountedPart): ProseFact[] =>
  prose.filter(fact => {
    const year = yearSaid(fact)
    const isOwn = year === undefined || metadata.fiscalYear === null || year === `${metadata.fiscalYear}`
    const isTold = fact.kind === 'count' && fact.direction === null && !fact.aside && isOwn
    return isTold && unit.test(fact.unit) && subject.test(fact.subject) && !/[上去]年/.test(fact.before)
  })

/** An amount of a part, with the page it stands on. */
interface Told {
  readonly fen: bigint
  readonly page: number
}

/** All amounts of a part that are told of the document's own year and measure: in sentences, and in tables of all funds. */
function amountsOf(dataset: Dataset, rows: readonly Sangong[], { part }: CountedPart): Told[] {
  const isFinal = dataset.metadata.kind === 'final-accounts'
  const printed = rows.flatMap(({ fund, measure, parts }) =>
    fund === 'all' && (measure === 'final') === isFinal && parts[part]
      ? [{ fen: parts[part].money.fen, page: parts[part].page }]
      : [],
  )
  const said = dataset.prose.flatMap(fact => {
    const isOwn = isNow(fact) && isOfDocument(dataset, fact) && sangongKey(fact.subject) === part
    return isOwn && fact.fen !== null && !(isFinal && isOfBudget(fact.label)) ? [{ fen: fact.fen, page: fact.page }] : []
  })
  return [...printed, ...said]
}

/** What a document counts for which it tells no money, or the money for which it counts nothing: other money may pay, and nobody is blamed. */
function doubtOf(dataset: Dataset, rows: readonly Sangong[], counted: CountedPart): Finding[] {
  const [counts, amounts] = [countsOf(dataset, counted), amountsOf(dataset, rows, counted)]
  const [amount] = amounts
  const some = counts.filter(({ value }) => /[1-9]/.test(value))
  const count = some[0] ?? counts.find(({ subject }) => !FROM_ABROAD.test(subject))
  if (amount === undefined || count === undefined) return []
  const isPaid = amounts.every(({ fen }) => fen > 0n)
  const isUnpaid = amounts.every(({ fen }) => fen === 0n)
  const isCounted = some.length > 0
  if (isCounted ? !isUnpaid : !isPaid || dataset.metadata.kind !== 'final-accounts') return []
  const { zh, en } = counted.name
  return [
    findingFrom({
      ...{ code: 'sangong-count-doubtful', severity: CODES['sangong-count-doubtful'], verdict: 'unexplained' },
      ...{ page: count.page, box: count.box, actual: count.text },
      zh: `第${count.page}页称${count.subject}${count.text}，而${zh}${isCounted ? '为零' : '不为零'}（第${amount.page}页）：可能另有资金，不能归咎于文件`,
      en: `page ${count.page} counts ${count.subject} ${count.text}, and ${en} is ${isCounted ? '' : 'not '}nothing (page ${amount.page}): other money may pay, nobody is blamed`,
    }),
  ]
}

/** The clause that a statement stands in. */
function clauseOf({ before, text }: ProseFact): string {
  const at = before.indexOf(text)
  const behind = /^[^,;:。]*/.exec(before.slice(at + text.length))?.[0] ?? ''
  return `${before
    .slice(0, at)
    .split(/[,;:。]/)
    .at(-1)}${text}${behind}`
}

/** What was planned at first, and may have become otherwise. */
const AT_FIRST = /原[本先来定]|年初|起初/

/** That no vehicle is bought in the document's year, where all that it tells of money for vehicles is some, of each fund too: 公务用车购置费15.2万元,…本年度未报送购置车辆预算. */
function purchaseDoubt(dataset: Dataset, rows: readonly Sangong[], counted: CountedPart): Finding[] {
  const year = `${dataset.metadata.fiscalYear}`
  const isOwn = (clause: string): boolean =>
    !LAST_YEAR.test(clause) && !AT_FIRST.test(clause) && [...clause.matchAll(/20\d\d(?=年)/g)].every(([said]) => said === year)
  const nil = dataset.prose.find(fact => fact.label === NIL_PURCHASE && isOwn(clauseOf(fact)))
  const amounts = nil === undefined ? [] : amountsOf(dataset, rows, counted)
  const [amount] = amounts
  const isOfFundAlone = rows.some(({ parts }) => parts[counted.part]?.money.fen === 0n)
  if (nil === undefined || amount === undefined || isOfFundAlone || amounts.some(({ fen }) => fen === 0n)) return []
  const { zh, en } = counted.name
  return [
    findingFrom({
      ...{ code: 'sangong-count-doubtful', severity: CODES['sangong-count-doubtful'], verdict: 'unexplained' },
      ...{ page: nil.page, box: nil.box, actual: nil.text },
      zh: `第${nil.page}页称“${clauseOf(nil)}”，而${zh}不为零（第${amount.page}页）：所指可能是另一部分资金，不能归咎于文件`,
      en: `page ${nil.page} says “${clauseOf(nil)}”, and ${en} is not nothing (page ${amount.page}): it may speak of a part of the money, nobody is blamed`,
    }),
  ]
}

/** Vehicles bought, or guests received, for nothing, and the other way round; `rows` are 三公 as tables and sentences tell it. */
export const countDoubts = (dataset: Dataset, rows: readonly Sangong[]): Finding[] =>
  COUNTED.flatMap(counted => [
    ...doubtOf(dataset, rows, counted),
    ...(counted.part === 'purchase' ? purchaseDoubt(dataset, rows, counted) : []),
  ])

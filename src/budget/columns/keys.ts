import { onceText } from '../../once.ts'
import type { ColumnRole } from '../dataset.ts'
import type { accountIn } from '../document/title-words.ts'
import { plain } from '../label.ts'
import { GOVERNMENT_COLUMN_WORDS, WHOLE_HEADS } from '../words.ts'
import { keyOfParts } from './money-parts.ts'

const ALL_WORDS = [...WHOLE_HEADS, ...GOVERNMENT_COLUMN_WORDS]
/** Keys of columns that hold the parts of a code. */
export const CODE_KEYS = new Set(['class', 'section', 'item', 'code'])
/** Keys of columns that hold no amounts. */
export const NO_AMOUNT = new Set([...CODE_KEYS, 'unit-code', 'name', 'sequence'])

/** A header text without year and unit: `2023年“三公”经费预算数（万元）` → `三公经费预算数`. */
const headerLabel = (text: string): string =>
  plain(text)
    .replace(/^[(]?20\d\d年度?[)]?/, '')
    .replace(/[(](?:单位[::])?(?:千|万|百万|亿)?元[)]$/, '')
    .replace(/^其中[::]/, '')

/** The key of one header text, as a whole or by its parts; null when a word is not known, `''` when it adds nothing. */
export const wordKey = onceText((text): string | null => {
  const label = headerLabel(text)
  return ALL_WORDS.find(([, pattern]) => pattern.test(label))?.[0] ?? keyOfParts(label)
})

/** A head that says its year and nothing else: `2026年`. */
export const isBareYear = (text: string): boolean => /^[(]?20\d\d年度?[)]?$/.test(plain(text))

/** The key of a column that says what the figures of each row are in: 万元 | 个 | 万元 | 辆. */
export const UNIT_OF_ROW = 'unit'

/** Heads of names in a ledger that are those of figures in a list: 地区 | 收入 | 支出. */
const SIDES: ReadonlyMap<string, string> = new Map([
  ['收入', 'income'],
  ['支出', 'expense'],
])

const yearIn = (text: string): string | null => /^\(?(20\d\d)年/.exec(plain(text))?.[1] ?? null

/** Join the words of a path; a total under a group is the group: `vehicles.total` → `vehicles`. */
function keyOf(path: readonly string[], role: ColumnRole): string | null {
  const words = path.map((text, at) => (at === path.length - 1 && isBareYear(text) ? 'total' : wordKey(text)))
  const leaf = words.at(-1) ?? null
  if (role !== 'amount') return leaf === '' ? null : leaf
  if (leaf === null) return null
  const named = words.map((word, at) => {
    const label = headerLabel(path[at] ?? '')
    const side = at === path.length - 1 ? SIDES.get(label) : undefined
    return side ?? word ?? `~${label.replaceAll('.', '')}`
  })
  const years = new Set(path.flatMap(text => yearIn(text) ?? []))
  // 2026年预算数 over a group is the year, not the measure.
  path.slice(0, -1).forEach((text, at) => {
    if (/20\d\d年/.test(plain(text)) && (named[at] === 'budget' || named[at] === 'final')) named[at] = ''
  })
  const known = [...[...years].map(year => `y${year}`), ...named.filter(word => word !== '' && !NO_AMOUNT.has(word))]
  return known.length === 0 ? null : known.join('.')
}

/** The word of a key that says of which year its figures are. */
const YEAR = /^y\d{4}$/

const tidied = (key: string): string => {
  const [first = '', ...rest] = key.split('.')
  if (YEAR.test(first) && rest.length > 0) return `${first}.${tidied(rest.join('.'))}`
  // 项目支出总数 under 项目支出 says it again.
  const words = [first, ...rest].filter((word, at, all) => word !== all[at - 1])
  return words.filter((word, at) => word !== 'total' || (words.length > 1 && at === 0) || words.length === 1).join('.')
}

/** Drop the first word when every amount column of a list starts with it: it says what the list is about. */
function withoutCommon(keys: readonly string[]): string[] {
  if (keys.length === 1) return keys.map(key => key.split('.').at(-1) ?? key)
  const [first] = keys
  const head = first?.split('.')[0]
  const common = keys.length > 0 && keys.every(key => key.includes('.') && key.split('.')[0] === head)
  return common ? withoutCommon(keys.map(key => key.slice(key.indexOf('.') + 1))) : [...keys]
}

/** What a whole table is of, as its title says: what was planned, or what was spent. */
type Account = ReturnType<typeof accountIn>

/** Words that say no more than what all amounts of a table are, unless it is of the other account. */
const MEASURES: readonly (readonly [word: string, other: Account])[] = [
  ['budget', 'final-accounts'],
  ['final', 'budget'],
]

/** The one word with which a table says of its amounts whether they were planned or spent, where that is what such tables hold; null where it has both. */
function measureOf(keys: readonly (string | null)[], account: Account): string | null {
  const [[word, other] = [null, null], ...more] = MEASURES.filter(([own]) => keys.some(key => key?.split('.').includes(own)))
  return more.length > 0 || other === account ? null : word
}

/** Whether the lowest head of a column says the measure and nothing else, below one that says what the figures are: 决算数 below 基本支出. */
function isBelowHead(key: string, path: readonly string[], measure: string | null): boolean {
  const words = key.split('.').slice(0, -1)
  return (
    measure !== null && wordKey(path.at(-1) ?? '') === measure && words.some(word => !YEAR.test(word) && !word.startsWith('~'))
  )
}

/** Columns of several years side by side: those of the last one are the table's own and lose the year. */
function withoutLatestYear(keys: (string | null)[]): void {
  const latest = keys
    .flatMap(key => /^y\d{4}/.exec(key ?? '')?.[0] ?? [])
    .sort()
    .at(-1)
  keys.forEach((key, at) => {
    if (latest !== undefined && key?.startsWith(`${latest}.`)) keys[at] = tidied(key.slice(latest.length + 1))
  })
  // 上年 and 当年 side by side: 当年 is the table's own.
  if (!keys.some(key => key?.startsWith('previous.'))) return
  keys.forEach((key, at) => {
    if (key === 'current') keys[at] = 'total'
    else if (key?.startsWith('current.')) keys[at] = key.slice('current.'.length)
  })
}

/** A column with what it was taken for; one `ofUnits` says what the figures of each row are in. */
interface Taken {
  readonly path: readonly string[]
  readonly ofUnits: boolean
}

/** A sum under a group, beside the total of all columns of a list, is what both words say: 小计 under 三公经费 is that of 三公. */
function distinguish(keys: (string | null)[], taken: readonly Taken[], members: readonly number[]): void {
  const sums = members.flatMap(at => (keys[at] === 'total' ? [{ at, path: taken[at]?.path ?? [] }] : []))
  if (!sums.some(({ path }) => path.length === 1)) return
  for (const { at, path } of sums) if (path.length > 1) keys[at] = wordKey(path.slice(-2).join('')) || null
}

/** 本年预算 beside 编制预算, what this year adds to what is left of earlier ones, is the whole of both. */
function tellWhole(keys: (string | null)[], taken: readonly Taken[], members: readonly number[]): void {
  const own = members.filter(at => keys[at] === 'current')
  const isNew = (at: number): boolean => plain(taken[at]?.path.at(-1) ?? '').startsWith('编制')
  if (own.some(isNew)) for (const at of own) if (!isNew(at)) keys[at] = 'total'
}

/** The keys of columns, put together from the words of their heads: without what all columns of a list have in common, and without the latest of several years. */
export function keysOf(
  taken: readonly Taken[],
  roles: readonly ColumnRole[],
  { lists, account }: { readonly lists: readonly number[]; readonly account: Account },
): (string | null)[] {
  const keys = taken.map(({ path, ofUnits }, at) => (ofUnits ? UNIT_OF_ROW : keyOf(path, roles[at] ?? 'text')))
  const measure = measureOf(
    keys.filter((_, at) => roles[at] === 'amount'),
    account,
  )
  for (const list of new Set(lists)) {
    const members = keys.flatMap((key, at) => (lists[at] === list && roles[at] === 'amount' && key !== null ? [at] : []))
    const common = withoutCommon(members.map(at => keys[at] ?? ''))
    const isMeasured = common.every((key, index) => isBelowHead(key, taken[members[index] ?? -1]?.path ?? [], measure))
    const short = isMeasured ? common.map(key => key.slice(0, key.lastIndexOf('.'))) : common
    members.forEach((at, index) => {
      // A group whose words are not known and that not all columns share: what says no more than 合计 under it has no key.
      const words = (short[index] ?? '').split('.')
      const known = words.filter(word => !word.startsWith('~'))
      const isUnder = words.some(word => word.startsWith('~') && word.length > 1)
      const vague = isUnder && known.every(word => word === 'total' || YEAR.test(word))
      // Nor has what a known group beside it says as well: 一般公共预算 under 财政拨款结转 is not all of it.
      const isAgain = isUnder && short.some(other => !other.includes('~') && other.endsWith(`.${known.join('.')}`))
      keys[at] = vague || isAgain ? null : tidied(known.join('.'))
    })
    distinguish(keys, taken, members)
    tellWhole(keys, taken, members)
  }
  // Once for all lists: the years of a second one would be older where those of the first have lost theirs.
  withoutLatestYear(keys)
  return keys
}

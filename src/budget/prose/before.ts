import { isMoneyUnit } from '../money/amount.ts'
import { withoutBracket } from './label.ts'
import { isPhrase, startOf } from './phrase.ts'
import { isBase, isCompleted, isNow, isWholeOfShare, type ProseFact } from './prose.ts'
import { goesOn } from './respective.ts'
import { BOUND_BEHIND } from './words.ts'

/** A label starts behind one of these; what 、 joins is one name of money, 会议费、培训费, but behind a bracket, a figure or the number of an item. */
const BOUNDARY = /[,;:。(]|\)、?|^、|、$|(?<=(?:^|[,;:。])[一二三四五六七八九十\d]{1,3})、/g
/** Of things that are counted the last one is named: 办公室、财务处等10个处室. */
const BOUNDARY_OF_COUNT = /[,;:。()、]/g
/** A bracket within a name is none of them, 某局(本级)收入预算; one with digits, behind an amount or before a punctuation mark is no part of a name. */
const IN_NAME = /(?<=[\p{Script=Han}”〕])(?<!元)\([^()\d]*\)(?=\p{Script=Han})/gu

/** What a bracket behind the year compared with tells is the figure of that year: 比2019年(70.00万元)增加…, 比上年预算(注:上年70.00万元)增加…. */
const BASE_IN_BRACKET = /(?:^|[,;:。])([^,;:。()]*)\((?:注:)?(?:(?:上年|去年|20\d\d年)(?:预算|决算|执行)?数?为?)?$/

const isOfMoney = (unit: string | undefined): boolean => unit === undefined || unit === '%' || isMoneyUnit(unit)

/** The words of a clause right before a figure; those before a colon where it stands right behind one: 项目支出:35万元. */
function labelBefore(words: string, unit: string | undefined): string {
  const before = words.replace(/:$/, '')
  const base = BASE_IN_BRACKET.exec(before)?.[1]
  if (base !== undefined && isBase(base)) return base
  const named = withoutBracket(before)
  const boundary = isOfMoney(unit) ? BOUNDARY : BOUNDARY_OF_COUNT
  const last = [...named.replaceAll(IN_NAME, bracket => '〔'.repeat(bracket.length)).matchAll(boundary)].at(-1)
  const from = last ? last.index + last[0].length : 0
  return from === named.length ? '' : before.slice(from)
}

/** The words before a figure that it is told by: 完成年初预算20.00万元的 with the budget that they name, 单价100万元以上设备 with the bound, of shares told together those of the first. */
function labelOf(words: string, unit: string | undefined, last: ProseFact | undefined): string {
  const label = labelBefore(words, unit)
  if (last === undefined) return label
  if (goesOn(words, unit, last)) return last.label
  const isOfBound = label === words && last.kind === 'amount' && BOUND_BEHIND.test(words)
  return isOfBound || (words === '的' && (isCompleted(last) || isWholeOfShare(last)))
    ? `${last.label}${last.text}${words}`
    : label
}

/** The words before a figure, and those of them that it is named by. */
export interface Labelled {
  readonly label: string
  readonly named: string
  /** Whether the figure is an amount from which another is reached, or that other one. */
  readonly moved: 'from' | 'to' | null
}

/** A label cut before the words that make its amount one from which another is reached: 三公经费|由2024年的. */
function cut(label: string): readonly [named: string, from: string] | null {
  const at = startOf(label, 'from')
  return at < 0 ? null : [label.slice(0, at), label.slice(at)]
}

/** The label of a figure; of 三公经费由2024年的12万元减少到9万元 both are 三公经费, the first told as what the second is compared with. */
export function labelled(words: string, unit: string | undefined, last: ProseFact | undefined): Labelled {
  const isAmount = unit !== undefined && isMoneyUnit(unit)
  if (isAmount) {
    const moved = last?.kind === 'amount' && !isNow(last) && isPhrase(words, 'to') ? cut(labelBefore(last.before, unit)) : null
    if (moved) return { label: `${moved[0]}${words.replace(/^,/, '')}`, named: moved[0], moved: 'to' }
  }
  const label = labelOf(words, unit, last)
  const from = isAmount ? cut(label) : null
  return from ? { label: from[1], named: from[0], moved: 'from' } : { label, named: label, moved: null }
}

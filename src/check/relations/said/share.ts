import { coreOf } from '../../../budget/columns/money-words.ts'
import type { Dataset } from '../../../budget/dataset.ts'
import { magnitude, tellingDigits } from '../../../budget/money/amount.ts'
import { isNow, type ProseFact } from '../../../budget/prose/prose.ts'
import { addedUp, type Check, type Term } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { ifMostHold, notEvaluable, toldTerm } from '../compare.ts'
import { decimals, HUNDRED_PERCENT, HUNDREDTHS, percentOf, ratioCheck, scaled } from '../sums/ratio.ts'
import { isAmount, isOfDocument } from './facts.ts'
import { isOfNarrower } from './narrower.ts'

/** A share of a sentence and the amount it is the share of. */
export interface Shared {
  readonly share: ProseFact
  readonly part: ProseFact
}

/** A percentage in hundredths, and one step of its last printed place. */
const stepsOf = ({ value }: ProseFact): readonly [bigint, bigint] => [
  scaled(value, HUNDREDTHS),
  10n ** BigInt(Math.max(0, HUNDREDTHS - decimals(value))),
]

/** Between which wholes, in the scale, a share is of its part to a step of its last place, rounded, cut or bent; no most of one step or none, which may be as good as nothing of a whole of any size. */
function wholesOf({ share, part }: Shared): { readonly least: bigint; readonly most: bigint | null } {
  const [printed, step] = stepsOf(share)
  const fen = 2n * SCALE * (part.fen ?? 0n)
  const most = printed > step ? (fen + SCALE * part.step) / (printed - step) : null
  return { least: (fen - SCALE * part.step) / (printed + step), most }
}

/** Whether one whole makes all these shares, each within a step of its last place. */
export function haveOneWhole(shares: readonly Shared[]): boolean {
  const ranges = shares.map(wholesOf)
  return ranges.every(({ least }) => ranges.every(({ most }) => most === null || least <= most))
}

/** The whole that a part and its share make, in 分; null of a share of nothing. */
export function wholeBy({ share, part }: Shared): bigint | null {
  const [printed] = stepsOf(share)
  return part.fen === null || printed === 0n ? null : (part.fen * HUNDRED_PERCENT) / printed
}

/** So that wholes are divided without losing 分. */
const SCALE = 10_000n

/** A share of fewer steps of its last place, 49% or 4.9%, leaves its whole open by more than two in a hundred: two such agree by chance. */
const TELLING_STEPS = 50n
export const isTelling = ({ share }: Shared): boolean => {
  const [printed, step] = stepsOf(share)
  return printed >= TELLING_STEPS * step
}

/** Shares each without which the others, two of them telling, have one whole, where all of them have none. */
const oddOf = (shares: readonly Shared[]): readonly Shared[] =>
  shares.length < 3 || haveOneWhole(shares)
    ? []
    : shares.filter(one => {
        const others = shares.filter(other => other !== one)
        return others.filter(isTelling).length > 1 && haveOneWhole(others)
      })

/** The check that is furthest off. */
function furthest(checks: readonly Check[]): Check[] {
  const off = ({ difference }: Check): bigint => magnitude(difference ?? 0n)
  return checks.filter(check => checks.every(other => off(other) <= off(check))).slice(0, 1)
}

/** What a share says that it is of: 占本年支出合计的, without how it is counted; empty where it says nothing. */
export const namedIn = ({ label }: ProseFact): string =>
  coreOf(/占([^占]{2,}?)(?:\d[\d.,]*[亿万千]?元)?(?:的|比重|比例)*$/.exec(label)?.[1]?.replaceAll(/["'“”‘’]/g, '') ?? '')

/** Words that say how, and not what, money is: 三公经费支出 is 三公经费, 面向中小企业采购 is 中小企业采购. */
const IDLE = /支出|经费|费用?|资金|金额|规模|面向|授予|^全[国省市州县区]|的/g
const bareOf = (name: string): string => name.replaceAll(IDLE, '')

/** Whether an amount may be called so, 三公经费 for 三公经费财政拨款支出: nothing but how it is counted differs. */
function isCalled(fact: ProseFact | undefined, name: string): boolean {
  const [own, said] = [bareOf(coreOf(fact?.subject ?? '')), bareOf(name)]
  const isSame = own.replace('财政拨款', '') === said.replace('财政拨款', '') && said.replace('财政拨款', '') !== ''
  return own === said || isSame
}

/** Totals with what was left before, and those of the year alone. */
const WITH_LEFT = /总计|总额|总收入|总支出|收入总|支出总/
const OF_THE_YEAR = /本年|当年|合计/
/** Whether the words of a share and of an amount tell the same total: 占支出总计 is none of 本年支出合计. */
const areOneTotal = (one: string, other: string): boolean =>
  !(WITH_LEFT.test(one) && OF_THE_YEAR.test(other)) && !(OF_THE_YEAR.test(one) && WITH_LEFT.test(other))

/** Whether an amount is told for itself, of this year and of all that its name says, by the words that a share names its whole with. */
function isWhole(dataset: Dataset, at: number, share: ProseFact): boolean {
  const fact = dataset.prose[at]
  if (fact === undefined || !isAmount(fact) || !isNow(fact) || !isOfDocument(dataset, fact)) return false
  return areOneTotal(share.label, fact.label) && !isOfNarrower(dataset, at)
}

/** The amounts, by their places, that a share may name as its whole: those of that name, and those of its section that end so and are no less than the part. */
function namedWholes(dataset: Dataset, share: ProseFact): Record<'exact' | 'like', readonly number[]> {
  const { prose: facts } = dataset
  const name = namedIn(share)
  const part = facts[share.of ?? -1]?.fen ?? 0n
  if (name === '') return { exact: [], like: [] }
  const earlier = facts.slice(0, share.of ?? 0)
  const named = earlier.flatMap((fact, at) => (coreOf(fact.subject) === name && isWhole(dataset, at, share) ? [at] : []))
  // Told again, an amount is the same one.
  const exact = named.filter((at, index) => !named.slice(index + 1).some(other => facts[other]?.fen === facts[at]?.fen))
  // An amount that its parts are listed behind, …支出700万元,按经济科目分类:, stands over their section.
  const sections = [share.section, share.section.replace(/(?:^| > )[^>]*$/, '')]
  const isLike = (fact: ProseFact): boolean =>
    isAmount(fact) && sections.includes(fact.section) && (fact.fen ?? 0n) >= part && coreOf(fact.subject).endsWith(name)
  return { exact, like: earlier.flatMap((fact, at) => (isLike(fact) && !isPartOf(facts, at, name) ? [at] : [])) }
}

/** Facts behind an amount among which its share stands. */
const SHARE_BEHIND = 5

/** Whether an amount is itself said to be a part of what is called so. */
const isPartOf = (facts: readonly ProseFact[], part: number, name: string): boolean =>
  facts
    .slice(part + 1, part + 1 + SHARE_BEHIND)
    .some(fact => fact.kind === 'share' && fact.of === part && namedIn(fact) === name)

/** A share against its part of a whole. */
const checkOf = (identity: string, { share, part }: Shared, whole: readonly Term[], plugged?: boolean): Check =>
  ratioCheck({ identity, printed: percentOf(share), part: [toldTerm(part)], whole, slack: part.told / 2n, plugged })

/** The amount, by its place, that a share is of: the one its list is told of or the one it names, in whichever it holds. */
function wholeOf(dataset: Dataset, share: ProseFact, id: string): number | null {
  const { prose: facts } = dataset
  if (share.whole !== null) return share.whole
  const part = facts[share.of ?? -1]
  const { exact, like } = namedWholes(dataset, share)
  const wholes = [part?.whole ?? null, ...exact, ...like].flatMap(at => {
    const whole = at === null ? undefined : facts[at]
    // A sentence behind a list whose amount is more than its whole goes on with something else.
    const isBehind =
      whole?.sentence !== part?.sentence && (whole?.fen ?? 0n) < (part?.fen ?? 0n) && !/^其中/.test(part?.before ?? '')
    return at === null || !whole?.fen || isBehind ? [] : [{ at, whole: [toldTerm(whole)] }]
  })
  const isHeld = (whole: readonly Term[]): boolean =>
    part !== undefined && part.fen !== null && checkOf(id, { share, part }, whole).outcome !== 'broken'
  const name = namedIn(share)
  const isExact = ({ at }: (typeof wholes)[0]): boolean => name !== '' && coreOf(facts[at]?.subject ?? '') === name
  // 占支出总预算 is no share of 项目支出 where the total itself is told.
  const named = wholes.find(isExact) ?? wholes.find(({ at }) => isCalled(facts[at], name))
  return (wholes.find(({ whole }) => isHeld(whole)) ?? named ?? wholes[0])?.at ?? null
}

/** Whether the amount that a list is itself a part of makes a share but for a step of its last place: 其中 within 其中 may end before it. */
function isOfOuter(facts: readonly ProseFact[], { share, part }: Shared, whole: ProseFact): boolean {
  const outer = facts[whole.whole ?? -1]
  const [printed, step] = stepsOf(share)
  if (!outer?.fen || part.fen === null) return false
  return magnitude((part.fen * HUNDRED_PERCENT) / outer.fen - printed) <= step || isOfOuter(facts, { share, part }, outer)
}

/** Fewer characters are no name: 在426.79亿元采购规模中. */
const NAMED = 2

/** What several amounts make together has a share: 合计占政府采购支出总额的. */
const OF_SEVERAL = /^(?:.*[,;:])?(?:[两三四五六]项)?(?:合计|共计|总计|共)占/

/** Whether an amount, and no other as well, is what a share says that it is of: where several end in its name, that of its list is. */
function isSaidOf(dataset: Dataset, { share, part }: Shared, whole: ProseFact): boolean {
  const { prose: facts } = dataset
  if (facts[share.whole ?? -1] === whole) return true
  const isOfList = facts[part.whole ?? -1] === whole
  // A share of nothing, or of as much as an amount elsewhere, is that of another: 授予小微企业40万元（监狱企业0万元），分别占….
  if (part.fen === 0n || (part.fen === whole.fen && !isOfList)) return false
  if (OF_SEVERAL.test(share.label) || isOfOuter(facts, { share, part }, whole)) return false
  const name = namedIn(share)
  const isUnnamed = name === '' || (isOfList && coreOf(whole.subject).length < NAMED)
  const { exact, like } = namedWholes(dataset, share)
  const isOne = isOfList || (exact.length > 0 ? exact : like).length <= 1
  return isOne && (isUnnamed || (isCalled(whole, name) && areOneTotal(share.label, whole.label)))
}

/** As many shares hold in the sum of the parts by no chance; then it is their whole, and the one that does not is wrong. */
const SEVERAL = 3

/** Checks of which one alone is broken, else none. */
const oneBroken = (checks: readonly Check[]): Check[] =>
  checks.filter(({ outcome }) => outcome === 'broken').length === 1 ? [...checks] : []

/** A share of as many digits is that of its figures by no chance: they are the ones that are meant. */
const PROVING = 3
const isProving = ({ outcome, left }: Check): boolean =>
  outcome === 'holds' && tellingDigits(left.terms[0]?.text ?? '') >= PROVING

/** Shares of parts in their whole. Parts whose shares make up 100 % and whose whole is not said make it up themselves. */
export function shareChecks(dataset: Dataset, { id }: Of<'share'>): Check[] {
  const { prose: facts } = dataset
  const shares = facts.filter(fact => fact.kind === 'share' && fact.of !== null && !fact.aside)
  const groups = Map.groupBy(shares, share => wholeOf(dataset, share, id) ?? `sentence ${share.sentence}`)
  return [...groups].flatMap(([at, group]) => {
    const amounts = group.flatMap(share => facts[share.of ?? -1] ?? [])
    if (amounts.length < group.length || amounts.some(amount => amount.fen === null)) return []
    const said = typeof at === 'number' ? facts[at] : undefined
    const all = group.reduce((sum, share) => sum + scaled(share.value, HUNDREDTHS), 0n)
    const complete = magnitude(all - HUNDRED_PERCENT) <= 10n
    // Two shares of one amount: that of the second was not read, and the parts make up less than their whole.
    if (said === undefined && (new Set(amounts).size < group.length || group.length < (complete ? 2 : SEVERAL))) return []
    const whole = (said ? [said] : amounts).map(amount => toldTerm(amount))
    if (addedUp(whole) === 0n) return []
    const pairs = group.map((share, at): Shared => ({ share, part: amounts[at] as ProseFact }))
    const checks = pairs.map(pair => {
      const check = checkOf(id, pair, whole, all === HUNDRED_PERCENT)
      const isOther = check.outcome === 'broken' && said !== undefined && !isSaidOf(dataset, pair, said)
      return isOther ? notEvaluable(check, 'a share of another whole') : check
    })
    // No whole makes all of them, whichever is meant: one is wrong, by what the parts make together.
    const odd = said === undefined ? oddOf(pairs) : []
    if (odd.length > 0) return furthest(checks.filter((_, at) => odd.includes(pairs[at] as Shared)))
    if (said === undefined && !complete) return oneBroken(checks)
    if (said === undefined && /占[^占]*的$/.test(group[0]?.label ?? '')) return []
    return checks.some(isProving) ? checks : ifMostHold(checks, 'shares of another whole')
  })
}

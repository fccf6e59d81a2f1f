import { HEADING_NUMBERS, isFirstItem } from '../../heading-number.ts'
import { coreOf } from '../columns/money-words.ts'
import { FIGURE, isNow, isOfSide, isTold, type ProseFact } from './prose.ts'
import { PARTS_FOLLOW } from './words.ts'

/** The words before the first figure of an item without a number. */
const LONGEST_ITEM = 24

/** A list of sentences that tell an amount in parts. */
interface List {
  /** The amount, by its place among the facts. */
  readonly whole: number
  /** How its items are numbered: a place among the numbers, -1 for not at all, null before its first item. */
  readonly mark: number | null
  /** The sentence that its last numbered item begins with. */
  readonly at: number
}

/** The lists that are open behind some sentences, the innermost last. */
export type Lists = readonly List[]

/** What a sentence is to the lists before it: those it leaves open, and the amount, by its place among the facts, that it tells a part of. */
interface Item {
  readonly lists: Lists
  readonly whole: number | null
}

/** Whether a sentence without a number begins with what an amount is called, and could be an item of an amount. */
function isItem(text: string, whole: ProseFact | undefined): boolean {
  const at = text.search(FIGURE)
  const name = text.slice(0, at)
  if (at <= 0 || at > LONGEST_ITEM || /[。,;:]|20\d\d年/.test(name)) return false
  return isOfSide(name, whole)
}

/** The amount that the last item of a list told, by its place among the facts; where it told parts of it too, what is numbered behind it tells these again: -1. */
function toldLast({ whole, at }: List, facts: readonly ProseFact[]): number {
  const told = facts.findLastIndex(fact => fact.sentence >= at && fact.whole === whole && fact.kind === 'amount' && isNow(fact))
  return facts.some(fact => fact.whole === told) ? -1 : told
}

/** The lists that a sentence leaves open, itself by its place among all, and the amount among the facts before that it tells a part of. */
export function itemOfList(lists: Lists, text: string, facts: readonly ProseFact[], at: number): Item {
  const mark = HEADING_NUMBERS.findIndex(pattern => pattern.test(text))
  const last = lists.at(-1)
  const couldBe = last !== undefined && isItem(text, facts[last.whole])
  const outer = mark < 0 ? -1 : lists.findLastIndex(list => list.mark === mark)
  const list = lists[outer]
  if (list) return { lists: [...lists.slice(0, outer), { ...list, at }], whole: list.whole }
  if (last?.mark === null && (mark >= 0 || couldBe))
    return { lists: [...lists.slice(0, -1), { ...last, mark, at }], whole: last.whole }
  // 1.本年收入合计100万元。(1)一般公共预算拨款收入60万元。(2)…: a list of its own behind an item is of what that told.
  const inner = last?.mark != null && last.mark >= 0 && mark > last.mark && isFirstItem(text) ? toldLast(last, facts) : -1
  if (inner >= 0 && isOfSide(text.slice(0, text.search(FIGURE)), facts[inner]))
    return { lists: [...lists, { whole: inner, mark, at }], whole: inner }
  if (mark >= 0) return { lists: lists.filter(list => list.mark !== null && list.mark >= 0 && list.mark < mark), whole: null }
  if (last?.mark !== -1) return { lists: lists.filter(list => list.mark !== null), whole: null }
  return couldBe ? { lists, whole: last.whole } : { lists: lists.slice(0, -1), whole: null }
}

/** A name of fewer characters is one of many things. */
const NAMED = 4

/** Whether a sentence begins with what an amount is called: 财政拨款支出主要内容如下. */
function isOf(text: string, { subject }: ProseFact): boolean {
  const name = coreOf(subject)
  return name.length >= NAMED && text.startsWith(name)
}

/** The lists open behind a sentence that ends in 其中: the amount that it told last is told in parts. */
export function opened(lists: Lists, text: string, facts: readonly ProseFact[], sentence: number): Lists {
  const first = /^其中/.test(text) ? facts.find(fact => fact.sentence === sentence && fact.kind === 'amount') : undefined
  if (typeof first?.whole === 'number') return [...lists, { whole: first.whole, mark: -1, at: sentence }]
  if (!PARTS_FOLLOW.test(text)) return lists
  const isBare = text.search(FIGURE) < 0
  const of = isBare ? sentence - 1 : sentence
  const told = facts.findLastIndex((fact, at) => fact.sentence === of && isTold(fact, facts[at - 1]))
  const whole = told < 0 && isBare ? facts.findLastIndex(fact => isNow(fact) && isOf(text, fact)) : told
  return whole < 0 ? lists : [...lists, { whole, mark: null, at: sentence }]
}

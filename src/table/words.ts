import { isDashes, MINUS } from '../dashes.ts'
import { itemAt } from '../geometry.ts'
import { NOTE_SIGNS } from '../note-signs.ts'
import { simplified } from '../traditional.ts'

/** A whole cell that prints an amount: digits, grouping, decimals, the sign of a currency; also a share, a bracketed negative, or a change with an arrow. */
const AMOUNT = new RegExp(
  String.raw`^[${MINUS}+↑↓]?[(（]?[¥￥]?[${MINUS}]?[\d０-９][\d０-９,，]*([.．][\d０-９]+)?[)）]?[%％]?[↑↓]?[${NOTE_SIGNS}]*$`,
)
/** What stands for nothing in a column of amounts, but for dashes. */
const NIL = /^(?:[…·.]{2,}|\*+|\/|无|零)$/
/** Rows that carry a sum over a page break: 过次页 or 本页小计 at the foot, 承前页 at the head, whatever stands behind it. */
const CARRY = /^(?:过次页|转[次下]页|承前页|承上页|接[前上]页|本页[小合总累]计)/
/** A page counted: 第3页, 第 3 页 共 4 页. */
const PAGE_COUNT = /^第\d{1,4}页[,，/]?(?:共\d{1,4}页)?$/
/** Labels of rows that hold the sum of others. */
const TOTAL = /^(?:合计|总计|共计|收入总计|支出总计|本年收入合计|本年支出合计|收入合计|支出合计)$/
/** A bracket that a text leaves open, and one that the next text closes: 资金（万 over 元）. */
export const OPENED = /[(（][^()（）]*$/
export const CLOSED = /^[^()（）]*[)）]/

/** Text without white space; most cells have none, and looking is cheaper than replacing. */
export const squash = (text: string): string => (/\s/.test(text) ? text.replace(/\s+/gu, '') : text)

/** Whether a cell prints an amount and nothing else. */
export const isAmount = (text: string): boolean => AMOUNT.test(squash(text))

/** Whether a text without white space is a mark that stands for no amount. */
const isPlainNil = (plain: string): boolean => isDashes(plain) || NIL.test(plain)

/** How many decimals an amount prints. */
export const decimalsOf = ({ text }: { readonly text: string }): number => /[.．](\d*)/.exec(squash(text))?.[1]?.length ?? 0

/** Whether a cell prints a mark that stands for no amount. */
export const isNil = (text: string): boolean => isPlainNil(squash(text))

/** Whether a cell says something in words: neither empty, nor an amount, nor a mark for none. */
export function isWords(text: string): boolean {
  const plain = squash(text)
  return plain !== '' && !AMOUNT.test(plain) && !isPlainNil(plain)
}

/** Whether a text without white space ends as the names of tables do: with 表, perhaps with brackets behind it. */
export const endsInTable = (text: string): boolean => /表(?:[(（][^()（）]*[)）])*$/.test(text)

/** Whether a label carries a sum over a page break. */
export const isCarry = (text: string): boolean => CARRY.test(simplified(squash(text)))

/** Whether a text counts the page and says nothing else. */
export const isPageCount = (text: string): boolean => PAGE_COUNT.test(squash(text))

/** Whether a label is that of a total. */
export const isTotal = (text: string): boolean => TOTAL.test(simplified(squash(text)))

/**
 * How alike two texts are, 0 to 1: one less the edit distance (Levenshtein 1966) as a share of the longer one, so that a
 * character misread or a speck more does not make another word.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0) return 0
  let row = Array.from({ length: short.length + 1 }, (_, index) => index)
  for (let at = 1; at <= long.length; at++) {
    const next = [at]
    for (let index = 1; index <= short.length; index++) {
      const same = short[index - 1] === long[at - 1] ? 0 : 1
      next.push(Math.min(itemAt(row, index) + 1, itemAt(next, index - 1) + 1, itemAt(row, index - 1) + same))
    }
    row = next
  }
  return 1 - itemAt(row, short.length) / long.length
}

/** Decimals that are kept of an amount: 亿元 are printed with up to six. */
const DECIMALS = 6

/** ASCII and Han characters: NFKC changes none of them, and looking is cheaper than normalising. */
const IS_NORMAL = /^[ -~\u4e00-\u9fff]*$/

const NOTE_BEHIND = new RegExp(String.raw`(?<=[\d)])[${NOTE_SIGNS}]+$`)

/** Text in the form NFKC: figures of any width and kind as plain digits, but for the mark of a note behind them. */
const normalised = (text: string): string => (IS_NORMAL.test(text) ? text : text.replace(NOTE_BEHIND, '').normalize('NFKC'))

/** A figure behind a sign, in a bracket or beside an arrow that makes it a negative one. */
const IS_NEGATIVE = new RegExp(`^[${MINUS}(↓]|↓$`)

/** The amount that a cell prints as an integer of millionths, negative in brackets or after a sign; null where it prints none. */
export function amountOf(text: string): bigint | null {
  const plain = squash(normalised(text)).replace(/[,¥]/g, '')
  if (!isAmount(plain) || plain.endsWith('%')) return null
  const [, whole = '0', decimals = ''] = /(\d+)(?:\.(\d+))?/.exec(plain) ?? []
  if (decimals.length > DECIMALS) return null
  const value = BigInt(whole + decimals.padEnd(DECIMALS, '0'))
  return IS_NEGATIVE.test(plain) ? -value : value
}

/** Those of some texts that stand there more often than among others. */
export function surplus(texts: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1)
  return texts.filter(text => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count <= 0
  })
}

/** A figure with decimals or grouped digits. */
export const FIGURES = /\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+/g

/** A text that is one such figure and nothing else, as most that have any. */
const ONE_FIGURE = /^\d[\d,]*\.\d+$/

/** The figures with decimals or grouped digits in a text, but those that say their unit as prose does. */
export function figuresIn(text: string): string[] {
  if (ONE_FIGURE.test(text)) return [text]
  const plain = normalised(text)
  if (!/\d[.,]\d/.test(plain)) return []
  // Prose says its unit behind the figure; a figure that a table lost does not.
  return [...plain.matchAll(FIGURES)].flatMap(match =>
    /^\s*(?:万|亿)?元|^\s*%/.test(plain.slice(match.index + match[0].length)) ? [] : [match[0]],
  )
}

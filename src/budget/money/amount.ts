import { isDashes } from '../../dashes.ts'
import type { CellPlace } from '../../finding.ts'
import { NOTE_SIGNS } from '../../note-signs.ts'
import { onceText } from '../../once.ts'
import type { Figures } from '../../sums.ts'
import type { Cell } from '../../table/table.ts'

/** What stands in an amount cell: a figure, or one of the kinds of nothing, which stay apart. */
type AmountState = 'value' | 'zero' | 'nil' | 'na' | 'blank'

/** A whole number without its sign. */
export const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

/** A sum of money exactly as printed, and in 分. */
export interface Money {
  /** Decimal number without grouping, as printed: "1215.75". */
  readonly value: string
  readonly unit: string
  readonly fen: bigint
  /** 分 of one step of the last printed place: how exact the figure is. */
  readonly step: bigint
}

/**
 * Where the unit of an amount is printed: behind the figure, in the label of its row, in the head of its column, in the title,
 * the caption or a line below the table, on another page of it, in a note of its body; or, where it prints none itself, beside the
 * same figure in the narrative or another table, or in most tables of the document; or `told` by a person who looked.
 */
export type UnitSource =
  | 'cell'
  | 'row'
  | 'column'
  | 'title'
  | 'caption'
  | 'below'
  | 'page'
  | 'note'
  | 'prose'
  | 'tables'
  | 'document'
  | 'told'

/** A figure of a table, or the nothing in its place. */
export interface AmountCell extends CellPlace {
  readonly cell: Cell
  readonly state: AmountState
  /** The figure; null when the cell is blank, nil or not applicable, which count as 0 in sums. */
  readonly money: Money | null
  readonly unit: string
  readonly unitSource: UnitSource
}

/** Whether a unit is one of money: 元 to 亿元. */
export const isMoneyUnit = (unit: string): boolean => unit.endsWith('元')

/** 分 of one unit, the longest first. */
const FACTORS: Readonly<Record<string, bigint>> = {
  千万元: 1_000_000_000n,
  百万元: 100_000_000n,
  亿元: 10_000_000_000n,
  万元: 1_000_000n,
  千元: 100_000n,
  百元: 10_000n,
  元: 100n,
}

/** 分 of one unit, or null for a unit that is not money. */
export const fenOf = (unit: string): bigint | null => FACTORS[unit] ?? null

/** The units of money, longest first. */
export const MONEY_UNITS: readonly string[] = Object.keys(FACTORS)

/** Marks in the place of a figure: one too wide for its cell, left out, or covered. */
const UNREAD = /^(?:[#＃]{2,}|[.…·。]{2,}|…|[*＊]{2,}|[?？]+)$/
const NOT_APPLICABLE = /^(?:\/|n\/?a|x|×|不适用)$/i

/** Footnote marks before or behind a figure: `982.50①`, `982.50¹`, `982.50[1]`. Folded to plain digits they would become part of it. */
const FOOTNOTE = new RegExp(String.raw`^[①-⑳⑴-⒇*※]+(?=[\d(（△-])|(?<=[\d)）])(?:[*${NOTE_SIGNS}]+|[[〔]\d{1,2}[\]〕])$`, 'g')

/** White beside four digits or more, or behind decimals, or a line of its own parts two figures of one cell; digits in groups of three, and digits set wide, are one. */
const TWO_FIGURES = /\n|\d{4,}\s+\d|\d\s+\d{4,}|\.\d{2,}\s+\d/

/** Text of an amount cell in ASCII: full-width digits, the currency sign and the white within a figure gone. */
function ascii(text: string): string {
  if (/^[!-)+-Z^-~]*$/.test(text)) return text
  const folded = text.replaceAll(FOOTNOTE, '').normalize('NFKC')
  const figure = TWO_FIGURES.test(folded) ? folded : folded.replaceAll(/\s/g, '')
  return figure
    .replaceAll(/[¥￥]/g, '')
    .replaceAll('，', ',')
    .replace(/^[−–—](?=\d)/, '-')
    .replaceAll('−', '-')
}

/**
 * The decimal number that is printed, sign and digits without grouping; null when the text is no number.
 * Knows `1,215.75`, `１，２１５`, `-3.2`, `(3.20)`, `△3.20`, and changes with an arrow, `↓3.20`, `3.20↓`.
 */
export const decimalOf = onceText((text): string | null => decimalIn(ascii(text)))

/** What stands before a figure that is less than nothing, or less than it was. */
const NEGATIVE: ReadonlySet<string> = new Set(['-', '△', '▲', '(', '↓'])

/** The same of a text in ASCII. */
function decimalIn(shown: string): string | null {
  const match = /^([-△▲+↑↓]|\()?(\d+(?:,\d{3})*)(\.\d+)?(\)|[↑↓])?$/.exec(shown)
  if (!match) return null
  const [, sign, whole, fraction, close] = match
  const isArrow = close === '↑' || close === '↓'
  if ((sign === '(') !== (close === ')') || (isArrow && sign !== undefined)) return null
  const negative = close === '↓' || (sign !== undefined && NEGATIVE.has(sign))
  return `${negative ? '-' : ''}${(whole ?? '').replaceAll(',', '')}${fraction ?? ''}`
}

/** Which kind of nothing or something an amount cell holds; null when it is neither a figure nor a nothing. */
export function stateOf(text: string): AmountState | null {
  const shown = ascii(text)
  if (shown === '') return 'blank'
  if (isDashes(shown) || shown === '无') return 'nil'
  if (NOT_APPLICABLE.test(shown)) return 'na'
  const value = decimalIn(shown)
  if (value === null) return null
  return /[1-9]/.test(value) ? 'value' : 'zero'
}

/** What an amount cell prints: its state, the figure as text, and the unit where it stands behind the figure (`1,561.65万元`). */
export interface PrintedAmount {
  readonly state: AmountState
  readonly text: string
  readonly unit: string | null
}

const WITH_UNIT = new RegExp(`^(.*\\d[)）]?)(${MONEY_UNITS.join('|')})$`)

/** The share of a whole in brackets behind a figure or below it, 1,234.56(35.12%), or what is a part of it, 10（其中，灾情因素6万元）. */
const REMARK = /(?<=[\d元])\s*[(（]\s*(?:-?\d+(?:\.\d+)?\s*[%％]|(?:其中|不?含|包[括含])[^()（）]*)\s*[)）]$/

/** The figure or the nothing that a cell prints; null when it holds anything else. */
export const printedAmount = onceText((text): PrintedAmount | null => {
  const bare = text.replace(REMARK, '')
  const [, figure, unit = null] = (bare.includes('元') && WITH_UNIT.exec(bare.replaceAll(/\s/g, ''))) || []
  const shown = (figure ?? bare).replace(REMARK, '')
  const state = stateOf(shown)
  return state === null ? null : { state, text: shown, unit }
})

/** Whether a text stands where a figure should and gives none: `########`, `……`. */
export const isUnreadMark = (text: string): boolean => UNREAD.test(text.replaceAll(/\s/g, ''))

/** More than this is no sum of money, and no number holds it whole. */
const MOST_FEN = BigInt(Number.MAX_SAFE_INTEGER)

/** A printed figure as money; null when the text is no number, the unit no money, or the sum more than can be added up (90 万亿元: figures run together). Digits below 分 are rounded half up. */
export function moneyOf(text: string, unit: string): Money | null {
  const value = decimalOf(text)
  const factor = fenOf(unit)
  if (value === null || factor === null) return null
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.')
  const digits = BigInt(whole + fraction)
  const scale = 10n ** BigInt(fraction.length)
  const step = factor / scale
  // Few figures print more than 分: of the others each step is whole.
  const fen = step === 0n ? (2n * digits * factor + scale) / (2n * scale) : digits * step
  if (fen > MOST_FEN) return null
  return { value, unit, fen: value.startsWith('-') ? -fen : fen, step: step === 0n ? 1n : step }
}

/** Digits of a decimal number that tell it from others: `12,000.00` has two, `0.05` one. */
export const tellingDigits = (text: string): number => text.replaceAll(/\D/g, '').replaceAll(/^0+|0+$/g, '').length

/** 分 as a decimal number of a unit, exact, with at least two places: 1215750000 → "1215.75" 万元. */
export function inUnit(fen: bigint, unit: string): string {
  const factor = fenOf(unit) ?? 1n
  const places = `${factor}`.length - 1
  const digits = `${magnitude(fen)}`.padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${fen < 0n ? '-' : ''}${whole}.${fraction.padEnd(2, '0')}`
}

/** Amounts side by side as sums compare them; where there is none, nothing is printed. */
export function figuresFrom(amounts: readonly (Money | null | undefined)[]): Figures {
  return { fen: amounts.map(money => Number(money?.fen ?? 0n)), step: amounts.map(money => Number(money?.step ?? 0n)) }
}

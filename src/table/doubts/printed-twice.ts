import { DOUBTFUL } from '../../evidence.ts'
import { type Finding, findingFrom } from '../../finding.ts'
import type { Grid } from '../../grid/grid.ts'
import { lineText } from '../../lines.ts'
import { pageNumberIn } from '../../spread.ts'
import type { PageText } from '../table.ts'
import { isAmount, isWords, likeness, squash, surplus } from '../words.ts'

/**
 * Two pages in a row that print the same, and so many figures, no two alike, are one page: of 135 published documents none has two
 * that print the same and a single figure, though 25 have two empty tables alike. Of a scan more is wanted, as less of it is read.
 */
const FIGURES = { printed: 1, scanned: 3 } as const
/** Of a scan more than this share of its figures, and of its words, is read alike from a second one. */
const MOSTLY = 0.8
/** This share of its figures is read otherwise the second time, both times for sure, at most. */
const MISREAD = 0.05
/** Words of a scan are read so much alike from a second one; titles that differ by a word are less (部门收支总表, 单位收支总表: .67). */
const ALIKE = 0.8

/** A page with what is read from it. */
interface Printed {
  readonly text: PageText
  readonly grids: readonly Grid[]
}

/** What a page prints in one place. */
interface Print {
  readonly text: string
  readonly isSure: boolean
  readonly isScanned: boolean
}

/**
 * The pages of a document in their order, those that print once more what the page before prints (a page put in, or scanned,
 * twice) left without grids and text: their rows would count twice. A finding for each.
 */
export function withoutRepeats<Part extends Printed>(
  parts: readonly Part[],
): { readonly parts: Part[]; readonly findings: Finding[] } {
  const findings: Finding[] = []
  let before: { readonly page: number; readonly prints: readonly Print[] } | null = null
  const kept = parts.map(part => {
    const { page } = part.text
    const prints = printsOf(part)
    if (prints.length === 0) return part
    const repeated = before !== null && isSamePage(before.prints, prints) ? before.page : null
    before = { page, prints }
    if (repeated === null) return part
    findings.push(repeatOf(page, repeated))
    return { ...part, grids: [], text: { ...part.text, lines: [], inCells: [], stray: [] } }
  })
  return { parts: kept, findings }
}

/** What a page prints, without its number. */
function printsOf({ text, grids }: Printed): Print[] {
  const lines = text.lines.map(line => ({
    text: lineText(line),
    confidence: Math.min(...line.map(({ confidence }) => confidence)),
    source: line[0]?.source,
  }))
  return [...lines.filter(line => pageNumberIn(line.text) === null), ...grids.flatMap(({ cells }) => cells)]
    .filter(print => print.text !== '')
    .map(({ text, confidence, source }) => ({
      text: squash(text),
      isSure: confidence >= DOUBTFUL,
      isScanned: source === 'ocr',
    }))
}

/** Whether two pages are one that is printed twice, or scanned twice: a scan is not read alike both times. */
function isSamePage(one: readonly Print[], other: readonly Print[]): boolean {
  const [first, second] = [figuresOf(one), figuresOf(other)]
  const fewest = Math.min(new Set(first).size, new Set(second).size)
  if (![...one, ...other].some(({ isScanned }) => isScanned))
    return fewest >= FIGURES.printed && one.length === other.length && one.every(({ text }, at) => text === other[at]?.text)
  if (fewest < FIGURES.scanned) return false
  return hasFiguresOf(one, other) && hasFiguresOf(other, one) && hasWordsOf(one, other) && hasWordsOf(other, one)
}

const isFigure = ({ text }: Print): boolean => isAmount(text) && /[1-9]/.test(text)

/** The figures of a page but for those that say nothing: 0.00. */
const figuresOf = (prints: readonly Print[]): string[] => prints.filter(isFigure).map(({ text }) => text)

/** Whether the figures of a page stand on another, too; where they do not one of that page was not read for sure. */
function hasFiguresOf(page: readonly Print[], other: readonly Print[]): boolean {
  const [figures, others] = [figuresOf(page), figuresOf(other)]
  const sure = figuresOf(page.filter(({ isSure }) => isSure))
  const unsure = other.filter(print => !print.isSure && isFigure(print)).length
  return (
    surplus(figures, others).length <= (1 - MOSTLY) * figures.length &&
    surplus(sure, others).length <= unsure + MISREAD * figures.length
  )
}

/** Whether the words of a page stand on another, too, and all that were read for sure. */
function hasWordsOf(page: readonly Print[], other: readonly Print[]): boolean {
  const texts = new Set(other.map(({ text }) => text))
  const isThere = ({ text: word }: Print): boolean => texts.has(word) || [...texts].some(text => likeness(text, word) >= ALIKE)
  const words = page.filter(({ text }) => isWords(text))
  const lost = words.filter(print => !isThere(print))
  return lost.length <= (1 - MOSTLY) * words.length && !lost.some(({ isSure }) => isSure)
}

const repeatOf = (page: number, first: number): Finding =>
  findingFrom({
    code: 'page-twice',
    page,
    zh: `第${page}页与第${first}页印的内容相同，视为重复的一页，未计入任何表`,
    en: `page ${page} prints what page ${first} prints; it is taken as the same page twice, and stands in no table`,
  })

import { BEFORE_LOOKING, type Decision, decideWhether, type Observation, seen, type Weights, weigh } from './evidence.ts'
import { alikeOf, type Box, lineBox, sideOf } from './geometry.ts'
import { linesOf, lineText } from './lines.ts'
import { onceEach } from './once.ts'
import type { Glyph, Page, Ruling } from './page/page.ts'

/** Page numbers: digits, alone or between dashes or dots, or 第 n 页, 第 n 页 共 m 页, n/m; 1,234 and 17929404 are amounts. */
const PAGE_NUMBER = /^[-—–·.\s]*第?\s*\d{1,4}\s*(?:页|(?:页?\s*[,，/]?\s*共|页\s*[,，/]?|\/)\s*\d{1,4}\s*页?)?[-—–·.\s]*$/

/** The number of a page where a text is nothing else; null where it is none. */
export const pageNumberIn = (text: string): number | null => (PAGE_NUMBER.test(text) ? Number(/\d+/.exec(text)?.[0]) : null)

/** The white in the middle of a sheet of two pages, of its width, at least: the inner margins of both, 12 pt each on A4 (.06 loses pages whose punctuation hangs over the margin). */
const GUTTER = 0.04
/** Print nearer than this to the middle from both sides, of the width of a sheet, is one text over it: a title of an even number of characters parts just there. */
const ADJOINS = 0.002
/** Places that print means to be the same are, to this much (in sizes). */
const SAME = 0.3
/** A page has at least so many lines of at least so many Chinese characters; the figures of half a table have none. */
const WORDS = { lines: 3, characters: 4 } as const

/** Rules of a table reach over so much of a page. */
const FRAME = 0.5

/** What tells two pages on a sheet; reasoned, not fitted: of 137 published documents none has such a sheet but by its page numbers. */
const WEIGHTS: Weights = {
  'before-looking': { weight: -4, examples: 0 },
  numbered: { weight: 9, examples: 0 },
  'same-margin': { weight: 3, examples: 0 },
  'printed-twice': { weight: 3, examples: 0 },
  centred: { weight: 4, examples: 0 },
  framed: { weight: 4, examples: 0 },
  'own-lines': { weight: 3, examples: 0 },
}

const ONE_PAGE = { middle: null, decision: null }

interface Half {
  readonly lines: readonly (readonly Glyph[])[]
  readonly rules: readonly Ruling[]
}

/** Where the line between two pages that are printed on one sheet stands (in points, the middle of the sheet); null where the page is one. */
export const spreadOf = (page: Page): number | null => readSheet(page).middle

/** The same with the decision; null where nothing speaks of two, such as where something is printed over the middle. */
export const readSheet = onceEach((page: Page): { readonly middle: number | null; readonly decision: Decision | null } => {
  const { glyphs, rulings, pictures, width, height } = page
  const middle = width / 2
  const ink = [...glyphs.filter(({ text }) => text !== ' '), ...pictures].map(({ box }) => box)
  const all: readonly Box[] = [...ink, ...rulings.map(lineBox)]
  const isCrossed = (white: number): boolean => all.some(([left, , right]) => left < middle + white && right > middle - white)
  const reaches = (side: 0 | 2): boolean => ink.some(box => Math.abs(box[side] - middle) <= ADJOINS * width)
  if (ink.length === 0 || isCrossed(0) || (reaches(0) && reaches(2))) return ONE_PAGE
  const lines = linesOf(glyphs)
  const halves = (['left', 'right'] as const).map(
    (side): Half => ({
      lines: lines
        .map(line => line.filter(({ box }) => sideOf(box[0], box[2], middle) === side))
        .filter(line => line.length > 0),
      rules: rulings.filter(rule => rule.axis === 'horizontal' && sideOf(rule.from, rule.to, middle) === side),
    }),
  )
  const [left, right] = halves
  if (left === undefined || right === undefined) return ONE_PAGE
  const numbered = [lines.at(-1), lines[0]].some(line => line !== undefined && isNumberedTwice(line, middle))
  const isApart = width > height && !isCrossed((GUTTER / 2) * width) && halves.every(hasWords)
  if (!numbered && !isApart) return ONE_PAGE
  const seenThere = isApart ? observations(left, right, middle) : []
  const evidence = [BEFORE_LOOKING, seen('numbered', Number(numbered), 'their page numbers follow each other'), ...seenThere]
  const labels = { no: 'one page', yes: 'two pages beside each other' }
  const found = evidence.filter(one => one !== null)
  const { choice, decision } = decideWhether('what a sheet shows', labels, weigh(found, WEIGHTS))
  return { middle: choice ? middle : null, decision }
})

/** Whether a line is the numbers of two pages that follow each other, one on each side. */
function isNumberedTwice(line: readonly Glyph[], middle: number): boolean {
  const { left = [], right = [] } = Object.groupBy(line, ({ box }) => sideOf(box[0], box[2], middle) ?? 'across')
  const [before, after] = [left, right].map(glyphs => pageNumberIn(lineText(glyphs)))
  return before != null && after === before + 1
}

const hasWords = ({ lines }: Half): boolean =>
  lines.filter(line => (lineText(line).match(/\p{Script=Han}/gu) ?? []).length >= WORDS.characters).length >= WORDS.lines

function observations(left: Half, right: Half, middle: number): readonly (Observation | null)[] {
  const size = Math.min(...[...left.lines, ...right.lines].flat().map(glyph => glyph.size))
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= SAME * size
  const margin = ({ lines }: Half): number => Math.min(...lines.map(startOf))
  const same = near(margin(left) + middle, margin(right))
  const twice = left.lines.some(line =>
    right.lines.some(
      other =>
        near(baselineOf(line), baselineOf(other)) &&
        near(startOf(line) + middle, startOf(other)) &&
        lineText(line) === lineText(other) &&
        line.length >= WORDS.characters,
    ),
  )
  const isCentred = ({ lines }: Half, axis: number): boolean => lines.some(line => near(middleOf(line), axis))
  const isFramed = ({ rules }: Half): boolean =>
    alikeOf(rules, (rule, first) => near(rule.at, first.at)).filter(row => extentOf(row) >= FRAME * middle).length >= 2
  const [places, others] = [left, right].map(({ lines }) => lines.map(baselineOf)).sort((a, b) => a.length - b.length)
  const shared = (places ?? []).filter(place => others?.some(other => near(place, other))).length / (places?.length ?? 1)
  return [
    seen('same-margin', Number(same), 'both halves begin at the same distance from the edge of a page'),
    seen('printed-twice', Number(twice), 'a line is printed on both, half a sheet apart'),
    seen('centred', Number(isCentred(left, middle / 2) && isCentred(right, 1.5 * middle)), 'lines stand in the middle of each'),
    seen('framed', Number(isFramed(left) && isFramed(right)), 'each has rules of its own'),
    seen('own-lines', 1 - 2 * shared, 'how many lines of the one are at the heights of lines of the other'),
  ]
}

const middleOf = (line: readonly Glyph[]): number => (startOf(line) + Math.max(...line.map(({ box }) => box[2]))) / 2
const extentOf = (rules: readonly Ruling[]): number =>
  Math.max(...rules.map(({ to }) => to)) - Math.min(...rules.map(({ from }) => from))
const startOf = (line: readonly Glyph[]): number => Math.min(...line.map(({ box }) => box[0]))
const baselineOf = (line: readonly Glyph[]): number => Math.max(...line.map(({ baseline }) => baseline))

/** The halves of a sheet that are left and right of the middle between two pages, each as a page of its own. */
export const halvesOf = (page: Page, middle: number): readonly Page[] =>
  (['left', 'right'] as const).map(side => {
    const isOn = (box: Box): boolean => sideOf(box[0], box[2], middle) === side
    return {
      ...page,
      glyphs: page.glyphs.filter(({ box }) => isOn(box)),
      rulings: page.rulings.filter(ruling => isOn(lineBox(ruling))),
      pictures: page.pictures.filter(({ box }) => isOn(box)),
      shades: page.shades.filter(isOn),
    }
  })

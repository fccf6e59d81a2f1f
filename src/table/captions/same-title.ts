import { STRENGTH } from '../../evidence.ts'
import { narrowDigits } from '../../full-width.ts'
import { isRecognised } from '../headers/repeated-header.ts'
import type { Piece } from '../joins/piece.ts'
import { isTotal, isWords, likeness, squash } from '../words.ts'
import { endsLikeTitle, isLabel, isNote, isPeriod } from './labels.ts'

/** Two titles that were recognised from a picture are one when they share this much: a character of ten misread. */
export const SAME_TITLE = 0.9
/** A title with the year or the department of the year before it, the title itself as |. */
const FOR_YEAR = /^[^|]*\d{4}年度?\|$/
/** Another name is doubtful as this where it does not end as titles do: the first line of a header stands over a grid as a title does. */
const PERHAPS_OTHER = -0.5
/** What parts titles that are else alike: 收入总表 and 支出总表 differ in one character of ten. */
const TELLING = /[收支入出总一二三四五六七八九十\d]/g

/** A line that names a table says something in words, and is no note to the one before. */
const IN_WORDS = /\p{Script=Han}{2}/u

/** A number before a title, such as that of the page: 2部门支出总表. */
const NUMBER_BEFORE = /^\d{1,2}(?=\p{Script=Han})/u

/** How surely two titles are one, -1 to 1: printed ones by their letters, recognised ones by likeness; a number before one of them is no part of it. */
function sameTitle(a: string, b: string, isRecognised: boolean): number {
  const [left, right] = [a, b].map(title => narrowDigits(title).replace(/[^\p{Script=Han}\p{L}\p{N}]/gu, ''))
  if (left === undefined || right === undefined || left === right) return 1
  if (left.replace(NUMBER_BEFORE, '') === right || right.replace(NUMBER_BEFORE, '') === left) return 1
  if ([left, right].some((title, index) => FOR_YEAR.test(title.replace([right, left][index] ?? '', '|')))) return STRENGTH.half
  const telling = [left, right].map(title => title.match(TELLING)?.join('') ?? '')
  return isRecognised && likeness(left, right) >= SAME_TITLE && telling[0] === telling[1]
    ? STRENGTH.half
    : endsLikeTitle(b)
      ? -1
      : PERHAPS_OTHER
}

/** Titles and numbers that two pieces both print, each with how surely they are one, -1 to 1. */
export const namesCompared = (a: Piece, b: Piece): { readonly names: readonly [string, string]; readonly score: number }[] =>
  (['title', 'number'] as const).flatMap(field => {
    const [own, other] = [a.caption[field], b.caption[field]]
    if (own === null || other === null) return []
    const score = field === 'number' ? 2 * Number(own === other) - 1 : sameTitle(own, other, isRecognised(b.grid))
    return [{ names: [own, other] as const, score }]
  })

/** Whether two pieces surely print different titles, or different numbers. */
export const hasOtherName = (a: Piece, b: Piece): boolean => namesCompared(a, b).some(({ score }) => score < PERHAPS_OTHER)

/** Lines over the later pieces of a table that may be a name, and may as well be the first line of their header. */
export const doubtfulNames = ([first, ...rest]: readonly Piece[]): { readonly page: number; readonly text: string }[] =>
  rest.flatMap(piece =>
    first === undefined
      ? []
      : namesCompared(first, piece).flatMap(({ names, score }) =>
          score === PERHAPS_OTHER ? [{ page: piece.grid.page, text: names[1] }] : [],
        ),
  )

/** The words of the first row where it is one cell over all columns. */
const bandOf = ({ rows: [top = []] }: Piece): string | null =>
  top.length > 1 && top.every(cell => cell === top[0]) && isWords(top[0]?.text ?? '') ? squash(top[0]?.text ?? '') : null

/** What says in words over a grid what it is of and is no title, （二）某单位 over one of several small tables, where nothing like it stands over the other one: a line, or a row across where both have one. */
export function otherLine(a: Piece, b: Piece): string | null {
  const bands = [bandOf(a), bandOf(b)]
  const isName = (text: string): boolean =>
    IN_WORDS.test(text) && !isNote(text) && !isTotal(text) && !isLabel(text) && !isPeriod(text)
  const own = (bands[0] && bands[1]) ?? b.caption.lines.findLast(({ text }) => isName(text))?.text ?? null
  const others = [bands[0], a.caption.title, ...a.caption.lines.map(({ text }) => text)]
  return own === null || others.some(text => text != null && likeness(text, own) >= SAME_TITLE) ? null : own
}

import { HAN } from '../heading-number.ts'
import { onceText } from '../once.ts'
import { simplified } from '../traditional.ts'

/** Printed words in the one form they are compared in: no white space, no quotes, half-width digits and brackets, simplified script. */
export const plain = onceText(text => simplified(IS_PLAIN.test(text) ? text : plainOf(text)))

/** Most labels are nothing but ordinary characters. */
const IS_PLAIN = /^[\u4e00-\u9fff0-9A-Za-z、。.,;%()-]*$/

/** Marks of notes before or behind words, which folded to plain digits would become a part of them. */
const NOTE_MARKS = /^[①-⑳]+|(?:[①-⑳]+|(?<=[\d\p{Script=Han})）])(?:[⁰¹²³⁴-⁹]+|[[〔]\d{1,2}[\]〕]))$/gu

const plainOf = (text: string): string =>
  text
    .replaceAll(NOTE_MARKS, '')
    .normalize('NFKC')
    .replaceAll(/[\s\u00a0]+/g, '')
    .replaceAll(/["'“”‘’「」『』《》]/g, '')
    .replaceAll('〔', '(')
    .replaceAll('〕', ')')

/** Whether a text is a figure of any kind, an amount, a number of heads or a share: it names nothing. */
export const isFigure = (text: string): boolean => /^[-+(]?\d[\d.,]*\)?[%‰]?$/.test(plain(text))

/** A text in one line as it is printed, null where there is none. */
export const inOneLine = (text = ''): string | null => text.replaceAll(/[\s\u00a0]+/g, ' ').trim() || null

/** How a line is numbered: 一、 is level 1, （一） 2, 1. 3, (1) 4. */
type Level = 1 | 2 | 3 | 4

/** A label taken apart: its numbering, null where it has none, whether it is one of several parts (其中：), and the bare name. */
export interface Label {
  readonly level: Level | null
  readonly memo: boolean
  readonly name: string
}

const MARKS: readonly (readonly [RegExp, Level])[] = [
  [new RegExp(`^${HAN}[、.．,，]`), 1],
  [new RegExp(`^\\(${HAN}\\)[、.]?`), 2],
  [/^\d{1,2}[、.．](?!\d)/, 3],
  [/^\(\d{1,2}\)[、.]?/, 4],
]

/** Lines of a drawn tree before a name: `├─`, `│└──`. */
const TREE_LINES = /^[\u2500-\u257f]+/

/** Take a printed label apart: `三、国防支出` → level 1, `国防支出`. */
export const labelOf = onceText((text): Label => {
  let name = plain(text).replace(TREE_LINES, '')
  let level: Level | null = null
  let memo = false
  for (;;) {
    const mark: (typeof MARKS)[number] | undefined = level === null ? MARKS.find(([pattern]) => pattern.test(name)) : undefined
    if (mark) {
      level = mark[1]
      name = name.replace(mark[0], '')
      continue
    }
    const memoMark = /^其中[::]?/.exec(name)
    if (!memoMark || memo) break
    memo = true
    name = name.slice(memoMark[0].length)
  }
  return { level, memo, name: name.replaceAll(/^[.、:]+|:$/g, '') }
})

import type { Content } from './content.ts'
import type { Knobs } from './knobs.ts'
import { NOTE } from './words.ts'

/** A line of text around a table, with what stands at its left, in the middle and at its right. */
export interface CaptionRow {
  readonly left?: string
  readonly centre?: string
  readonly right?: string
  readonly isTitle: boolean
}

/** What a reader takes from the caption. */
export interface Names {
  readonly number: string | null
  readonly title: string
  readonly unit: string | null
  readonly department: string | null
}

const plain = (row: Omit<CaptionRow, 'isTitle'>): CaptionRow => ({ ...row, isTitle: false })
const heading = (centre: string): CaptionRow => ({ centre, isTitle: true })

/** Tables of a document are numbered on: 表1 is followed by 表2. */
const numberOf = (knobs: Knobs, index: number): string | null => {
  if (knobs.number === 'none') return null
  if (knobs.number === '表一') return `表${'一二三四'[index]}`
  return knobs.number.replace(/\d(?=表?$)/, digit => `${Number(digit) + index}`)
}

const titleOf = ({ title, department }: Content, knobs: Knobs): string =>
  knobs.title === 'two lines' ? `${department}2025年度${title}` : title

/** The names of a table as they are printed. */
export const namesOf = (content: Content, knobs: Knobs, index: number): Names => ({
  number: numberOf(knobs, index),
  title: titleOf(content, knobs),
  unit: knobs.unit === 'none' ? null : '万元',
  department: knobs.department === 'none' ? null : content.department,
})

/** The number and the title, above the labels. */
export function titleRows(names: Names, knobs: Knobs): CaptionRow[] {
  const { number } = names
  const isInTitle = number !== null && knobs.numberPlace.startsWith('in the title') && knobs.title !== 'in the frame'
  const own =
    number === null || isInTitle ? [] : [plain(knobs.numberPlace === 'above right' ? { right: number } : { left: number })]
  if (knobs.title === 'in the frame') return own
  const glue = knobs.numberPlace === 'in the title' ? ' ' : '：'
  const unit = knobs.unit === 'in the title' ? '（单位：万元）' : ''
  const text = `${isInTitle ? number + glue : ''}${names.title}${unit}`
  if (knobs.title === 'spaced') return [...own, heading([...text].join(' '))]
  if (knobs.title !== 'two lines') return [...own, heading(text)]
  const half = Math.ceil(text.length / 2)
  return [...own, heading(text.slice(0, half)), heading(text.slice(half))]
}

/** The line with the department and the unit. */
export function labelRows(names: Names, knobs: Knobs): CaptionRow[] {
  const left = names.department === null ? {} : { left: `部门：${names.department}` }
  const right = knobs.unit === 'above right' ? { right: '单位：万元' } : {}
  const row = { ...left, ...right }
  return Object.keys(row).length === 0 ? [] : [plain(row)]
}

/** What stands above the table on its second and further pages; `page` counts from 1 there. */
export function continuedRows(names: Names, knobs: Knobs, page: number): CaptionRow[] {
  const { continued } = knobs
  if (continued === 'nothing') return []
  if (continued === '（续上表）' || continued === '续表')
    return [plain(continued === '续表' ? { left: continued } : { right: continued })]
  if (continued === '续表2-1') return [plain({ left: `续${names.number ?? '表'}-${page}` })]
  const mark =
    continued === 'title' ? '' : continued === '（续一）' ? `（续${'一二三四五六七八九'[page - 1] ?? '十'}）` : continued
  const [...rows] = knobs.title === 'in the frame' ? [heading(names.title)] : titleRows(names, knobs)
  const last = rows.pop()
  return [
    ...rows,
    ...(last === undefined ? [] : [{ ...last, centre: `${last.centre}${mark}` }]),
    ...labelRows({ ...names, department: null }, knobs),
  ]
}

/** What stands below a piece of the table. */
export function belowRows(knobs: Knobs, isLast: boolean): CaptionRow[] {
  const unit = knobs.unit === 'below' && isLast ? [plain({ right: '单位：万元' })] : []
  const isNoted = knobs.note === 'each page' || (knobs.note === 'last page' && isLast)
  return [...unit, ...(isNoted ? [plain({ left: NOTE })] : [])]
}

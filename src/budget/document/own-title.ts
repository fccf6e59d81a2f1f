import { behindNumber } from '../../heading-number.ts'
import { plain } from '../label.ts'
import type { Paragraph } from '../prose/lines.ts'
import { coverOf } from './cover.ts'
import { isNameOfOffice, isPlaced, officeIn, YEAR } from './office-names.ts'
import { isPlace } from './region.ts'
import { normalTitle, topicsOf } from './title.ts'

/** A longer line is no heading. */
export const HEADING = 40

/** The short lines that a document begins with, before the first longer one or the first heading. */
export function titleLines(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const end = paragraphs.findIndex(({ text }) => text.length >= HEADING || behindNumber(text) !== null)
  return paragraphs.slice(0, Math.max(end, 0))
}

/** What a document begins with: all of a cover, else the lines of its title. */
export function openingOf(paragraphs: readonly Paragraph[]): string[] {
  const page = paragraphs[0]?.characters[0]?.page
  const isCover = coverOf(paragraphs) !== null
  const lines = isCover ? paragraphs.filter(({ characters }) => characters[0]?.page === page) : titleLines(paragraphs)
  return lines.map(({ text }) => plain(text))
}

/** What a title goes on with behind the name of whom it is of, and behind the year: what is published of it. */
const PUBLISHED =
  '(?:部门|单位)?(?:(?:一般)?公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|财政拨款|[及和、])*(?:三公经费|行政经费|[预决]算(?!执行))'
const NAME = '(?<name>[\\p{Script=Han}()]{2,24}?)'
/** The shapes of a title that names whom it is of: the year behind the name, in front of it, or not beside it. */
const YEAR_BEHIND = new RegExp(`^(?:关于)?${NAME}(?:关于)?${YEAR}(?:[省市区县州]?本?级)?(?<published>${PUBLISHED})`, 'u')
const YEAR_BEFORE = new RegExp(`^(?:关于)?${YEAR}${NAME}(?<published>${PUBLISHED})`, 'u')
const NO_YEAR = new RegExp(`^(?:关于)?${NAME}(?<published>${PUBLISHED})`, 'u')

/** How much of a place is spoken of, behind its name or alone: 迪庆州州本级, 五华区区级, 湖南省级, 全县. */
const LEVELS = [/[省市区县旗州盟]?本级$/, /[省市区县州]级$/, /级$/, /全[省市区县旗州盟]$/]
/** How names of places end that are in no list. */
const OF_PLACES = /[省市县]$/

/** Whether words name the whole of a place, or of the country: 衢江区, 迪庆州州本级, 区本级. */
const isOfPlace = (name: string): boolean =>
  OF_PLACES.test(name) ||
  [name, ...LEVELS.map(level => name.replace(level, ''))].some(place => place === '' || place === '中央' || isPlace(place))

/** Whether a line is the title of what a government publishes of its whole place, and of no department: 五华区2021年度三公经费决算. */
export function isOfGovernment(line: string): boolean {
  const said = (YEAR_BEHIND.exec(line) ?? YEAR_BEFORE.exec(line))?.groups
  return said !== undefined && isOfPlace(said['name'] ?? '') && !/^(?:部门|单位)/.test(said['published'] ?? '')
}

/** How the names of parts of a place end that have an office of their own. */
const ZONE = /(?:新区|经开区|高新区|开发区|示范区|度假区|保税区|风景区|园区)(?:\([^()]*\))?$/

/** Whether words that stand where a title names whom it is of name an office, whatever they end in. */
const couldBeOffice = (name: string): boolean =>
  isNameOfOffice(name) && !isOfPlace(name) && topicsOf(normalTitle(name)).topics === ''

/** The office that a line names whose shape is that of a title: its name, the year, and what is published. */
function officeOfLine(line: string): string | null {
  const [behind = '', before = ''] = [YEAR_BEHIND, YEAR_BEFORE].map(shape => shape.exec(line)?.groups?.['name'])
  const name = behind === '' && ZONE.test(before) ? before : behind
  return name !== '' && couldBeOffice(name) ? name : null
}

/** The office with its place that a title in two lines begins with, however it goes on. */
function officeOfLines(line: string): string | null {
  const name = officeIn(NO_YEAR.exec(line)?.groups?.['name'] ?? '')
  return name !== null && isPlaced(name) ? name : null
}

/** The office that the title of a document names: a name that ends as no other does, 台创园, counts where the title has nothing but its shape. */
export function officeOfOwnTitle(paragraphs: readonly Paragraph[]): string | null {
  const lines = openingOf(paragraphs)
  const wrapped = lines.slice(1).map((line, at) => `${lines[at]}${line}`)
  const names = [...lines.map(officeOfLine), ...wrapped.map(officeOfLines)]
  return names.find(name => name !== null) ?? null
}

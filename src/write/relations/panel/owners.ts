import { SELF, SELF_KINDS } from '../../../budget/words.ts'
import type { DocumentJson } from '../../document/document.ts'

/** Whose a number is: the document's own office as a whole, another's or a part of it; null where nothing tells. */
export type Owner = 'own' | 'other' | null

/** What stands before whose a number is, or behind: when it was counted, the end of a year, 截至上年底, and who approved it. */
const TIMES = [
  /^截[至止]到?[上去]年度?年?[底末终]/,
  /^(?:截[至止]到?)?(?:20\d\d年度?|本年度?|当年)?(?:年?[底末终]|\d{1,2}月(?:\d{1,2}日|[底末份])?|期末)?(?!初)/,
  /^(?:经|由)?[\p{Script=Han}]{0,6}(?:编办|编委办?|机构编制委员会(?:办公室)?)|^(?:核定|批准|批复|下达)/u,
  /(?:20\d\d年度?)?(?:年?[底末终]|\d{1,2}月(?:\d{1,2}日|[底末份])?)$|20\d\d年度?$/,
]
/** What the office calls itself, 本部门, 我局, and all that a department has with its units; the people of the 本年预算数 are those that its budget is for. */
const WITH_UNITS =
  '(?:(?:及|和|含)(?:其)?(?:所属|下属)(?:各|行政|事业|预算|二级)*单位|(?:所属)?各?预算单位|行政事业单位|部门|系统)'
const OWN = new RegExp(
  `^(?:${SELF}|“本年预算数”的?|部门|单位|全(?:局|委|部门|系统|单位|院|校|站|镇|乡|中心)|所属各预算单位)(?:${WITH_UNITS})?$`,
)
const SELF_IN = new RegExp(SELF, 'g')
/** The same by how many there are of each kind, of which the office itself is one: 下属1家机关和1家参公事业单位, 、县看守所等2家行政单位以及1家参公事业单位. */
const COUNTED_UNITS = (() => {
  const number = '[\\d一二两三四五六七八九十]+[家个]'
  const more = `(?:(?:和|及|以及|、)[^,;:。]*?${number}[^,;:。\\d]*(?:单位|机构))*`
  return `(?:(?:下属|所属)${number}机关|(?:、[^,;:。]+等)?${number}(?:行政单位|行政机关))${more}`
})()
const BEHIND_NAME = new RegExp(`(?:${WITH_UNITS}|${COUNTED_UNITS})的?$`)
/** What a school or a hospital calls itself without saying its own; of any other office they are those below it. */
const BARE_SELF: readonly (readonly [name: string, own: RegExp])[] = [
  ['学校', /(?:学校|大学|学院|[中小]学)$/],
  ['医院', /医院$/],
]
/** Of which kind an office says it is: 本站 is not the 局 that the document is of. */
const SELF_KIND = new RegExp(`^[本我](?!部门|单位)(${SELF_KINDS})`)
/** The office without its units: all there is where the document is of a unit. */
const HEADQUARTERS = /(?:本级|机关)$/
/** How the names of offices and units end. */
const OFFICE =
  /(?:局|委|办|厅|院|校|学|园|站|所|中心|队|馆|场|会|处|部|镇|乡|街道|政府|公司|集团|单位|机构|科|股|室|团|社|本级|机关)$/
/** Units below an office, as sentences introduce them, unless it says that there are none; and those that a clause ends with. */
const BELOW =
  /(?<!无|没有)(?:下属|所属|直属|下辖|二级|派出|局属|隶属)[^,;:。]*?(?:单位|机构|中心|站|所|院|校|馆|队)|[\p{Script=Han}]{2,}(?:中心|站|所|医院|学校|[中小]学|大队|支队|馆|园|场)(?=[,;:]|为|是|系)/gu

const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\(本级\)|本级$|\s/g, '')

/** Whether a short name leaves out parts of a long one and ends as it does: 市城管执法局, 市委军民融合办. */
function isShort(short: string, name: string): boolean {
  let at = -1
  for (const character of short) {
    at = name.indexOf(character, at + 1)
    if (at < 0) return false
  }
  return short.length > 2 && (short.at(-1) === name.at(-1) || /[办委]$/.test(short))
}

/** Whether a name is that of the office: as it is, with the place in front, without it, or short; its beginning alone is the office above it. */
const isCalled = (name: string, office: string): boolean =>
  name.length > 1 && (name.endsWith(office) || office.endsWith(name) || (!office.includes(name) && isShort(name, office)))

/** The same, or by what it is. */
const isCalledAs = (name: string, office: string): boolean =>
  isCalled(plainName(name), office) || BARE_SELF.some(([bare, own]) => name === bare && own.test(office))

/** Words without when it was counted. */
function withoutTime(words: string): string {
  const rest = TIMES.reduce((text, time) => text.replace(time, ''), words)
  return rest === words ? rest : withoutTime(rest)
}

/** A document's office, as far as whose numbers are is told by it. */
export interface Office {
  /** On its cover and above its tables. */
  readonly names: readonly string[]
  /** Whether it has no units but itself. */
  readonly isUnit: boolean
}

/** The office whose document it is: in a collection that of its first, and none where tables of several stand without one. */
export function officeOf({ document: { department, scope }, tables }: DocumentJson): Office {
  const above = [...new Set(tables.flatMap(table => (table.department ? [plainName(table.department)] : [])))]
  const own = department === null ? (above.length === 1 ? above[0] : undefined) : plainName(department)
  const names = own === undefined ? [] : [own, ...above.filter(name => name.includes(own) || own.includes(name))]
  return { names: [...new Set(names)], isUnit: scope === 'unit' }
}

/** Whose the number of a clause is, by the words in front of what it counts; a kind or an act, 行政, 购置, is no owner but takes it from the office. */
export function ownerOf(words: string, { names, isUnit }: Office): { readonly owner: Owner; readonly isNamed: boolean } {
  const told = withoutTime(words)
  if (told === '') return { owner: null, isNamed: false }
  const headquarters = HEADQUARTERS.exec(told)
  if (headquarters && !isUnit) return { owner: 'other', isNamed: true }
  const kind = SELF_KIND.exec(told)?.[1]
  if (kind !== undefined && !isOfKind(kind, names)) return { owner: 'other', isNamed: true }
  const name = headquarters ? told.slice(0, headquarters.index) : told
  const isOwn = [name, name.replace(BEHIND_NAME, '')].some(
    one => OWN.test(one) || (headquarters && /^局?$/.test(one)) || names.some(office => isCalledAs(one, office)),
  )
  return isOwn ? { owner: 'own', isNamed: true } : { owner: 'other', isNamed: OFFICE.test(told) }
}

const isOfKind = (kind: string, names: readonly string[]): boolean =>
  names.length === 0 || names.some(name => name.includes(kind))

const lastOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1

/** Whom a text speaks of last, before a number that says no owner: the office, or a unit below it. */
export function spokenOf(text: string, { names }: Office): Owner {
  const named = names.reduce((rest, name) => rest.replaceAll(name, '本部门'), text)
  const self = [...named.matchAll(SELF_IN)].at(-1)
  const kind = SELF_KIND.exec(self?.[0] ?? '')?.[1]
  if (kind !== undefined && !isOfKind(kind, names)) return 'other'
  const [own, below] = [self?.index ?? -1, lastOf(named, BELOW)]
  return own < 0 && below < 0 ? null : own >= below ? 'own' : 'other'
}

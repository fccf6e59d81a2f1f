import { behindNumber } from '../../heading-number.ts'
import { plain } from '../label.ts'
import { ANNOUNCED } from './office-names.ts'
import { regionOf } from './region.ts'
import { TITLE_FILLER, TITLE_WORDS, TOPICS_ABSORBED } from './title-words.ts'

/** Numbers in front of a title: 附表1, 预算01表, 公开01表：, 表1-1, 一、, 3., 02 */
const NUMBER =
  /^(?:附件\d*|(?:附|预算|公开|预算公开)?表[\d一二三四五六七八九十]+(?:-\d+)?|(?:公开|预算|财决|财预)\d+(?:-\d+)?表|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[、.]|\d{1,2}(?:-\d{1,2})*(?=\p{Script=Han}{4})(?![年月季万]))[:：.]?/u

/** What is counted too, the money of the year before or whatever brackets name, says nothing of what a table is. */
const WITH_CARRY = /[-—(]*不?含上年结转(?:资金)?|\(不?含[^()]*\)/g

/** The title once more in English: words, and not the letters of a Chinese one (PPP项目). */
const IN_ENGLISH = /[A-Za-z][A-Za-z,.&'’-]{4,}/g

/** A title in the form titles are compared in (domain rules: scope, year, 情况, number, account and the word 预算 before 表 say nothing). */
export function normalTitle(title: string): string {
  return plain(title)
    .replaceAll(/[（(](?:20\d\d年?度?)[)）]/g, '')
    .replace(/^.*20\d\d年度?/, '')
    .replace(NUMBER, '')
    .replace(NUMBER, '')
    .replaceAll(/[（(](?:20\d\d年?度?|本级|部门|单位|汇总|一级项目|二级项目|[^()]*表[^()]*)[)）]/g, '')
    .replaceAll(WITH_CARRY, '')
    .replaceAll(/[()]/g, '')
    .replaceAll(IN_ENGLISH, '')
    .replaceAll(/^(?:省级|市级|区级|县级)?(?:预算单位|部门预算|部门|单位|本级)|^(?:市|区|县|省)级|20\d\d年?度?/g, '')
    .replaceAll('部门', '')
    .replaceAll('单位', '')
    .replace(/^(?:综合预算|本年)/, '')
    .replaceAll('情况', '')
    .replaceAll('总体', '总')
    .replaceAll('明细表', '表')
    .replaceAll('申报表', '表')
    .replaceAll('填报表', '表')
    .replaceAll('财拨', '财政拨款')
    .replaceAll(/财政拨款(?=一般公共预算|政府性基金|国有资本)/g, '')
    .replaceAll('收支', '收入支出')
    .replaceAll(/(?:预算|决算)(?=总?表)/g, '')
    .replace(/支出(?:预算|决算)$/, '支出')
    .replace(/(?:续表|续)$/, '')
}

/** What a title speaks of, as one text that two titles share when they speak of the same, and the words in it that are not known. */
export interface Topics {
  readonly topics: string
  readonly rest: string
}

/** The end of the name of an institution, which may hold another, 某县人民政府办公室. */
const INSTITUTION_ENDS = new RegExp(`(?<=.{2})(?:${ANNOUNCED})(?=.{3})`, 'g')
/** Longer names are parts of sentences. */
const LONGEST_INSTITUTION = 40

/** The beginnings of a title that end so, the shortest first. */
const beginningsOf = (title: string, ends: RegExp, longest: number): string[] =>
  [...title.slice(0, longest).matchAll(ends)].map(match => title.slice(0, match.index + match[0].length))

/** The topics of a title in its normal form; the name of an institution, or of a place, in front of known words is no part of it. */
export function topicsOf(title: string): Topics {
  const whole = wordsOf(title)
  if (whole.rest === '') return whole
  const known = [...beginningsOf(title, INSTITUTION_ENDS, LONGEST_INSTITUTION), ...placesBefore(title)]
    .filter(name => wordsOf(name).topics === '')
    .map(name => wordsOf(title.slice(name.length)))
    .find(({ rest, topics }) => rest === '' && topics !== '')
  return known ?? whole
}

/** What a heading says of the words below it. */
const HEADING_END = /(?:情况)?的?(?:具体)?(?:说明|介绍)$/

/** What the heading of its section speaks of, for a table that prints no title. */
export const headingTopics = ({ title, heading }: { readonly title: string | null; readonly heading?: string }): Topics =>
  topicsOf(title === null ? normalTitle((behindNumber(plain(heading ?? '')) ?? '').replace(HEADING_END, '')) : '')

const PLACE = '省|自治区|市|县|区|旗|州|盟|镇|乡|街道|兵团|第[一二三四五六七八九十]+师'
/** The longest name of a place has 15 characters (双江拉祜族佤族布朗族傣族自治县); province and prefecture may stand before it. */
const LONGEST_PLACE = 32
const PLACE_ENDS = new RegExp(`${PLACE}|本级`, 'g')
/** How much of a place is spoken of, behind its name. */
const LEVEL = new RegExp(`(?:全(?:${PLACE}))?(?:本级)?$`)

/** What may name a place, and how much of it is spoken of, at the beginning of a title: 岳西县, 石嘴山市本级, 全县. */
const placesBefore = (title: string): string[] => beginningsOf(title, PLACE_ENDS, LONGEST_PLACE)

/** The government that a title speaks of, and whether of its own level alone: `2025年岳西县本级一般公共预算支出表`. */
export interface GovernmentTitle {
  /** The place it names: a town has no code. */
  readonly place: string | null
  readonly isOwn: boolean
  /** Whether it says that it is of a government: the bare name of a place, or 全县. */
  readonly isNamed: boolean
}

/** What a title says of a government. */
export function governmentIn(title: string): GovernmentTitle {
  const text = plain(title)
    .replace(NUMBER, '')
    .replaceAll(/20\d\d年?度?/g, '')
  const isName = (before: string): boolean =>
    wordsOf(normalTitle(before)).topics === '' && wordsOf(normalTitle(text.slice(before.length))).rest === ''
  const name = placesBefore(text).findLast(isName) ?? ''
  const place = name.replace(LEVEL, '')
  const isPlace = regionOf(place) !== null || /.{2}[镇乡]$|兵团|第.{1,3}师/.test(place)
  return { place: isPlace ? place : null, isOwn: text.includes('本级'), isNamed: isPlace || /全/.test(name) }
}

function wordsOf(title: string): Topics {
  const found = new Set<string>()
  let rest = title
  for (const [topic, pattern] of TITLE_WORDS)
    rest = rest.replaceAll(pattern, () => {
      found.add(topic)
      return ' '
    })
  const absorbed = new Set([...found].flatMap(topic => TOPICS_ABSORBED[topic] ?? []))
  const topics = [...found].filter(topic => !absorbed.has(topic))
  return { topics: topics.sort().join(' '), rest: rest.replaceAll(TITLE_FILLER, '').trim() }
}

function bigrams(text: string): Map<string, number> {
  const grams = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at++) {
    const gram = text.slice(at, at + 2)
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  return grams
}

/** How alike two texts are: twice the shared bigrams by all bigrams, 0..1. */
export function alikeness(a: string, b: string): number {
  if (a === b) return 1
  const left = bigrams(a)
  const right = bigrams(b)
  let shared = 0
  for (const [gram, count] of left) shared += Math.min(count, right.get(gram) ?? 0)
  const all = Math.max(a.length - 1, 0) + Math.max(b.length - 1, 0)
  return all === 0 ? 0 : (2 * shared) / all
}

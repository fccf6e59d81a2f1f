import { plain } from './label.ts'
import { ACCOUNT_WORDS, TITLE_FILLER, TITLE_WORDS, TOPICS_ABSORBED } from './title-words.ts'

/** Numbers in front of a title: 附表1, 预算01表, 公开01表：, 表1-1, 一、, 3. */
const NUMBER =
  /^(?:附件\d*|(?:附|预算|公开|预算公开)?表[\d一二三四五六七八九十]+(?:-\d+)?|(?:公开|预算|财决|财预)\d+(?:-\d+)?表|[一二三四五六七八九十]+、|\d+[、.])[:：.]?/

/** Whether the money of the year before is counted too says nothing of what a table is. */
const WITH_CARRY = /[-—(]*不?含上年结转(?:资金)?/g

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

const INSTITUTION = /^.{2,}?(?:[局厅委办院校团馆所站队]|大学|中学|小学|中心|政府|机关|法院|检察院)(?=.{3})/

/** The topics of a title in its normal form; the name of an institution in front of known words is no part of it. */
export function topicsOf(title: string): Topics {
  const whole = wordsOf(title)
  if (whole.rest === '') return whole
  const name = INSTITUTION.exec(title)?.[0] ?? ''
  const behind = wordsOf(title.slice(name.length))
  return name !== '' && wordsOf(name).topics === '' && behind.rest === '' && behind.topics !== '' ? behind : whole
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

/** The account that words of a title or a head name; null where they name none. */
export const accountIn = (text: string): 'budget' | 'final-accounts' | null =>
  ACCOUNT_WORDS.find(([, pattern]) => pattern.test(plain(text)))?.[0] ?? null

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

import { fenOf, inUnit, isMoneyUnit, magnitude } from '../../budget/money/amount.ts'
import { headAmong } from '../../budget/words.ts'
import type { Words } from '../../finding.ts'
import { type Check, LAST_PLACE, placeName, type Side, sumOf, type Term } from '../check.ts'
import { type Culprit, percentStep } from '../judged/culprit.ts'
import { identityOf, termsOf } from '../judged/kin.ts'
import { displayPrecision } from '../judged/rivals/precision.ts'
import { lineOfTerm, type Scene } from '../judged/rivals/rival.ts'
import { totalAgain } from '../judged/rivals/siblings.ts'
import { coarsest } from '../relations/compare.ts'
import { percentText } from '../relations/sums/ratio.ts'
import type { Cause } from './cause.ts'
import { type Language, pagesText, QUOTED, quoted } from './quoted.ts'
import { shiftedSentence } from './shifted-sentence.ts'

/** A figure in the unit of its check, exact: `1215.75`, `5.50%`, `4753`. */
export function shown(fen: bigint, unit: string): string {
  if (unit === '%') return percentText(fen)
  return isMoneyUnit(unit) ? inUnit(fen, unit) : `${fen}`
}

/** A figure that is not printed, in the places and grouping of one that is. */
function likePrinted(fen: bigint, { unit, step, text }: Pick<Term, 'unit' | 'step' | 'text'>): string {
  const factor = fenOf(unit)
  if (factor === null || step === 0n) return shown(fen, unit)
  const places = `${factor / step}`.length - 1
  const [whole = '', fraction = ''] = inUnit(fen, unit).split('.')
  const grouped = text.includes(',') ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') : whole
  const exact = fraction.replace(/0+$/, '').padEnd(places, '0')
  return exact === '' ? grouped : `${grouped}.${exact}`
}

/** Characters quoted of the words in front of a percentage. */
const SAID = 20

/** `Σ 12` in words; a label that only repeats the figure is left out. */
function labelText({ label, terms }: Side, language: Language): string {
  if (terms.length === 1 && terms[0]?.text === label) return ''
  const rows = /^Σ (\d+) ?(.*)$/.exec(label)
  if (!rows) return label
  return language === 'zh' ? `${rows[2]}${rows[1]}项` : `${rows[1]} ${rows[2] || 'rows'}`
}

/** How many parts of a side are blank and not quoted: `（其中16项空白）`. */
const blanksText = (blanks: number, language: Language): string =>
  blanks === 0 ? '' : language === 'zh' ? `（其中${blanks}项空白）` : ` (${blanks} blank)`

/** A side with its figures as printed and their pages: `基本支出+项目支出 41,277.20 + 10,190.89万元（第30页）`; of few parts the blank ones too, so that each has its name. Where `isDoubted`, any of them may be the wrong one: those of the narrative, which no cell names, are all quoted. */
function sideText(side: Side, language: Language, isDoubted = false): string {
  if (side.terms.length === 0) return side.label
  const printed = side.terms.filter(({ step }) => step > 0n)
  const told = printed.length === 0 ? side.terms.slice(0, 1) : side.terms.length <= QUOTED ? side.terms : printed
  const figures = isDoubted && told.every(({ place }) => place === null) ? told : told.slice(0, QUOTED)
  const last = figures.findLastIndex(({ step }) => step > 0n)
  const texts = figures.map((term, at) => {
    const text = at === last || term.text.trim() === '' ? quoted(term, language) : term.text
    return `${term.sign < 0n ? '− ' : at > 0 ? '+ ' : ''}${text}`
  })
  const rest = told.length - figures.length
  const more = rest === 0 ? '' : language === 'zh' ? ` 等${told.length}个数` : ` and ${rest} more`
  const pages = pagesText(printed.length > 0 ? printed : side.terms, language)
  const label = `${labelText(side, language)}${blanksText(printed.length === 0 ? 0 : side.terms.length - told.length, language)}`
  return `${label} ${texts.join(' ')}${more}${language === 'zh' ? `（${pages}）` : ` (${pages})`}`.trim()
}

/** Where a figure stands, in words: `“支出总表”公安·合计`. */
function whereOf(term: Term, label: string, scene: Scene): string {
  const table = term.place && scene.table(term.place.table)
  if (!term.place || !table) return `“${scene.fact(term)?.subject || label}”`
  const { row, column } = term.place
  const line = table.lines.find(other => other.row === row && other.amounts.has(column))
  const path = headAmong(table.columns, column)
  return [`“${table.table.title ?? table.table.id}”`, [line?.label || '合计', path].filter(Boolean).join('·')].join('')
}

const labelOf = (check: Check, term: Term): string => (check.left.terms.includes(term) ? check.left.label : check.right.label)

/** Where the same misprint stands again, in other cells that are wrong with it. */
function misprintedAgain({ checks }: Cause, { term, carried }: Culprit, scene: Scene): Words {
  const terms = new Map(checks.flatMap(termsOf).map(other => [placeName(other), other]))
  const again = carried.flatMap(name => terms.get(name) ?? []).filter(({ fen }) => fen === term.fen)
  const places = again.map(other => ({ pages: [other], where: whereOf(other, '', scene) }))
  if (places.length === 0) return { zh: '', en: '' }
  return {
    zh: `（${places.map(({ pages, where }) => `${pagesText(pages, 'zh')}${where}`).join('、')}亦然）`,
    en: ` (as on ${places.map(({ pages, where }) => `${pagesText(pages, 'en')} in ${where}`).join(', ')})`,
  }
}

/** One figure is wrong: what it is, what so many relations make it. */
function culpritSentence(cause: Cause, culprit: Culprit, scene: Scene): Words {
  const { lead } = cause
  const { term, should, mends } = culprit
  const where = whereOf(term, labelOf(lead, term), scene)
  const unit = term.unit
  const model =
    term.step > 0n ? term : { ...term, ...(lead.left.terms.concat(lead.right.terms).find(({ step }) => step > 0n) ?? {}) }
  const value = `${likePrinted(should, { ...model, unit })}`
  const count = mends.length
  const other = lead.left.terms.includes(term) ? lead.right : lead.left
  const again = misprintedAgain(cause, culprit, scene)
  return {
    zh: `${pagesText([term], 'zh')}${where}印为${quoted(term, 'zh')}${again.zh}，但按${count}项勾稽关系应为${value}${unit}，例如${sideText(other, 'zh')}`,
    en: `${pagesText([term], 'en')}: ${where} is printed as ${quoted(term, 'en')}${again.en}, but ${count} relations make it ${value} ${unit}, such as ${sideText(other, 'en')}`,
  }
}

/** In how many places relations fail for one reason, where these are several, with the pages of those that stand on another page than the figures that are told; rounding is found all over a document. */
function placesText({ lead, checks }: Cause): Words {
  if (checks.length < 2) return { zh: '', en: '' }
  const told = new Set(termsOf(lead).map(({ page }) => page))
  const firsts = checks.flatMap(({ left }) => left.terms.slice(0, 1))
  const others = lead.verdict === 'rounding' ? [] : firsts.filter(({ page }) => !told.has(page))
  const also = { zh: `（另见${pagesText(others, 'zh')}）`, en: ` (also ${pagesText(others, 'en')})` }
  const { zh, en } = others.length > 0 ? also : { zh: '', en: '' }
  return { zh: `，同一原因见于${checks.length}处${zh}`, en: `, in ${checks.length} places${en}` }
}

/** A percentage is not what the figures beside it make it. */
function shareSentence({ left, right, from }: Check, places: Words): Words {
  const [printed, should] = [left.terms[0], right.terms[0]]
  const said = `${left.label.slice(-SAID)}${printed?.text ?? ''}`
  const value = should?.text ?? right.label
  return {
    zh: `${pagesText(left.terms, 'zh')}称“${said}”，按所印的${from ? right.label : sideText(right, 'zh')}应为${value}${places.zh}`,
    en: `${pagesText(left.terms, 'en')} says “${said}”; ${from ? right.label : sideText(right, 'en')} as printed make it ${value}${places.en}`,
  }
}

function wordSentence({ left, right, identity }: Check): Words {
  const name = identityOf({ identity }).name
  const said = left.terms[0]?.text ?? left.label
  const isPlain = right.terms.length === 0
  return {
    zh: `${pagesText(left.terms, 'zh')}“${said}”${isPlain ? `应为“${right.label}”` : `与${sideText(right, 'zh')}不符`}（${name.zh}）`,
    en: `${pagesText(left.terms, 'en')}: “${said}” ${isPlain ? `should be “${right.label}”` : `does not agree with ${sideText(right, 'en')}`} (${name.en})`,
  }
}

/** The heads of the column that all figures of a sum down a table stand in: `（基本支出·小计）`; nothing where the table has one column of amounts. */
function columnText({ left, right }: Check, scene: Scene): Words {
  const places = [...left.terms, ...right.terms].map(({ place }) => place)
  const [first] = places
  const columns = (first && scene.table(first.table)?.columns.filter(({ role }) => role === 'amount')) ?? []
  const own = columns.find(({ index }) => index === first?.column)
  const isOfOne = places.every(place => place?.table === first?.table && place?.column === first?.column)
  const list = columns.filter(other => other.list === own?.list)
  if (!own || !isOfOne || list.length < 2) return { zh: '', en: '' }
  const heads = own.path.filter((head, at) => head !== own.path[at - 1]).join('·')
  return { zh: `（${heads}）`, en: ` (${heads})` }
}

function sidesSentence(cause: Cause, scene: Scene): Words {
  const { lead } = cause
  const { left, right, unit, difference } = lead
  const places = placesText(cause)
  if (unit === '%') return shareSentence(lead, places)
  if (unit === '' || difference === null) return wordSentence(lead)
  const { name } = identityOf(lead)
  const column = columnText(lead, scene)
  const gap = shown(magnitude(difference), unit)
  const text = (side: Side, language: Language): string => sideText(side, language, lead.verdict !== 'rounding')
  const sum = (side: Side, word: string): string => (side.terms.length > 1 ? `${word}${shown(sumOf(side), unit)}${unit}` : '')
  return {
    zh: `${name.zh}${column.zh}：${text(left, 'zh')}${sum(left, '合计')}与${text(right, 'zh')}${sum(right, '合计')}不符，相差${gap}${unit}${places.zh}`,
    en: `${name.en}${column.en}: ${text(left, 'en')}${sum(left, ', in all ')} and ${text(right, 'en')}${sum(right, ', in all ')} differ by ${gap} ${unit}${places.en}`,
  }
}

const ENDINGS: Readonly<Record<string, Words>> = {
  'published-inconsistency': { zh: '', en: '' },
  'extraction-suspect': { zh: '，可能是读取有误', en: '; the reading may be wrong' },
  unexplained: { zh: '，原因不明，不能归咎于文件', en: '; it is not known why, and nobody is blamed' },
  rounding: { zh: '，四舍五入可致', en: '; rounding can make that' },
}

/** How far apart figures are in steps of the last place that all of them print. */
function placesApart(check: Check): Words {
  const step = check.unit === '%' ? percentStep(check) : coarsest([...check.left.terms, ...check.right.terms])
  const steps = magnitude(check.difference ?? 0n) / (step || 1n)
  return steps === 0n
    ? { zh: '，末位不同', en: '; the last place differs' }
    : { zh: `，末位差${steps}`, en: `; ${steps} in the last place` }
}

/** How a cause ends: what is known of whose fault it is, and of what rounding makes. */
function endingOf({ lead, judgement }: Cause): Words {
  // Where the other explanation has a name of its own, it is known why.
  if (judgement?.rival?.code !== undefined) return { zh: '', en: '' }
  const ending = ENDINGS[lead.verdict] ?? { zh: '', en: '' }
  if (lead.verdict !== 'rounding' || (lead.note !== 'plugged' && lead.note !== LAST_PLACE)) return ending
  const apart = placesApart(lead)
  return lead.note === 'plugged'
    ? { zh: `${apart.zh}，使各项占比合计为100%`, en: `${apart.en}, so that all shares add up to 100 %` }
    : { zh: `${apart.zh}，单是四舍五入不能造成`, en: `${apart.en}, which rounding alone does not make` }
}

/** Which row of a sum prints the total again, where without it the others add up. */
function againText({ lead, judgement }: Cause, scene: Scene): Words {
  const term = judgement?.verdict === 'published-inconsistency' ? totalAgain(lead, scene) : null
  const line = term && lineOfTerm(term, scene)
  if (!term || !line) return { zh: '', en: '' }
  const row = [line.code, `“${line.name}”`].join('')
  return {
    zh: `：其中${row}所印与合计相同，不计该行则各行之和与合计相符`,
    en: `: of these ${row} prints the same as the total, and without it the others add up`,
  }
}

/** What a cause is, in one sentence of each language, figures as printed. */
export function sentenceOf(cause: Cause, scene: Scene): Words {
  const { judgement, lead } = cause
  const isNamed =
    judgement?.verdict === 'published-inconsistency' && judgement.culprit !== null && judgement.culprit.ways.size > 1
  const said = judgement?.shift
    ? shiftedSentence(judgement.shift, judgement.verdict)
    : isNamed && judgement.culprit
      ? culpritSentence(cause, judgement.culprit, scene)
      : sidesSentence(cause, scene)
  // That it is within the places printed says no more than that the last one differs.
  const isTold = lead.note !== LAST_PLACE || judgement?.rival !== displayPrecision
  const rival = isTold ? judgement?.rival : null
  const again = againText(cause, scene)
  const ending = endingOf(cause)
  return {
    zh: `${said.zh}${again.zh}${ending.zh}${rival ? `（${rival.zh}）` : ''}。`,
    en: `${said.en}${again.en}${ending.en}${rival ? ` (${rival.en})` : ''}.`,
  }
}

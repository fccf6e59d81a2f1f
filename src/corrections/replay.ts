import { entryOf } from '../budget/catalog/catalog.ts'
import { TOLD_KIND } from '../budget/dataset.ts'
import { findingFrom, placesIn, type Said } from '../finding.ts'
import type { DocumentJson, TableJson } from '../write/document/document.ts'
import { withBorder, withNewBorder, withoutBorder } from './border.ts'
import { reviewedCell, withCell, withTable } from './cells.ts'
import type { Correction, Replayed } from './correction.ts'
import { cellAt, type Found, isSamePlace, sameText, tableAt } from './place.ts'
import { joined, merged, parted, split } from './structure.ts'

type Reason = Replayed['because']

/** A document after a correction, or why the correction does not fit it. */
type Step = DocumentJson | Reason

const isReason = (step: Step): step is Reason => 'zh' in step

const NO_CELL: Reason = { zh: '该处没有单元格', en: 'no cell stands there' }
const NO_TABLE: Reason = { zh: '该处没有表', en: 'no table stands there' }
const REFUSED: Reason = { zh: '该处的行列不允许这样改', en: 'the rows and columns there do not allow it' }

const otherText = (now: string): Reason => ({ zh: `现在读作“${now}”`, en: `it is read as “${now}” now` })

/** A person looked at a cell: the text is theirs. */
const reviewed = (document: DocumentJson, found: Found, text: string): DocumentJson =>
  withCell(document, found, reviewedCell(found.cell, text))

function onCell(document: DocumentJson, correction: Correction): Step {
  const found = cellAt(document, correction)
  if (found === null) return NO_CELL
  const { text } = found.cell
  const isFulfilled = correction.action === 'text' && sameText(text, correction.new)
  if (!isFulfilled && !sameText(text, correction.old)) return otherText(text)
  switch (correction.action) {
    case 'text':
      return reviewed(document, found, correction.new)
    case 'uncertain':
      return withCell(document, found, { confidence: 0 })
    case 'split':
      return split(document, found, correction.new) ?? REFUSED
    case 'border':
      return withBorder(document, found, correction.new) ?? REFUSED
    case 'add-border':
      return withNewBorder(document, found, correction.new) ?? REFUSED
    case 'drop-border':
      return withoutBorder(document, found) ?? REFUSED
    case 'part':
      return parted(document, found) ?? REFUSED
    default:
      return reviewed(document, found, text)
  }
}

/** Whether a correction is about what a table has now, or asks for just that. */
const isAbout = (now: string | null, correction: Correction): boolean =>
  sameText(now ?? '', correction.old) || sameText(now ?? '', correction.new)

/** A table in the unit that a person says: a place that names it like those that are printed, before them. */
function inUnit({ unitOfMoney, ...table }: TableJson, { new: unit, page, box: [x0, top, x1, bottom] }: Correction): TableJson {
  if (unit === '') return { ...table, unit: null, ...(unitOfMoney && { unitOfMoney }) }
  const told = { where: 'told' as const, unit, text: unit, page, box: [x0, top, x1, bottom] as const }
  return { ...table, unit, unitOfMoney: { ...told, margin: 1, places: [told, ...(unitOfMoney?.places ?? [])] } }
}

function onTable(document: DocumentJson, correction: Correction): Step {
  const table = tableAt(document, correction)
  if (correction.action === 'merge') {
    const around = document.tables.find(({ id }) => id === correction.table) ?? cellAt(document, correction)?.table
    return around ? (merged(document, around, correction) ?? REFUSED) : NO_TABLE
  }
  if (table === null) return NO_TABLE
  if (correction.action === 'unit') {
    if (!isAbout(table.unit, correction)) return otherText(table.unit ?? '')
    return withTable(document, table.id, own => inUnit(own, correction))
  }
  if (correction.action === 'kind') {
    if (correction.new !== '' && !entryOf(correction.new)) return { zh: '没有这一表种', en: 'there is no such standard table' }
    if (!isAbout(table.kind, correction)) return otherText(table.kind ?? '')
    return withTable(document, table.id, own => ({ ...own, kind: correction.new || null, kindEvidence: [TOLD_KIND] }))
  }
  const next = document.tables.find(({ id }) => id === correction.new)
  return next ? (joined(document, table, next) ?? REFUSED) : NO_TABLE
}

const ON_TABLES = new Set(['unit', 'kind', 'join', 'merge'])

/** What is said of a reading as a whole: whoever says one of them later, or what the cell says instead, has looked again. */
const JUDGES: ReadonlySet<string> = new Set<Correction['action']>(['accept', 'uncertain', 'published'])

/** The ids of what was said of a cell of which another thing was said later. */
function supersededOf(standing: readonly Correction[]): Set<string> {
  const superseded = new Set<string>()
  const ofCells = standing.filter(({ action }) => JUDGES.has(action) || action === 'text')
  for (const own of Map.groupBy(ofCells, ({ page }) => page).values())
    for (const [at, { id, action, box }] of own.entries())
      if (JUDGES.has(action) && own.slice(at + 1).some(later => isSamePlace(later.box, box))) superseded.add(id)
  return superseded
}

/**
 * Corrections on a first reading, in the order in which they were made. Nothing is dropped: what does not fit is told, as a
 * state and as a finding. The meaning of the tables is not worked out again here.
 */
export function replay(first: DocumentJson, corrections: readonly Correction[]) {
  const none = { zh: '', en: '' }
  const undone = new Set(corrections.filter(({ action }) => action === 'undo').map(({ old }) => old))
  const superseded = supersededOf(corrections.filter(({ id }) => !undone.has(id)))
  let document = first
  const replayed = corrections
    .filter(({ action }) => action !== 'undo')
    .map((correction): Replayed => {
      if (undone.has(correction.id)) return { correction, state: 'undone', because: none }
      if (superseded.has(correction.id)) return { correction, state: 'superseded', because: none }
      const step = ON_TABLES.has(correction.action) ? onTable(document, correction) : onCell(document, correction)
      if (isReason(step)) return { correction, state: 'misfit', because: step }
      document = step
      return { correction, state: 'applied', because: none }
    })
  const told = replayed.flatMap(one => findingOf(document, one) ?? [])
  return { document: { ...document, findings: [...document.findings, ...told] }, replayed }
}

type FindingJson = DocumentJson['findings'][number]

const said = ({ who, when, why }: Correction): string => `${who} ${when.slice(0, 10)}${why === '' ? '' : `: ${why}`}`

/** What a reader has to know of a correction that fits no more, or that says something of the document itself; null otherwise. */
function findingOf(document: DocumentJson, { correction, state, because }: Replayed): FindingJson | null {
  const { page, box, old, new: text } = correction
  const found = cellAt(document, correction)
  const table = found?.table.id ?? null
  const cells = found ? placesIn(found.table.id, [found.cell]) : []
  const told = (about: Said): FindingJson => findingFrom({ table, cells, page, box, ...about })
  if (state === 'misfit')
    return told({
      ...{ code: 'correction-misfit', expected: old, actual: text },
      zh: `更正“${old}”→“${text}”（${said(correction)}）不再适用：${because.zh}`,
      en: `the correction “${old}” → “${text}” (${said(correction)}) fits no more: ${because.en}`,
    })
  if (state === 'applied' && correction.action === 'published')
    return told({
      ...{ code: 'reviewed-published', verdict: 'published-inconsistency' },
      zh: `经人工核对，“${old}”与原文一致，原文有误（${said(correction)}）`,
      en: `a person compared “${old}” with the page: it is printed so, and wrong (${said(correction)})`,
    })
  if (state === 'applied' && correction.action === 'uncertain')
    return told({
      ...{ code: 'reviewed-uncertain', verdict: 'extraction-suspect' },
      zh: `经人工核对，“${old}”无法辨认（${said(correction)}）`,
      en: `a person compared “${old}” with the page and cannot tell (${said(correction)})`,
    })
  return null
}

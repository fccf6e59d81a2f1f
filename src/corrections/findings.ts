import type { DocumentJson } from '../write/document.ts'
import type { Correction, Replayed } from './correction.ts'
import { cellAt } from './place.ts'

type FindingJson = DocumentJson['findings'][number]

const said = ({ who, when, why }: Correction): string => `${who} ${when.slice(0, 10)}${why === '' ? '' : `: ${why}`}`

function findingOf(document: DocumentJson, { correction, state, because }: Replayed): FindingJson | null {
  const found = cellAt(document, correction)
  const place = found ? [{ table: found.table.id, row: found.cell.row, column: found.cell.column }] : []
  const base = {
    table: found?.table.id ?? null,
    tables: found ? [found.table.id] : [],
    cells: place,
    page: correction.page,
    box: [...correction.box] as const,
    expected: null,
    actual: null,
    tolerance: null,
  }
  const { old, new: text } = correction
  if (state === 'misfit')
    return {
      ...base,
      ...{ code: 'correction-misfit', severity: 'warning', verdict: 'structure', expected: old, actual: text },
      message: {
        zh: `更正“${old}”→“${text}”（${said(correction)}）不再适用：${because.zh}`,
        en: `the correction “${old}” → “${text}” (${said(correction)}) fits no more: ${because.en}`,
      },
    }
  if (state === 'applied' && correction.action === 'published')
    return {
      ...base,
      ...{ code: 'reviewed-published', severity: 'warning', verdict: 'published-inconsistency' },
      message: {
        zh: `经人工核对，“${old}”与原文一致，原文有误（${said(correction)}）`,
        en: `a person compared “${old}” with the page: it is printed so, and wrong (${said(correction)})`,
      },
    }
  if (state === 'applied' && correction.action === 'uncertain')
    return {
      ...base,
      ...{ code: 'reviewed-uncertain', severity: 'warning', verdict: 'extraction-suspect' },
      message: {
        zh: `经人工核对，“${old}”无法辨认（${said(correction)}）`,
        en: `a person compared “${old}” with the page and cannot tell (${said(correction)})`,
      },
    }
  return null
}

/** What a reader has to know of the corrections: those that fit no more, and what a person said of the document itself. */
export const reviewerFindings = (document: DocumentJson, replayed: readonly Replayed[]): FindingJson[] =>
  replayed.flatMap(one => findingOf(document, one) ?? [])

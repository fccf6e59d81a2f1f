import type { Words } from '../finding.ts'
import type { Box } from '../geometry.ts'
import { column, PLACE } from '../write/relations/columns.ts'
import type { Relation } from '../write/relations/relation.ts'

/**
 * What a person may say about a reading.
 * - `text` the cell says something else; `accept` it is read right; `uncertain` nobody can tell; `published` it is read right and
 *   the document itself is wrong
 * - `unit` the table is in another unit; `kind` it is the standard table `new`, or none where `new` is empty; `join` the table goes on in the one that has `new` as its id; `part` a table of its own
 *   begins with the row of the cell
 * - `border` the border on the right of the cell stands at `new` points from the left of its page; lines below it say what the cells
 *   of each row hold on both sides of it, parted by a tab, and where there are none the texts stay
 * - `add-border` a border that was missed stands at `new` points from the left of the page in the column of the cell; lines below it
 *   say what each cell of the column holds, as of `border`, and one without a tab stays one over both columns
 * - `drop-border` there is no border on the right of the cell: two columns of the table are one
 * - `merge` the cells in the box are one; `split` a cell that spans several places is one cell a place
 * - `undo` an earlier correction, named in `old`, counts no more
 */
export const ACTIONS = [
  'text',
  'accept',
  'uncertain',
  'published',
  'unit',
  'kind',
  'join',
  'part',
  'merge',
  'split',
  'border',
  'add-border',
  'drop-border',
  'undo',
] as const
export type Action = (typeof ACTIONS)[number]

/** One line of a patch file: who said what about which place of which bytes. Plain data. */
export interface Correction {
  readonly id: string
  /** ISO 8601. */
  readonly when: string
  readonly who: string
  /** Name of the PDF, for people; the place goes by `sha256`. */
  readonly file: string
  readonly sha256: string
  readonly action: Action
  /** Id of the table when it was corrected, for people; the place goes by page and box. */
  readonly table: string
  readonly page: number
  /** Points of the upright page, as in document.json. */
  readonly box: Box
  readonly old: string
  readonly new: string
  readonly why: string
}

/** What became of a correction when it was replayed. */
export interface Replayed {
  readonly correction: Correction
  /** `superseded` when somebody later said another thing of the same cell. */
  readonly state: 'applied' | 'superseded' | 'undone' | 'misfit'
  /** Why it does not fit; empty otherwise. */
  readonly because: Words
}

/** The columns of a patch file. */
export const CORRECTIONS: Relation = {
  name: 'corrections',
  zh: '更正',
  en: 'one row a correction by a person, replayed on every extraction',
  key: ['id'],
  columns: [
    column('id', 'text', '编号', 'id of the correction'),
    column('when', 'text', '时间', 'when, ISO 8601'),
    column('who', 'text', '更正人', 'who'),
    column('file', 'text', '原文件', 'the PDF as given'),
    column('sha256', 'text', '哈希', 'sha256 of the PDF'),
    column('action', 'text', '动作', ACTIONS.join(', ')),
    column('table', 'text', '表', 'id of the table then'),
    ...PLACE,
    column('old', 'text', '原读', 'what was read'),
    column('new', 'text', '更正为', 'what it is'),
    column('why', 'text', '理由', 'why'),
  ],
}

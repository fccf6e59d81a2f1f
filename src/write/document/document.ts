import { z } from 'zod'
import { SEVERITIES, VERDICTS } from '../../finding.ts'
import {
  box,
  checkSchema,
  coverageSchema,
  fen,
  index,
  indicatorSchema,
  lineSchema,
  narrativeSchema,
  orNull,
  page as pageNumber,
  place,
  sangongSchema,
  straySchema,
  text,
} from './meaning-schema.ts'

const source = z.strictObject({
  file: text.describe('name of the PDF as given'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: index,
  pages: index.describe('pages of the PDF, read or not'),
})

const description = z.strictObject({
  department: orNull(text),
  departmentCode: orNull(text),
  region: orNull(text),
  regionCode: orNull(text).describe('GB/T 2260'),
  fiscalYear: orNull(z.int()),
  kind: orNull(z.enum(['budget', 'final-accounts', 'other'])),
  scope: orNull(text),
})

const garbledFont = z.strictObject({
  font: text,
  share: z.number().min(0).max(1).describe('share of its characters that are impossible'),
  glyphs: index,
})

const page = z.strictObject({
  page: pageNumber,
  width: z.number(),
  height: z.number(),
  rotation: z
    .union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
    .describe('degrees clockwise by which the stored page was turned'),
  content: z.enum(['text', 'scan', 'mixed', 'blank']),
  glyphs: index.describe('printed characters'),
  pictures: index,
  garbled: z.array(garbledFont).readonly().describe('fonts whose text cannot be trusted'),
  ocr: orNull(text).describe('OCR engine that read the picture of the page; null when its text layer was read'),
})

const amount = z.strictObject({
  value: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .describe('decimal number as printed, ungrouped'),
  unit: text,
  fen: fen.describe('the same in 分, an integer'),
})

const cell = z.strictObject({
  row: index,
  column: index,
  rowSpan: z.int().positive(),
  columnSpan: z.int().positive(),
  text: text.describe('wrapped lines joined'),
  lines: z.array(text).readonly().describe('lines as printed'),
  page: pageNumber,
  box,
  textLeft: orNull(z.number()).describe('left edge of the first character, in points: how far a label is indented'),
  source: z.enum(['pdf', 'ocr', 'reviewed']),
  confidence: z.number().min(0).max(1),
  amount: orNull(amount),
  vouchedBy: z
    .int()
    .positive()
    .optional()
    .describe('how many relations that hold to the last digit vouch for the figure; absent when none does'),
  firstReading: text.optional().describe('what the program read, where a person looked at the cell'),
})

const unitPlace = z.strictObject({
  unit: text,
  where: z
    .enum(['cell', 'row', 'column', 'title', 'caption', 'below', 'page', 'note', 'prose', 'tables', 'document', 'told'])
    .describe(
      'label of a row, head of a column, title, caption, line below the table, another page of it, note in its body; beside the same figure in the narrative or another table; most tables of the document; told by a person',
    ),
  text: orNull(text).describe('as printed there'),
  page: orNull(pageNumber),
  box: orNull(box),
})

const column = z.strictObject({
  index,
  path: z.array(text).readonly().describe('header texts, top to bottom'),
  role: orNull(text).describe('code, name, amount, text, …'),
  key: orNull(text).describe('name of the column in the catalogue of standard tables'),
  subject: z
    .strictObject({ code: text, name: text })
    .optional()
    .describe('the economic subject that its heads name, in a table whose columns are subjects'),
  list: index.describe('which of the lists standing side by side'),
  unit: unitPlace.optional().describe('the head that names the unit of its amounts, where one does'),
})

const row = z.strictObject({
  index,
  role: orNull(text).describe('total, blank-total, unit, class, section, item, project, …'),
  depth: orNull(index),
})

const form = z.strictObject({
  fields: z
    .array(z.strictObject({ path: z.array(text).readonly(), value: text, row: index, column: index }))
    .readonly()
    .describe('labels, outer first, and the value beside them'),
  blocks: z
    .array(
      z.strictObject({
        label: orNull(text),
        row: index,
        columns: z.array(text).readonly(),
        rows: z.array(z.array(text).readonly()).readonly(),
      }),
    )
    .readonly()
    .describe('rows with columns of their own; merged cells in each row they cover'),
})

const decision = z.strictObject({
  what: text,
  page: pageNumber.optional(),
  cells: z
    .array(z.strictObject({ row: index, column: index }))
    .readonly()
    .optional()
    .describe('the cells that it is about, where it is not about the whole table'),
  chosen: text,
  rejected: orNull(text).describe('the next best answer'),
  margin: z.number().min(0).max(1).describe('how probable the chosen answer is beside the next best'),
  evidence: z.array(z.strictObject({ name: text, weight: z.number().describe('log-odds'), because: text })).readonly(),
})

const table = z.strictObject({
  id: z.string().min(1).describe('unique in the document, stable over runs'),
  number: orNull(text).describe('as printed without the word 表'),
  title: orNull(text),
  heading: text.optional().describe('heading of the section above a table that prints neither title nor number'),
  department: orNull(text),
  unit: orNull(text),
  unitOfMoney: unitPlace
    .extend({
      margin: z.number().min(0).max(1).describe('how probable the unit is beside the next best'),
      places: z.array(unitPlace).readonly().describe('all that names a unit for the table, the chosen place and its rivals'),
    })
    .optional()
    .describe(
      'the unit of its amounts where no column, row or cell names another, and where it stands; absent where nothing tells it',
    ),
  kind: orNull(text).describe('id in the catalogue of standard tables'),
  kindEvidence: z.array(text).readonly().describe('why it is taken for that table'),
  regions: z.array(z.strictObject({ page: pageNumber, box })).readonly(),
  headerRows: index,
  columns: z.array(column).readonly(),
  halves: orNull(z.array(z.array(index).readonly()).readonly()).describe(
    'columns of each of the lists standing side by side; null for one list',
  ),
  rows: z.array(row).readonly(),
  cells: z.array(cell).readonly(),
  lines: z.array(lineSchema).readonly().describe('rows with their meaning, list by list'),
  form: orNull(form).describe('the content of a form (no header rows) as labels with values and blocks with columns'),
  formAmounts: z
    .array(z.strictObject({ row: index, column: index, label: text, head: orNull(text), key: orNull(text) }))
    .readonly()
    .optional()
    .describe(
      'whose the amounts of a form are, the head of their column where they stand under one, and the key of what both say; absent in other tables',
    ),
  decisions: z.array(decision).readonly().describe('how the table came to be'),
})

const findingSchema = z.strictObject({
  code: z.string().min(1),
  severity: z.enum(SEVERITIES),
  verdict: z.enum(VERDICTS),
  cause: text.optional().describe('one for all relations that fail for one reason, the largest first'),
  identities: z.array(text).readonly().optional().describe('accounting identities that fail for this cause'),
  table: orNull(text),
  tables: z.array(text).readonly(),
  cells: z.array(place).readonly(),
  page: orNull(pageNumber),
  box: orNull(box),
  expected: orNull(text),
  actual: orNull(text),
  tolerance: orNull(text),
  message: z.strictObject({ zh: text, en: text }),
})

/** The contract of document.json. */
export const documentSchema = z.strictObject({
  schemaVersion: z.literal('1.0'),
  source,
  document: description,
  pages: z.array(page).readonly(),
  tables: z.array(table).readonly(),
  findings: z.array(findingSchema).readonly(),
  checks: z.array(checkSchema).readonly().describe('every accounting identity that was tried'),
  coverage: coverageSchema.describe('figures of standard tables that an identity guards'),
  indicators: z.array(indicatorSchema).readonly().describe('performance goals'),
  sangong: z.array(sangongSchema).readonly().describe('travel abroad, vehicles, hospitality'),
  narrative: z.array(narrativeSchema).readonly().describe('figures of the running text'),
  stray: z.array(straySchema).readonly().describe('figures on the pages of tables that stand in no cell'),
})

export type DocumentJson = z.infer<typeof documentSchema>
export type TableJson = DocumentJson['tables'][number]
export type CellJson = TableJson['cells'][number]
export type PageJson = DocumentJson['pages'][number]

import { z } from 'zod'

export const text = z.string()
export const orNull = <T extends z.ZodType>(schema: T) => z.nullable(schema)
export const index = z.int().nonnegative()

/** The number of a page, from 1. */
export const page = z.int().positive()

export const box = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .readonly()
  .describe('left, top, right, bottom in points from the top left of the upright page, to a hundredth')
export const fen = z.string().regex(/^-?\d+$/)

/** A cell. */
export const place = z.strictObject({ table: text, row: index, column: index })

/** One row of one list of a table, with its place in the tree of subjects. */
export const lineSchema = z.strictObject({
  row: index,
  list: index.describe('which of the lists standing side by side'),
  role: text.describe('total, blank-total, unit, class, section, item, project, subtotal, carry, balance, memo, blank, text'),
  label: text.describe('printed label without white space'),
  name: text.describe('label without numbering and code'),
  key: orNull(text).describe('canonical name of the label, where its words are known'),
  code: orNull(text).describe('full 科目编码'),
  codeKind: orNull(z.enum(['function', 'economic', 'government-economic', 'unit'])),
  codeInferred: z.boolean().describe('concluded from the rows below, not printed'),
  codeName: text.optional().describe('what the code is called where the row goes by another name, that of a project'),
  codesBeside: z
    .array(
      z.strictObject({
        kind: z.enum(['function', 'economic', 'government-economic']),
        code: text,
        name: orNull(text).describe('as printed beside the code'),
      }),
    )
    .readonly()
    .optional()
    .describe('codes of other lists of subjects that the row prints beside its own'),
  unitCode: orNull(text),
  depth: orNull(index).describe('null where nothing in the list adds up'),
  parent: orNull(index).describe('index in lines of the line it is a part of'),
})

const term = z.strictObject({
  sign: z.enum(['+', '-']),
  text: text.describe('as printed'),
  unit: text,
  page,
  box,
  cell: orNull(place).describe('null for a figure of the narrative'),
})

const side = z.strictObject({ label: text, value: orNull(text), terms: z.array(term).readonly() })

/** One identity tried in one place. */
export const checkSchema = z.strictObject({
  identity: text.describe('id in the list of identities'),
  instance: text,
  outcome: z
    .enum(['holds', 'rounding', 'broken', 'not-evaluable'])
    .describe('rounding: no more than rounded or cut figures leave; broken: more than that, whoever is at fault'),
  verdict: z.enum(['holds', 'rounding', 'published-inconsistency', 'extraction-suspect', 'unexplained', 'not-evaluable']),
  left: side,
  right: side,
  difference: orNull(text).describe('left minus right, in the unit'),
  tolerance: text,
  unit: text,
  tables: z.array(text).readonly(),
  note: orNull(text),
})

/** How many figures of standard tables an identity guards. */
export const coverageSchema = z.strictObject({
  figures: index,
  guarded: index,
  unguarded: z.array(place.extend({ name: text, text, page })).readonly(),
})

/** One goal of a performance table. */
export const indicatorSchema = z.strictObject({
  table: text,
  row: index,
  page,
  box,
  sequence: z.int().positive().describe('position in the table'),
  project: orNull(text),
  term: orNull(text).describe('what goals of several years are for, as printed'),
  level1: orNull(text),
  level2: orNull(text),
  level3: orNull(text),
  operator: orNull(text),
  value: orNull(text),
  unit: orNull(text),
  weight: orNull(text),
  direction: orNull(text),
  actual: orNull(text).describe('what the goal came to, as printed'),
  score: orNull(text).describe('points given for it'),
  reason: orNull(text).describe('why it was missed'),
})

const figure = z.strictObject({ value: text, unit: text, fen, page, box })

/** 三公 of a fund, or of all funds with what the narrative says; of other years what the document tells of them beside its own. */
export const sangongSchema = z.strictObject({
  fund: z.enum(['general', 'government-fund', 'all']),
  measure: z.enum(['budget', 'final', 'unknown']),
  year: z.number().int().optional().describe('year that it is of, where it is another than that of the document'),
  total: orNull(figure),
  abroad: orNull(figure),
  vehicles: orNull(figure),
  purchase: orNull(figure),
  running: orNull(figure),
  reception: orNull(figure),
  narrative: orNull(figure),
  difference: orNull(text).describe('narrative minus table, in the unit of the table'),
  previous: orNull(figure).describe('total of the year before, as printed'),
  change: orNull(figure).describe('difference of the total to the year before, as printed; negative where it became less'),
  growth: orNull(text).describe('growth of the total in per cent, as printed'),
})

/** A figure of the narrative. */
export const narrativeSchema = z.strictObject({
  kind: z.enum(['amount', 'change', 'share', 'growth', 'completion', 'year', 'count', 'statement']),
  label: text.describe('words right before the figure'),
  subject: text.describe('what the figure is called: the label without year, department and 预算数为'),
  item: orNull(
    z.strictObject({
      code: orNull(text),
      names: z.strictObject({ 类: text.optional(), 款: text.optional(), 项: text.optional() }),
      classCode: orNull(text),
    }),
  ).describe('科目 that it is said for'),
  code: orNull(text)
    .optional()
    .describe('code of the 科目 that it is said for: printed, by its names, or of the heading above'),
  classCode: orNull(text).describe('code of the 类 that the subject names'),
  before: text.describe('the sentence up to the figure, in the characters it is compared in: half width, simplified script'),
  section: text,
  text,
  value: text,
  unit: text,
  fen: orNull(fen),
  direction: orNull(z.enum(['more', 'less', 'same'])),
  page,
  box,
  of: orNull(index).describe('index of the amount that a share, growth, change or completion speaks of'),
  whole: orNull(index).describe('index of the whole that an amount after 其中 is a part of'),
  sentence: index.describe('number of the sentence'),
  aside: z.boolean().describe('said only to explain another figure'),
  source: z.enum(['pdf', 'ocr']),
  doubtful: z
    .literal(true)
    .optional()
    .describe('set where it may be another figure: the page cuts it, a picture covers it, or it was not read surely'),
})

/** A figure on the pages of tables that stands in no cell. */
export const straySchema = z.strictObject({ page, text })

/** What a table means, beside what it looks like. */
export type LineJson = z.infer<typeof lineSchema>
export type CheckJson = z.infer<typeof checkSchema>
export type IndicatorJson = z.infer<typeof indicatorSchema>
export type SangongJson = z.infer<typeof sangongSchema>
export type NarrativeJson = z.infer<typeof narrativeSchema>

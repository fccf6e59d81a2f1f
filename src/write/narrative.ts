import {
  column,
  DOCUMENT,
  type NamedDocument,
  PLACE,
  placeRow,
  type Relation,
  type Row,
  SCOPE,
  SUBJECT,
  subjectRow,
} from './relation.ts'

/** One row a figure of the running text. */
export const NARRATIVE: Relation = {
  name: 'narrative',
  zh: '文字数据',
  en: 'one row a figure of the running text: what it is said to be, its sentence and place',
  key: ['document', 'number'],
  columns: [
    DOCUMENT,
    ...SUBJECT,
    SCOPE,
    column('number', 'integer', '序号', 'number of the figure in the document'),
    column('figure', 'text', '性质', 'amount, change, share, growth, completion, count, year or statement'),
    column('name', 'text', '名称', 'what the figure is called, without year and department'),
    column('code', 'text', '科目编码', 'code of the subject it is said for', 'functional-classification:generic:code'),
    column('subject', 'text', '科目名称', '类, 款 and 项 it is said for', 'functional-classification:generic:label'),
    column('direction', 'text', '增减', 'more, less or same'),
    column('text', 'text', '原文', 'as printed'),
    column('value', 'text', '数值', 'decimal number as printed, ungrouped'),
    column('unit', 'text', '单位', 'unit of the value'),
    column('yuan', 'yuan', '金额（元）', 'amount in 元, where it is money', 'value'),
    column('sentence', 'text', '句子', 'the sentence up to the figure and with it'),
    column('section', 'text', '章节', 'headings above it'),
    ...PLACE,
    column('method', 'text', '来源', 'pdf or ocr'),
  ],
}

/** The rows of the figures of the running text of a document. */
export const narrativeRows = ({ name, document }: NamedDocument): Row[] =>
  document.narrative.map((fact, number) => ({
    ...subjectRow(name, document),
    number,
    figure: fact.kind,
    name: fact.subject,
    code: fact.code ?? null,
    subject: fact.item === null ? null : Object.values(fact.item.names).filter(Boolean).join('/'),
    direction: fact.direction,
    text: fact.text,
    value: fact.value,
    unit: fact.unit,
    yuan: fact.fen === null ? null : BigInt(fact.fen),
    // A statement and a year are told with their whole sentence.
    sentence: fact.kind === 'statement' || fact.kind === 'year' ? fact.before : fact.before + fact.text,
    section: fact.section,
    ...placeRow(fact),
    method: fact.source,
  }))

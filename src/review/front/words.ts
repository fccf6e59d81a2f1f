import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The two languages of the page; Chinese first. */
export type Language = 'zh' | 'en'

/** The words of the page in Chinese and in English. */
const WORDS = {
  title: ['预算阅览室', 'Budget reading room'],
  archive: ['文件', 'Documents'],
  coverage: ['覆盖', 'Coverage'],
  claims: ['疑点', 'Claims'],
  sangong: ['三公', '三公'],
  reading: ['正在读取档案', 'reading the archive'],
  search: ['搜索部门、地区、文件名', 'search department, region, file'],
  department: ['部门', 'department'],
  unnamed: ['部门不明', 'no department'],
  year: ['年度', 'year'],
  kind: ['类别', 'kind'],
  scope: ['口径', 'scope'],
  status: ['结果', 'outcome'],
  held: ['成立', 'hold'],
  broken: ['不成立', 'broken'],
  rounding: ['舍入', 'rounding'],
  doubtful: ['存疑格', 'doubtful cells'],
  reviewed: ['已核对', 'reviewed'],
  misfits: ['失效更正', 'misfits'],
  pages: ['页', 'pages'],
  tables: ['表', 'tables'],
  all: ['全部', 'all'],
  budget: ['预算', 'budget'],
  'final-accounts': ['决算', 'final accounts'],
  other: ['其他', 'other'],
  unit: ['本级', 'unit'],
  government: ['政府', 'government'],
  noData: ['没有数据', 'no data'],
  replaced: ['已有更新版本', 'replaced'],
  size: ['差额（元）', 'difference (元)'],
  verdict: ['归因', 'verdict'],
  sentence: ['说明', 'sentence'],
  copy: ['复制', 'copy'],
  copied: ['已复制', 'copied'],
  show: ['看原文', 'show'],
  'published-inconsistency': ['文件自身不一致', 'the document contradicts itself'],
  'extraction-suspect': ['读取存疑', 'the reading is suspect'],
  unexplained: ['未能归因', 'unexplained'],
  holds: ['成立', 'holds'],
  'not-evaluable': ['无法核对', 'not evaluable'],
  structure: ['结构', 'structure'],
  page: ['页', 'page'],
  of: ['/', 'of'],
  previous: ['上一页', 'previous page'],
  next: ['下一页', 'next page'],
  zoomIn: ['放大', 'zoom in'],
  zoomOut: ['缩小', 'zoom out'],
  openPdf: ['PDF 原页', 'page of the PDF'],
  noPicture: [
    '未找到 PDF 原文件（或其内容已变），只画单元格位置；用 --pdfs 指定所在文件夹。',
    'The PDF was not found (or has changed): only the places of the cells are drawn. --pdfs names its folder.',
  ],
  value: ['读数', 'reading'],
  firstReading: ['最初读作', 'first read as'],
  confidence: ['可信度', 'confidence'],
  source: ['来源', 'source'],
  pdf: ['文字层', 'text layer'],
  ocr: ['识别', 'OCR'],
  accept: ['正确', 'right'],
  edit: ['改正', 'correct it'],
  uncertain: ['无法辨认', 'cannot tell'],
  published: ['原文有误', 'the document is wrong'],
  undo: ['撤销', 'undo'],
  why: ['理由（可不填）', 'why (optional)'],
  save: ['保存', 'save'],
  cancel: ['取消', 'cancel'],
  who: ['署名', 'signed'],
  joined: ['合并后的表', 'joined table'],
  identities: ['勾稽', 'identities'],
  findings: ['发现', 'findings'],
  sentences: ['文字', 'sentences'],
  decisions: ['拼接依据', 'why joined'],
  corrections: ['更正记录', 'corrections'],
  difference: ['差额', 'difference'],
  tolerance: ['允许', 'tolerance'],
  none: ['无', 'none'],
  noneTried: ['没有勾稽关系经过这个格', 'no identity goes through this cell'],
  keys: [
    '键盘：J/K 下一个／上一个存疑格 · F 下一条发现 · C 下一个疑点 · 方向键移动 · Enter 正确 · E 改正 · X 无法辨认 · W 原文有误 · B 列中加边界 · U 撤销 · S 存疑格核对单 · PageUp/PageDown 翻页 · +/− 缩放',
    'Keys: J/K next, previous doubtful cell · F next finding · C next claim · arrows move · Enter right · E correct · X cannot tell · W the document is wrong · B a border in the column · U undo · S sheet of doubtful cells · PageUp/PageDown turn the page · +/− zoom',
  ],
  left1: ['剩余存疑格', 'doubtful cells left'],
  doneAll: ['没有存疑格', 'no doubtful cells'],
  saving: ['正在保存…', 'saving …'],
  changed: [
    '另一个窗口或命令刚刚改动了这份文件，已载入最新版本；您的更正没有保存，请再做一次。',
    'Another window or command has just changed this document; it was loaded anew. Your correction was not saved: make it again.',
  ],
  failed: ['没有保存：', 'not saved: '],
  nowBroken: ['已保存，但请再看一眼：因此不再成立的勾稽', 'saved, but look again: identities that no longer hold'],
  applied: ['已应用', 'applied'],
  superseded: ['已被后来的更正取代', 'superseded by a later one'],
  undone: ['已撤销', 'undone'],
  misfit: ['不再适用', 'fits no more'],
  margin: ['把握', 'margin'],
  rejected: ['未采用', 'rejected'],
  unitOf: ['单位', 'unit'],
  setUnit: ['改单位', 'unit'],
  setKind: ['改表种', 'kind'],
  kindOf: ['表种', 'kind'],
  noKind: ['非标准表', 'no standard table'],
  merge: ['合并单元格', 'merge cells'],
  split: ['拆分单元格', 'split the cell'],
  mergeRight: ['与右格合并', 'merge with the cell to the right'],
  mergeBelow: ['与下格合并', 'merge with the cell below'],
  border: ['移动列边界', 'move a column border'],
  'add-border': ['增加列边界', 'add a column border'],
  'drop-border': ['去掉列边界', 'take away a column border'],
  moveBorder: [
    '右侧列边界：拖动，或用左右键移动后按回车；Delete 去掉',
    'border of the column on its right: drag it, or move it by the arrow keys and press Enter; Delete takes it away',
  ],
  putBorder: [
    '新的列边界：拖动，或用左右键移动后按回车；Esc 取消',
    'new border of columns: drag it, or move it by the arrow keys and press Enter; Esc leaves it',
  ],
  addBorder: ['列中加边界', 'add a border in the column'],
  dropBorder: ['去掉右侧列边界', 'take away the border on the right'],
  toDoubts: ['存疑格核对单', 'sheet of doubtful cells'],
  toPage: ['回到原页', 'back to the page'],
  allRight: ['格读得都对', 'cells are read right'],
  allEmpty: ['格都是空的', 'cells are empty'],
  drawing: ['正在绘制…', 'drawing…'],
  lookedAll: ['全部看过了；无法辨认的仍算存疑。', 'All have been looked at; those that nobody can tell stay doubtful.'],
  sheetKeys: [
    '键盘：Enter 或空格 整块都对 · 方向键 移到不对的一格 · 数字 直接改写 · E 改正 · Delete 应为空 · X 无法辨认 · Esc 不改 · PageDown/PageUp 下一块／上一块 · U 撤销 · S 回到原页',
    'Keys: Enter or space the whole block is right · arrows to the odd one out · digits write it anew · E correct · Delete it is empty · X cannot tell · Esc as it was · PageDown/PageUp next, previous block · U undo · S back to the page',
  ],
  opening: ['正在打开…', 'opening …'],
  pageNumber: ['转到页', 'go to page'],
  fewYears: [
    '要有同一部门两个以上年度的文件，才能画出逐年变化。',
    'Lines over the years want documents of two years or more of one department.',
  ],
  markUnit: [
    '预＝预算，决＝决算，带“·”的是单位（本级）文件；绿色齐全，棕色缺表，灰色已有更新版本，红色未能读取',
    'b budget, f final accounts, “·” of a unit (本级); green whole, brown with tables missing, grey replaced, red not read',
  ],
  unknownYear: ['年度不明', 'no year'],
  ok: ['成功', 'ok'],
  partial: ['部分', 'partial'],
  'needs-ocr': ['待识别', 'needs OCR'],
  'no-tables': ['无表格', 'no tables'],
  encrypted: ['有密码', 'encrypted'],
  corrupt: ['文件损坏', 'damaged'],
  timeout: ['超时', 'timeout'],
  failedRun: ['失败', 'failed'],
  join: ['与下一表合并', 'join with the next table'],
  part: ['从此行起另成一表', 'a table begins with this row'],
  export: ['下载 CSV', 'CSV'],
  total: ['合计', 'total'],
  abroad: ['因公出国', 'abroad'],
  purchase: ['购置', 'vehicles bought'],
  running: ['运行', 'vehicles run'],
  reception: ['接待', 'hospitality'],
  growth: ['增减', 'change'],
  narrative: ['情况说明', 'narrative'],
  ranking: ['排名', 'ranking'],
  lines: ['逐年', 'over the years'],
  unitYuan: ['单位：万元', 'in 万元'],
  fundAll: ['全部资金', 'all funds'],
  missing: ['缺', 'missing'],
  empty: ['空表', 'empty'],
  scans: ['扫描页', 'scanned'],
  language: ['English', '中文'],
  results: ['项', 'results'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>

export type Word = keyof typeof WORDS

/** A word in a language. */
export const wordIn = (language: Language, word: Word): string => WORDS[word][language === 'zh' ? 0 : 1]

/** A value of the data as a word, where there is one. */
const wordOf = (language: Language, value: string | null): string =>
  value === null ? '' : value in WORDS ? wordIn(language, value as Word) : value

/** Where an identity was tried, for reading: rows and columns of the data are counted from 0, people count from 1. */
export const placeWords = (language: Language, instance: string): string =>
  instance
    .replace(/ row (\d+)\b/, (_, row) => (language === 'zh' ? ` 第${Number(row) + 1}行` : ` row ${Number(row) + 1}`))
    .replace(/ column (\d+)\b/, (_, at) => (language === 'zh' ? ` 第${Number(at) + 1}列` : ` column ${Number(at) + 1}`))
    .replace(/^p\.(\d+)/, (_, page) => (language === 'zh' ? `第${page}页` : `p. ${page}`))
    .replace(/^document$/, language === 'zh' ? '全文' : 'document')

/** What every part of the page knows. */
export interface Room {
  readonly language: Language
  readonly who: string
}

export const RoomContext = createContext<Room>({ language: 'zh', who: '' })

/** The words of the page in the reader's language. */
export function useWords(): {
  readonly language: Language
  readonly w: (word: Word) => string
  readonly named: (value: string | null) => string
} {
  const { language } = useContext(RoomContext)
  return { language, w: word => wordIn(language, word), named: value => wordOf(language, value) }
}

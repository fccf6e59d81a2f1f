import type { Language } from '../write/reconciliation.ts'

export type { Language }

/** What the help says, in Chinese; a test holds that nothing it says is missing. */
const CHINESE: Readonly<Record<string, string>> = {
  'the main job: every PDF to document.json and one CSV a table': '主要命令：把每个 PDF 变成 document.json，每张表一个 CSV',
  'folder of the results (output)': '结果所在文件夹（output）',
  'pages to read, such as 3-5,8': '要读的页，如 3-5,8',
  'password of encrypted PDFs; the empty one is always tried': '加密 PDF 的密码；空密码总会先试',
  'what reads PDFs: pdfjs (the default) or pdfium (experimental, faster)':
    '读 PDF 的引擎：pdfjs（默认）或 pdfium（试验性，更快）',
  'how scans are read: auto (the default), paddle, tesseract or off': '怎样读扫描件：auto（默认）、paddle、tesseract 或 off',
  'limit for one document (1800)': '一份文件最长用时（1800）',
  'limit for one page (120)': '一页最长用时（120）',
  'limit for one worker (4096)': '一个工作进程的内存上限（4096）',
  'documents at once (one a processor)': '同时处理的文件数（每个处理器一份）',
  'dataset to write too, under DIR/dataset: csv,jsonl,xlsx,md,parquet,duckdb':
    '同时写出数据集到 DIR/dataset：csv,jsonl,xlsx,md,parquet,duckdb',
  'do everything again, also what an earlier run has done': '全部重做，包括先前已完成的',
  'do again what gave no data in an earlier run': '重做先前没有得到数据的文件',
  'print one outcome a line as JSON, as in manifest.jsonl': '每份文件打印一行 JSON，与 manifest.jsonl 相同',
  'a filter: print one outcome a line with the document in it, write nothing':
    '过滤器：每份文件打印一行，内含全部数据，不写文件',
  'try the accounting identities again and print what contradicts itself, of one document the whole reconciliation sheet':
    '重新核对勾稽关系并打印文件自身的矛盾；对一份文件打印全部核对',
  'text (the default), md or html': 'text（默认）、md 或 html',
  'print the whole sheet of every document of an archive': '打印每份文件的全部核对',
  'language of the text (zh)': '文字的语言（zh）',
  'print one check a line as JSON': '每条勾稽打印一行 JSON',
  'exit with 4 when an identity is broken': '有勾稽不成立时以 4 退出',
  'look at the results beside the real pages, correct them, keep the corrections: a page on 127.0.0.1':
    '对照原页查看结果、更正并保留更正：127.0.0.1 上的网页',
  'folder with the PDFs, where they are not where they were read from': 'PDF 所在文件夹（已不在读取时的位置时）',
  'port (any that is free)': '端口（任一空闲端口）',
  'password of encrypted PDFs': '加密 PDF 的密码',
  'replay the corrections of people on the results and try the identities again': '把人工更正重新应用到结果上，并重新核对勾稽',
  'print one correction a line as JSON, with what became of it': '每条更正打印一行 JSON，并说明其结果',
  'one self-contained HTML file: what does not add up, with the pieces of the pages that show it':
    '一个自足的 HTML 文件：哪些对不上，附原页截图',
  'file to write (stdout)': '要写的文件（标准输出）',
  'travel abroad, vehicles and hospitality (三公): both funds, what the narrative says, the difference, the pages':
    '“三公”经费：两类资金、情况说明所述、差额、所在页',
  'a ranking by growth or by a part, with links to the pages: growth, abroad, purchase, running, reception, total':
    '按增幅或某一项排名，附原页链接：growth, abroad, purchase, running, reception, total',
  'the first N of the ranking': '只要排名前 N 名',
  'print CSV': '打印 CSV',
  'print one row a line as JSON': '每行打印一条 JSON',
  'one row a department, year, kind and scope: income, expenditure, basic, project, personnel, public, 三公, with pages':
    '每个部门、年度、类别、口径一行：收入、支出、基本、项目、人员、公用、三公，附页码',
  'print one row a line as JSON instead of CSV': '每行打印一条 JSON，不打印 CSV',
  'publications that a later one replaces too': '也包括已被后来版本取代的文件',
  'print the grids of any PDF as drawn, page by page, as JSON': '按所画的样子逐页打印任意 PDF 的表格，JSON 格式',
  'write DIR/<name>.json instead of printing; needed for several files': '写到 DIR/<name>.json 而不打印；多个文件时必需',
  'password of an encrypted PDF': '加密 PDF 的密码',
  'the output is JSON in any case': '输出总是 JSON',
  'show or draw what a stage sees on a page; the first tool when a table comes out wrong':
    '显示或画出某一步在一页上看到的内容；表读错时先用它',
  'page to look at': '要看的页',
  'page (glyphs and rulings), grid (cells as drawn; the default) or table': 'page（字符与线）、grid（所画的格；默认）或 table',
  'show how the tables of the page came to be: decisions, evidence, margins; with --stage grid the edges, also those that were rejected':
    '显示该页各表是怎样得来的：判断、依据、把握；与 --stage grid 同用时显示表线，包括未采用的',
  'draw it over the page as SVG, to stdout': '叠在页面上画成 SVG，写到标准输出',
  'print it as JSON': '以 JSON 打印',
  'write a folder of results as one dataset: CSV, JSON lines, XLSX, Markdown, Parquet, DuckDB':
    '把结果文件夹写成一个数据集：CSV、JSON 行、XLSX、Markdown、Parquet、DuckDB',
  'formats to write: csv,jsonl,xlsx,md,parquet,duckdb (csv)': '要写的格式：csv,jsonl,xlsx,md,parquet,duckdb（csv）',
  'folder of the dataset (<output>/dataset); an old dataset there is replaced':
    '数据集所在文件夹（<output>/dataset）；那里的旧数据集会被取代',
  'print what a query has over the dataset as CSV, and write nothing': '在数据集上执行查询，结果打印为 CSV，不写任何文件',
  'two years of a department side by side, the largest changes first': '一个部门的两个年度并列，变化大的在前',
  'the two years (the last two that there are)': '两个年度（默认最近两个）',
  'budget (the default) or final': 'budget 预算（默认）或 final 决算',
  'department (部门), unit (本级), government (政府) or unknown (口径不明); without it the one that most documents have':
    'department（部门）、unit（本级）、government（政府）或 unknown（口径不明）；不给时取多数文件的口径',
  'print every figure, not only the largest changes': '打印全部数字，不只是变化最大的',
  'which departments and years an archive has, which tables are missing, empty or scanned':
    '档案里有哪些部门和年度，缺哪些表，哪些是空表或扫描页',
  'put documents into a PostgreSQL queue for any number of machines': '把文件放进 PostgreSQL 队列，供任意多台机器处理',
  'the PostgreSQL of the queue: postgres://user:password@host/database':
    '队列所在的 PostgreSQL：postgres://user:password@host/database',
  'silence after which the document of a dead worker is taken over (60, at least 10)':
    '工作进程失去音讯多少秒后由别的接手（60，至少 10）',
  'put the documents of the dead letter queue back too': '也把已放弃的文件放回队列',
  'take documents from a queue, extract them, store the results': '从队列取文件、提取并保存结果',
  'folder of the results, the same on every machine (output)': '结果所在文件夹，各台机器相同（output）',
  'hosts that documents may be fetched from, such as www.cd.gov.cn,*.sc.gov.cn (none)':
    '允许下载文件的主机，如 www.cd.gov.cn,*.sc.gov.cn（无）',
  'largest document to fetch (300)': '允许下载的最大文件（300）',
  'longest time for fetching one (300)': '下载一份的最长用时（300）',
  'end when nothing is left, instead of waiting for more': '没有剩余时结束，不再等待',
  'print one outcome a line as JSON': '每份文件打印一行 JSON',
  'how a queue stands: waiting, done, rates, workers, failures': '队列的情况：等待、完成、速度、工作进程、失败',
  'print the outcomes instead, as lines of a manifest.jsonl': '改为打印各份结果，即 manifest.jsonl 的各行',
  'print the state as JSON': '以 JSON 打印情况',
  'a script that completes commands and options in bash, zsh or fish': '在 bash、zsh 或 fish 中补全命令和选项的脚本',
  'print this help': '打印本帮助',
  'language of help and messages: zh or en (that of the locale)': '帮助和消息的语言：zh 或 en（随系统区域设置）',
  'yusuan: published Chinese government budget PDFs as data that can be trusted':
    'yusuan（预算）：把公开的政府预算 PDF 变成可信的数据',
  'yusuan <command> …, yusuan <command> --help, yusuan --version': 'yusuan <命令> …，yusuan <命令> --help，yusuan --version',
  'Exit codes: 0 done, 1 internal error, 2 wrong usage, 3 some documents failed, 4 --strict and an identity is broken, 130 interrupted':
    '退出码：0 完成，1 程序错误，2 用法不对，3 部分文件失败，4 --strict 且有勾稽不成立，130 中断',
  '<output>': '<结果文件夹>',
  '<output or PDF>': '<结果文件夹或 PDF>',
  '<output or document>': '<结果文件夹或其中一份>',
  '<department>': '<部门>',
  '<file>': '<文件>',
  '<file, folder, glob, .zip or ->': '<文件、文件夹、通配符、.zip 或 ->',
  '<file, folder, glob, URL or ->': '<文件、文件夹、通配符、网址或 ->',
}

/** A sentence of the help in the user's language. */
export const inLanguage = (language: Language, text: string): string => (language === 'zh' ? (CHINESE[text] ?? text) : text)

/** How a command is called, what stands for a word of the user in their language. */
export const usageIn = (language: Language, usage: string): string =>
  usage.replace(/<[^<>]+>/g, words => inLanguage(language, words))

/** The language of a locale, as the environment names it: LC_ALL before LC_MESSAGES before LANG. */
export function localeLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en'
}

import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { renderSVG } from "uqr";
import {
  headingsOver,
  type PaperBlock,
  type PaperColumn,
  type PaperTable,
} from "#app/domain/documents/paper.ts";
import { sayPaperValue } from "#app/messages/say-paper-value.ts";
import type { PaperInput } from "#app/platform/apart/apart.ts";

/** Nghị định 30/2020/NĐ-CP, appendix I. Text arrives as data and is only ever shown, never read as markup. */
const PAPER = `
#let paper = json(bytes(sys.inputs.paper))
#let margins = (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm)
#let number-of-page = context {
  let page = counter(page).get().first()
  if page > 1 { align(center, text(size: 13pt, str(page))) }
}
#let page-foot = if paper.check != none { align(center, text(size: 8pt, fill: luma(60), paper.check.line)) }
#set document(title: paper.type + " " + paper.subject, date: none)
#set page(paper: "a4", flipped: paper.isAcross, margin: margins, header: number-of-page, footer: page-foot)
#set text(font: "Tinos", size: 14pt, lang: "vi", hyphenate: false)
#set par(leading: 0.62em, spacing: 0.62em, justify: false)

#let short-rule(body) = context {
  let wide = measure(body).width
  stack(spacing: 2.4mm, align(center, body), align(center, line(length: calc.min(wide, 120mm) * 0.42, stroke: 0.6pt)))
}
#let whole-rule(body) = context {
  stack(spacing: 2.2mm, align(center, body), align(center, line(length: measure(body).width, stroke: 0.6pt)))
}
#let body-line(body) = block(width: 100%, above: 6pt, below: 6pt,
  par(justify: true, first-line-indent: (amount: 12.7mm, all: true), leading: 0.68em, body))
#let shown-table(table-of) = {
  let cell-of(value, column, strong) = table.cell(align: (if column.align == "left" { left } else if column.align == "right" { right } else { center }) + horizon,
    text(size: 12pt, weight: if strong { "bold" } else { "regular" }, value))
  let heading(value) = text(size: 12pt, weight: "bold", value)
  if table-of.caption != none { block(width: 100%, above: 8pt, below: 6pt, sticky: true, align(center, text(size: 13pt, weight: "bold", table-of.caption))) }
  set par(leading: 0.5em)
  block(width: 100%, above: 6pt, below: 8pt, table(columns: table-of.columns.map(it => it.width * 1fr), stroke: 0.5pt, inset: (x: 1.4mm, y: 1.5mm),
    table.header(
      ..table-of.over.map(it => table.cell(colspan: it.span, rowspan: it.rows, align: center + horizon, heading(it.text))),
      ..table-of.headings.map(it => table.cell(align: center + horizon, heading(it)))),
    ..for group in table-of.groups {
      (
        ..if group.title != none { (table.cell(colspan: table-of.columns.len(), heading(group.title)),) },
        ..for row in group.rows { row.enumerate().map(((index, value)) => cell-of(value, table-of.columns.at(index), false)) },
      )
    },
    ..if table-of.total != none { table-of.total.enumerate().map(((index, value)) => cell-of(value, table-of.columns.at(index), true)) }))
}
#let shown(blocks) = for it in blocks {
  if it.is == "heading" {
    block(width: 100%, sticky: true, above: 9pt, below: 6pt, par(first-line-indent: (amount: 12.7mm, all: true),
      text(weight: if it.level < 3 { "bold" } else { "regular" }, style: if it.level == 3 { "italic" } else { "normal" }, it.text)))
  } else if it.is == "table" {
    shown-table(it.table)
  } else if it.is == "list" {
    for item in it.items { body-line("- " + item) }
  } else if it.look == "centred" or it.look == "centred-bold" {
    align(center, block(above: 6pt, below: 6pt, text(weight: if it.look == "centred-bold" { "bold" } else { "regular" }, it.text)))
  } else {
    body-line(if "lead" in it { text(weight: "bold", it.lead + " ") } + text(style: if it.look == "italic" { "italic" } else { "normal" }, weight: if it.look == "bold" { "bold" } else { "regular" }, it.text))
  }
}
#let ended(lines) = lines.enumerate().map(((index, it)) => it + if index == lines.len() - 1 { "." } else { ";" })
#let recipients = if paper.foot.recipients.len() > 0 {
  set par(leading: 0.5em)
  text(size: 12pt, weight: "bold", style: "italic", paper.foot.recipientsTitle)
  for it in ended(paper.foot.recipients) { linebreak(); text(size: 11pt, "- " + it) }
}
#let code = if paper.check != none and paper.check.link != none {
  block(breakable: false, above: 4mm, grid(columns: (22mm, 48mm), column-gutter: 3mm, align: left + horizon,
    image(bytes(paper.qr), format: "svg", width: 22mm),
    text(size: 9pt, style: "italic", paper.check.hint)))
}
#let signature(signer) = align(center, {
  for it in signer.lines { text(weight: "bold", upper(it)); linebreak() }
  if signer.hint != none { text(size: 12pt, style: "italic", signer.hint) }
  v(26mm)
  if signer.name != none { text(weight: "bold", signer.name) }
})

#if paper.letterhead != none {
  grid(columns: (0.42fr, 0.58fr), align: center + top, row-gutter: 2.6mm,
  {
    if paper.letterhead.superiorBody != "" { text(size: 12pt, upper(paper.letterhead.superiorBody)); linebreak() }
    short-rule(text(size: 12pt, weight: "bold", upper(paper.letterhead.issuingBody)))
  },
  {
    stack(spacing: 2.6mm, text(size: 12pt, weight: "bold", upper(paper.letterhead.country)),
      whole-rule(text(size: 13pt, weight: "bold", paper.letterhead.motto)))
  },
  if paper.number != none { text(size: 13pt, paper.number) },
  if paper.placeAndDate != none { text(size: 13pt, style: "italic", paper.placeAndDate) })
  v(5mm)
}
#let titled(it) = {
  align(center, block(below: 3mm, text(weight: "bold", upper(it.type))))
  align(center, block(above: 0mm, below: 4mm, short-rule(text(weight: "bold", it.subject))))
  if it.attachedTo != none { align(center, block(below: 4mm, text(size: 13pt, style: "italic", it.attachedTo))) }
}
#if paper.letterhead != none { titled(paper) }
#if paper.addressees != none {
  if paper.addressees.names.len() == 1 {
    align(center, block(below: 5mm, paper.addressees.word + " " + paper.addressees.names.at(0)))
  } else {
    block(below: 5mm, inset: (left: 25mm), {
      paper.addressees.word
      for it in ended(paper.addressees.names) { linebreak(); h(8mm); "- " + it }
    })
  }
}
#for it in ended(paper.bases) { body-line(text(style: "italic", it)) }
#shown(paper.blocks)
#v(4mm)
#block(breakable: false, width: 100%, {
  if paper.foot.signers.len() == 2 {
    grid(columns: (1fr, 1fr), signature(paper.foot.signers.at(0)), signature(paper.foot.signers.at(1)))
    recipients + code
  } else if paper.foot.signers.len() == 1 {
    grid(columns: (1fr, 1fr), align: top, recipients + code, signature(paper.foot.signers.at(0)))
  } else { recipients + code }
})
#for annex in paper.annexes {
  // At the end of the page before: the heading of the new page is written before its text.
  counter(page).update(0)
  set page(flipped: annex.isAcross)
  align(center, block(below: 3mm, text(weight: "bold", annex.title)))
  align(center, block(above: 0mm, below: 3mm, short-rule(text(size: 13pt, weight: "bold", upper(annex.subject)))))
  if annex.attachedTo != none { align(center, block(below: 4mm, text(size: 13pt, style: "italic", annex.attachedTo))) }
  shown(annex.blocks)
}
`;

parentPort?.postMessage(printPaper(workerData as PaperInput));

/** As PDF/A-2b, which archives of the state keep. */
function printPaper({ packages, paper }: PaperInput): Uint8Array {
  const fonts = path.join(packages, "@expo-google-fonts/tinos");
  const compiler = NodeCompiler.create({
    fontArgs: [
      {
        fontPaths: ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map((face) =>
          path.join(fonts, face),
        ),
      },
    ],
  });
  const shown = {
    ...paper,
    blocks: paper.blocks.map(shownBlock),
    annexes: paper.annexes.map((annex) => ({ ...annex, blocks: annex.blocks.map(shownBlock) })),
    qr: paper.check?.link ? renderSVG(paper.check.link, { ecc: "M", border: 1 }) : "",
  };
  return new Uint8Array(
    compiler.pdf(
      { mainFileContent: PAPER, inputs: { paper: JSON.stringify(shown) } },
      { pdfStandard: "a-2b" },
    ),
  );
}

function shownBlock(block: PaperBlock) {
  if (block.is === "table") return { is: block.is, table: shownTable(block.table) };
  return block.is === "paragraph" ? { look: "plain", ...block } : block;
}

function shownTable({ columns, groups, total, caption }: PaperTable) {
  const said = (row: readonly (string | number | null)[]) =>
    columns.map((column, index) => sayPaperValue(row[index] ?? null, column.kind));
  const over = headingsOver(columns);
  return {
    caption,
    columns: columns.map((column) => ({ width: column.width, align: alignOf(column) })),
    over: (over ?? []).map(({ text, from, span }) => ({
      text: text || (columns[from]?.heading ?? ""),
      span,
      rows: text === "" ? 2 : 1,
    })),
    headings: columns
      .filter(({ over: above = "" }) => over === null || above !== "")
      .map(({ heading }) => heading),
    groups: groups.map(({ title, rows }) => ({ title, rows: rows.map(said) })),
    total: total === null ? null : said(total),
  };
}

function alignOf({ kind, isCentred }: PaperColumn): "left" | "center" | "right" {
  if (isCentred) return "center";
  return kind === "text" ? "left" : "right";
}

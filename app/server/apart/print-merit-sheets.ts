import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { renderSVG } from "uqr";
import type { MeritSheetsInput } from "#app/platform/apart/apart.ts";

/**
 * A4 across, frame and lines by Nghị định 98/2023, Điều 104. Places are fixed, so that a bought sheet and one of the house
 * bear the same words in the same spot. Text arrives as data and is only ever shown, never read as markup.
 */
const PAPER = `
#let paper = json(bytes(sys.inputs.paper))
#let full = paper.layout == "full"
#let red = rgb("#b11116")
#let gold = rgb("#c39a3b")
#let emblem-side = 27mm
#let frame = {
  place(center + horizon, rect(width: 277mm, height: 190mm, stroke: 2.4pt + red))
  place(center + horizon, rect(width: 272mm, height: 185mm, stroke: 0.7pt + gold))
  place(center + horizon, rect(width: 269.5mm, height: 182.5mm, stroke: 0.7pt + gold))
}
#set document(title: paper.heading, date: none)
#set page(paper: "a4", flipped: true, margin: 0mm, background: if full { frame })
#set text(font: "Tinos", lang: "vi", hyphenate: false)
#set par(leading: 0.55em, spacing: 0.55em, justify: false)

#let at(y, body, x: 20mm, width: 257mm) = place(top + left,
  dx: x + paper.right * 0.1mm, dy: y + paper.down * 0.1mm, block(width: width, align(center, body)))
#let ruled(size, body) = context {
  let shown = text(size: size, weight: "bold", body)
  stack(spacing: 1.6mm, shown, line(length: measure(shown).width, stroke: 0.7pt))
}
#let fitted(body, size, least, width) = context {
  let at-size = size
  while at-size > least and measure(text(size: at-size, weight: "bold", body)).width > width { at-size = at-size - 1pt }
  text(size: at-size, weight: "bold", body)
}
#let cross(x, y) = {
  place(top + left, dx: x - 4mm, dy: y, line(length: 8mm, stroke: 0.4pt))
  place(top + left, dx: x, dy: y - 4mm, line(angle: 90deg, length: 8mm, stroke: 0.4pt))
}
#let measure-marks = {
  for corner in ((20mm, 20mm), (277mm, 20mm), (20mm, 190mm), (277mm, 190mm)) { cross(corner.at(0), corner.at(1)) }
  for it in range(0, 26) {
    place(top + left, dx: 20mm + it * 10mm, dy: 20mm, line(angle: 90deg, length: if calc.rem(it, 5) == 0 { 5mm } else { 3mm }, stroke: 0.3pt))
    if it < 18 { place(top + left, dx: 20mm, dy: 20mm + it * 10mm, line(length: if calc.rem(it, 5) == 0 { 5mm } else { 3mm }, stroke: 0.3pt)) }
  }
}

#for (index, it) in paper.sheets.enumerate() {
  if index > 0 { pagebreak() }
  if full {
    at(18mm, text(size: 15pt, weight: "bold", upper(paper.country)))
    at(25mm, ruled(16pt, paper.motto))
    if paper.emblem != none { at(37mm, image(bytes(paper.emblem), format: "svg", height: emblem-side)) }
    at(67mm, text(size: 18pt, weight: "bold", fill: red, upper(paper.giver)))
    at(77mm, text(size: 16pt, weight: "bold", upper(paper.given)))
    at(85mm, text(size: 40pt, weight: "bold", fill: red, upper(paper.heading)))
  }
  at(106mm, fitted(it.name, 26pt, 15pt, 235mm), x: 30mm, width: 237mm)
  if it.place != "" { at(118mm, text(size: 15pt, it.place), x: 30mm, width: 237mm) }
  at(if it.place == "" { 121mm } else { 127mm }, text(size: 16pt, it.achievement), x: 35mm, width: 227mm)
  at(146mm, text(size: 14pt, style: "italic", paper.placeAndDate), x: 158mm, width: 110mm)
  at(153mm, text(size: 14pt, weight: "bold", upper(paper.signerTitle)), x: 158mm, width: 110mm)
  place(top + left, dx: 30mm + paper.right * 0.1mm, dy: 172mm + paper.down * 0.1mm, block(width: 110mm, {
    text(size: 12pt, style: "italic", it.decision)
    linebreak()
    text(size: 12pt, style: "italic", it.book)
  }))
  if paper.qr != none {
    place(top + left, dx: 30mm + paper.right * 0.1mm, dy: 186mm + paper.down * 0.1mm, image(bytes(paper.qr), format: "svg", width: 9mm))
    place(top + left, dx: 41mm + paper.right * 0.1mm, dy: 189mm + paper.down * 0.1mm, text(size: 6.5pt, fill: luma(70), paper.line))
  }
  if paper.test != none {
    measure-marks
    place(top + left, dx: 30mm, dy: 30mm, block(width: 237mm, inset: 4mm, stroke: 0.6pt, text(size: 12pt, for line in paper.test { line; linebreak() })))
  }
}
`;

parentPort?.postMessage(printMeritSheets(workerData as MeritSheetsInput));

function printMeritSheets({ packages, sheets, emblem, check }: MeritSheetsInput): Uint8Array {
  const fonts = path.join(packages, "@expo-google-fonts/tinos");
  const compiler = NodeCompiler.create({
    fontArgs: [
      {
        fontPaths: ["400Regular", "400Regular_Italic", "700Bold"].map((face) => path.join(fonts, face)),
      },
    ],
  });
  const shown = {
    ...sheets,
    right: sheets.shiftRight,
    down: sheets.shiftDown,
    emblem: emblem === null ? null : framed(emblem),
    line: check?.line ?? "",
    qr: check === null ? null : renderSVG(check.link ?? check.line, { ecc: "M", border: 1 }),
  };
  return new Uint8Array(
    compiler.pdf(
      { mainFileContent: PAPER, inputs: { paper: JSON.stringify(shown) } },
      { pdfStandard: "a-2b" },
    ),
  );
}

/** The picture inside a drawing: the typesetter takes texts and no files. */
function framed({ bytes, type }: NonNullable<MeritSheetsInput["emblem"]>): string {
  const data = `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100"><image width="100" height="100" preserveAspectRatio="xMidYMid meet" href="${data}"/></svg>`;
}

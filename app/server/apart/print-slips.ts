import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { renderSVG } from "uqr";
import type { SlipSheetInput } from "#app/platform/apart/apart.ts";

/** Four to a sheet of A4, with lines to cut along. Text arrives as data and is only ever shown, never read as markup. */
const SHEET = `
#let sheet = json(bytes(sys.inputs.sheet))
#set document(title: sheet.title, date: none)
#set page(paper: "a4", margin: 0mm)
#set text(font: "Tinos", size: 11pt, lang: "vi", hyphenate: false)
#set par(leading: 0.55em, spacing: 2.6mm)
#let cut = stroke(paint: luma(120), thickness: 0.5pt, dash: "dashed")
#let slip(it) = box(width: 105mm, height: 148.5mm, inset: 10mm, clip: true)[
  #text(size: 10.5pt, fill: luma(60), it.kind)

  #text(size: 18pt, weight: "bold", it.name)

  #text(it.place)
  #align(center, image(bytes(it.qr), format: "svg", width: 50mm))
  #align(center, text(size: 15pt, weight: "bold", tracking: 1.5pt, it.code))
  #for (number, step) in it.steps.enumerate() {
    block(spacing: 2.4mm, grid(columns: (5mm, 1fr), [#(number + 1).], step))
  }
  #v(1mm)
  #text(it.username)
  #v(1fr)
  #text(weight: "bold", it.until)
]
#for (index, four) in sheet.slips.chunks(4).enumerate() {
  if index > 0 { pagebreak() }
  place(top + left, line(start: (105mm, 0mm), length: 297mm, angle: 90deg, stroke: cut))
  place(top + left, line(start: (0mm, 148.5mm), length: 210mm, stroke: cut))
  grid(columns: (105mm, 105mm), ..four.map(slip))
}
`;

parentPort?.postMessage(printSlips(workerData as SlipSheetInput));

function printSlips({ packages, title, slips }: SlipSheetInput): Uint8Array {
  const fonts = path.join(packages, "@expo-google-fonts/tinos");
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontPaths: [path.join(fonts, "400Regular"), path.join(fonts, "700Bold")] }],
  });
  const sheet = {
    title,
    slips: slips.map(({ link, ...slip }) => ({ ...slip, qr: renderSVG(link, { ecc: "M", border: 2 }) })),
  };
  return new Uint8Array(compiler.pdf({ mainFileContent: SHEET, inputs: { sheet: JSON.stringify(sheet) } }));
}

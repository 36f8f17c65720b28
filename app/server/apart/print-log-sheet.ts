import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { LogSheetInput } from "#app/platform/apart/apart.ts";

/** One page of A4 across for each member, with lines to write on. Text arrives as data and is only ever shown. */
const SHEET = `
#let it = json(bytes(sys.inputs.sheet))
#set document(title: it.title, date: none)
#set page(paper: "a4", flipped: true, margin: (x: 10mm, y: 8mm))
#set text(font: "Tinos", size: 10.5pt, lang: "vi", hyphenate: false)
#set par(leading: 0.5em, spacing: 1.6mm)
#let line-height = 8.6mm
#for (index, page-of) in it.pages.enumerate() {
  if index > 0 { pagebreak() }
  grid(columns: (1fr, auto),
    [#text(size: 15pt, weight: "bold", it.heading) \\ #it.place],
    align(right)[#it.period])
  v(1mm)
  grid(columns: (1fr, 1fr), gutter: 4mm,
    [#it.nameLabel #text(weight: "bold", page-of)], [#it.teamLabel #text(weight: "bold", it.team)])
  v(1mm)
  table(
    columns: (8mm, 20mm, 13mm, 13mm, 34mm, 52mm, 18mm, 14mm, 16mm, 1fr),
    rows: (auto, ..range(it.lines).map(_ => line-height)),
    inset: 1.4mm, align: (x, y) => if y == 0 { center + horizon } else { left + horizon },
    table.header(..it.columns.map(name => text(size: 9pt, weight: "bold", name))),
    ..range(it.lines).map(number => ([#(number + 1)], [], [], [], [], [], [], [], [], [])).flatten(),
  )
  set text(size: 8.5pt)
  let share = calc.max(1, calc.ceil(it.kinds.len() / 4))
  grid(columns: (1fr, 1fr, 1fr, 1fr), gutter: 3mm,
    ..it.kinds.chunks(share).map(part => {
      for entry in part { block(spacing: 1.1mm, [#text(weight: "bold", entry.number) #entry.name]) }
    }))
  v(0.5mm)
  it.modes
  linebreak()
  it.outcomes
  v(1fr)
  set text(size: 10.5pt)
  grid(columns: (1fr, 1fr, 1fr), ..it.signatures.map(who => align(center)[#text(weight: "bold", who) \\ #text(size: 9pt, it.signHint) #v(13mm)]))
}
`;

parentPort?.postMessage(printSheets(workerData as LogSheetInput));

function printSheets({ packages, ...sheet }: LogSheetInput): Uint8Array {
  const fonts = path.join(packages, "@expo-google-fonts/tinos");
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontPaths: [path.join(fonts, "400Regular"), path.join(fonts, "700Bold")] }],
  });
  return new Uint8Array(compiler.pdf({ mainFileContent: SHEET, inputs: { sheet: JSON.stringify(sheet) } }));
}

import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { renderSVG } from "uqr";
import type { BoardPosterInput } from "#app/platform/apart/apart.ts";

/** Text arrives as data and is only ever shown, never read as markup. Mostly white: offices print it themselves. */
const POSTER = `
#let poster = json(bytes(sys.inputs.poster))
#let green = rgb("#0b4a35")
#let gold = rgb("#b7862c")
#set document(title: poster.title, date: none)
#set page(paper: "a3", margin: (x: 22mm, top: 20mm, bottom: 16mm),
  background: {
    place(top, rect(width: 100%, height: 7mm, fill: green))
    place(top, dy: 7mm, rect(width: 100%, height: 1.6mm, fill: gold))
    place(bottom, rect(width: 100%, height: 4mm, fill: green))
  })
#set text(font: "Tinos", size: 26pt, lang: "vi", hyphenate: false)
#set par(leading: 0.5em, spacing: 5mm)

#align(center, {
  block(below: 4mm, text(size: 24pt, weight: "bold", fill: gold.darken(20%), upper(poster.place)))
  block(below: 4mm, text(size: 54pt, weight: "bold", fill: green, poster.title))
  block(below: 9mm, text(size: 24pt, poster.period))
})
#table(columns: (22mm, 1fr, auto), stroke: (x, y) => (bottom: 0.8pt + luma(190)), inset: (x: 3mm, y: 3.4mm),
  align: (center + horizon, left + horizon, right + horizon),
  ..poster.first.enumerate().map(((index, row)) => {
    let leads = index < 3
    let size = if leads { 34pt } else { 27pt }
    (text(size: size, weight: "bold", fill: if leads { gold.darken(15%) } else { green }, row.rank),
     text(size: size, weight: if leads { "bold" } else { "regular" }, row.name),
     text(size: size, weight: "bold", row.value))
  }).flatten())
#if poster.others.len() > 0 {
  v(5mm)
  text(size: 21pt, style: "italic", poster.othersTitle)
  v(1mm)
  columns(2, gutter: 10mm, {
    set text(size: 19pt)
    for row in poster.others { block(below: 3mm, grid(columns: (1fr, auto), row.name, row.value)) }
  })
}
#v(1fr)
#grid(columns: if poster.link != none { (1fr, 34mm) } else { (1fr,) }, column-gutter: 6mm, align: left + bottom,
  text(size: 15pt, fill: luma(70), poster.foot),
  ..if poster.link != none { (align(center, {
    image(bytes(poster.qr), format: "svg", width: 34mm)
    text(size: 12pt, poster.linkHint)
  }),) })
`;

parentPort?.postMessage(printBoardPoster(workerData as BoardPosterInput));

function printBoardPoster({ packages, ...poster }: BoardPosterInput): Uint8Array {
  const fonts = path.join(packages, "@expo-google-fonts/tinos");
  const compiler = NodeCompiler.create({
    fontArgs: [
      {
        fontPaths: ["400Regular", "400Regular_Italic", "700Bold"].map((face) => path.join(fonts, face)),
      },
    ],
  });
  const shown = {
    ...poster,
    qr: poster.link === null ? "" : renderSVG(poster.link, { ecc: "M", border: 1 }),
  };
  return new Uint8Array(compiler.pdf({ mainFileContent: POSTER, inputs: { poster: JSON.stringify(shown) } }));
}

import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { SlidesInput } from "#app/platform/apart/apart.ts";

/** For the screen of a hall: few words, large. Text arrives as data and is only ever shown, never read as markup. */
const PAPER = `
#let paper = json(bytes(sys.inputs.paper))
#let red = rgb("#9b1c1c")
#let gold = rgb("#f2c14e")
#set document(title: paper.title, date: none)
#set page(width: 338.6mm, height: 190.5mm, margin: (x: 22mm, top: 18mm, bottom: 16mm), fill: rgb("#7d1416"),
  footer: align(center, text(size: 11pt, fill: rgb("#e9c9c2"), paper.line)))
#set text(font: "Tinos", lang: "vi", hyphenate: false, fill: white)
#set par(leading: 0.5em, spacing: 0.5em)
#align(center + horizon, {
  text(size: 26pt, upper(paper.place)); linebreak()
  v(8mm)
  text(size: 46pt, weight: "bold", fill: gold, paper.title); linebreak()
  v(8mm)
  text(size: 24pt, paper.day)
})
#for it in paper.slides {
  pagebreak()
  align(center, text(size: 30pt, weight: "bold", fill: gold, upper(it.heading)))
  let many = it.names.len()
  align(center + horizon, for each in it.names {
    block(below: if many > 4 { 6mm } else { 10mm }, stack(spacing: if many == 1 { 9mm } else if many > 4 { 3mm } else { 5mm },
      text(size: if many == 1 { 50pt } else if many > 4 { 27pt } else { 36pt }, weight: "bold", each.name),
      ..if each.place != "" { (text(size: if many == 1 { 28pt } else if many > 4 { 17pt } else { 21pt }, fill: rgb("#f3ddd6"), each.place),) }))
  })
}
`;

parentPort?.postMessage(printSlides(workerData as SlidesInput));

function printSlides({ packages, slides, check }: SlidesInput): Uint8Array {
  const fonts = path.join(packages, "@expo-google-fonts/tinos");
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontPaths: ["400Regular", "700Bold"].map((face) => path.join(fonts, face)) }],
  });
  const shown = { ...slides, line: check?.line ?? "" };
  return new Uint8Array(
    compiler.pdf(
      { mainFileContent: PAPER, inputs: { paper: JSON.stringify(shown) } },
      { pdfStandard: "a-2b" },
    ),
  );
}

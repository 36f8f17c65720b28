import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { renderSVG } from "uqr";
import type { CertificateInput } from "#app/platform/apart/apart.ts";

/** Text arrives as data and is only ever shown, never read as markup. */
const PAPER = `
#let paper = json(bytes(sys.inputs.paper))
#let award = paper.layout == "award"
#let red = rgb("#9b1c1c")
#let gold = rgb("#b7862c")
#set document(title: paper.title, date: none)
#set page(paper: "a4", flipped: award, margin: if award { (x: 26mm, top: 22mm, bottom: 20mm) } else { (x: 25mm, y: 20mm) },
  background: if award {
    place(center + horizon, rect(width: 277mm, height: 190mm, stroke: 2.2pt + gold))
    place(center + horizon, rect(width: 271mm, height: 184mm, stroke: 0.6pt + red))
  },
  foreground: if paper.stamp != none {
    place(center + horizon, dy: 24mm, rect(stroke: 3pt + red.transparentize(40%), inset: 5mm, text(size: 46pt, weight: "bold", fill: red.transparentize(40%), paper.stamp)))
  })
#set text(font: "Tinos", size: 13pt, lang: "vi", hyphenate: false)
#set par(leading: 0.62em, spacing: 3.4mm, justify: false)

#grid(columns: (1fr, 1.25fr), align: center + top,
  {
    for line in paper.issuer { text(size: 12pt, weight: "bold", upper(line)); linebreak() }
    text(size: 11pt, paper.number)
  },
  {
    text(size: 12pt, weight: "bold", upper(paper.nation.at(0))); linebreak()
    underline(offset: 4pt, stroke: 0.6pt, text(size: 13pt, weight: "bold", paper.nation.at(1))); linebreak()
    v(1mm)
    text(size: 11.5pt, style: "italic", paper.dateLine)
  })

#v(if award { 1fr } else { 12mm })
#align(center, {
  block(spacing: if award { 6mm } else { 5mm },
    text(size: if award { 36pt } else { 19pt }, weight: "bold", fill: if award { red } else { black }, upper(paper.heading)))
  block(spacing: if award { 6mm } else { 5mm }, text(size: if award { 15pt } else { 13pt }, style: "italic", paper.lead))
  block(spacing: 7mm, text(size: if award { 32pt } else { 20pt }, weight: "bold", paper.holder))
  if award { block(spacing: 6mm, text(size: 24pt, weight: "bold", fill: gold.darken(25%), paper.honour)) }
})
#align(if award { center } else { left },
  for line in paper.body { block(spacing: 3mm, text(size: if award { 14pt } else { 13pt }, line)) })
#if paper.facts.len() > 0 {
  v(2mm)
  table(columns: (1fr, auto), stroke: (x, y) => (bottom: 0.5pt + luma(170)), inset: (x: 2mm, y: 2.4mm),
    align: (left, right),
    ..paper.facts.map(it => (it.term, text(weight: "bold", it.value))).flatten())
}
#let signature = align(center, {
  for line in paper.signature { text(size: 12pt, weight: "bold", upper(line)); linebreak() }
  text(size: 11pt, style: "italic", paper.signHint)
})
#if not award { align(right, block(width: 75mm, above: 12mm, signature)) }
#v(1fr)
#grid(columns: if award { (30mm, 1fr, 80mm) } else { (30mm, 1fr) }, column-gutter: 5mm, align: left + bottom,
  image(bytes(paper.qr), format: "svg", width: 30mm),
  text(size: 10pt, fill: luma(60), for (index, line) in paper.checkLines.enumerate() {
    if index > 0 { linebreak() }
    line
  }),
  ..if award { (block(height: 36mm, align(top, signature)),) })
`;

parentPort?.postMessage(printCertificate(workerData as CertificateInput));

function printCertificate({ packages, link, ...paper }: CertificateInput): Uint8Array {
  const fonts = path.join(packages, "@expo-google-fonts/tinos");
  const compiler = NodeCompiler.create({
    fontArgs: [
      {
        fontPaths: ["400Regular", "400Regular_Italic", "700Bold"].map((face) => path.join(fonts, face)),
      },
    ],
  });
  const shown = { ...paper, qr: renderSVG(link, { ecc: "M", border: 2 }) };
  return new Uint8Array(compiler.pdf({ mainFileContent: PAPER, inputs: { paper: JSON.stringify(shown) } }));
}

import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import sharp from "sharp";
import type { BoardCardInput } from "#app/platform/apart/apart.ts";

const WIDTH = 1200;
const HEIGHT = 630;

/** Text arrives as data and is only ever shown, never read as markup. Letters are drawn as shapes: no font is asked for. */
const CARD = `
#let card = json(bytes(sys.inputs.card))
#let night = rgb("#072a1e")
#let gold = rgb("#ffc94d")
#let soft = rgb("#bfe3d2")
#set document(title: card.title, date: none)
#set page(width: 1200pt, height: 630pt, margin: (x: 64pt, top: 48pt, bottom: 40pt), fill: night,
  background: {
    place(right + bottom, dx: 190pt, dy: 210pt, circle(radius: 330pt, stroke: 3pt + gold.transparentize(55%)))
    place(right + bottom, dx: 120pt, dy: 140pt, circle(radius: 260pt, stroke: 14pt + gold.transparentize(80%)))
    place(top, rect(width: 100%, height: 14pt, fill: gold))
  })
#set text(font: "Tinos", size: 34pt, lang: "vi", hyphenate: false, fill: white)
#set par(leading: 0.5em, spacing: 10pt)

#text(size: 28pt, fill: gold, weight: "bold", upper(card.place))
#v(10pt)
#text(size: 54pt, weight: "bold", card.title)
#v(12pt)
#text(size: 28pt, fill: soft, card.period)
#v(26pt)
#grid(columns: (64pt, 1fr, auto), column-gutter: 18pt, row-gutter: 22pt, align: (right, left, right),
  ..card.rows.map(row => {
    let look = if row.own { gold } else { white }
    (text(weight: "bold", fill: look, row.rank),
     text(weight: if row.own { "bold" } else { "regular" }, fill: look, row.name),
     text(weight: "bold", fill: look, row.value))
  }).flatten())
#v(1fr)
#text(size: 22pt, fill: soft, card.foot)
`;

parentPort?.postMessage(await drawBoardCard(workerData as BoardCardInput));

async function drawBoardCard({ packages, ...card }: BoardCardInput): Promise<Uint8Array> {
  const fonts = path.join(packages, "@expo-google-fonts/tinos");
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontPaths: ["400Regular", "700Bold"].map((face) => path.join(fonts, face)) }],
  });
  const svg = compiler.plainSvg({ mainFileContent: CARD, inputs: { card: JSON.stringify(card) } });
  return new Uint8Array(
    await sharp(Buffer.from(svg)).resize(WIDTH, HEIGHT, { fit: "fill" }).png({ palette: true }).toBuffer(),
  );
}

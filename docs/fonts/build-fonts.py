"""Builds public/fonts/*.woff2 from the full Be Vietnam Pro files.

    apt-get install fonttools python3-brotli
    npm pack @expo-google-fonts/be-vietnam-pro@0.4.1 && tar xzf *.tgz
    /usr/bin/python3 docs/fonts/build-fonts.py package public/fonts

One file per weight carries Latin and Vietnamese together, so that kerning works inside words such as "Việt"
and a page needs one request per weight. The design has proportional figures only; columns of points need
figures of one width, so a `tnum` feature is added: each figure again, centred on a common advance.
"""

import subprocess
import sys
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

WEIGHTS = {400: "400Regular/BeVietnamPro_400Regular.ttf", 700: "700Bold/BeVietnamPro_700Bold.ttf"}
ASCII = "".join(chr(code) for code in range(0x20, 0x7F))
VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA))
PUNCTUATION = "\u00a0°²³·×÷±–—‘’“”•…₫−≥≤«»©"
FIGURES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def add_tabular_figures(font):
    glyphs, metrics = font["glyf"], font["hmtx"]
    order = font.getGlyphOrder()
    advance = round(sum(metrics[name][0] for name in FIGURES) / len(FIGURES) / 10) * 10
    for name in FIGURES:
        width, bearing = metrics[name]
        shift = (advance - width) // 2
        pen = TTGlyphPen(font.getGlyphSet())
        pen.addComponent(name, (1, 0, 0, 1, shift, 0))
        tabular = name + ".tnum"
        order.append(tabular)
        glyphs[tabular] = pen.glyph()
        metrics[tabular] = (advance, bearing + shift)
    font.setGlyphOrder(order)
    glyphs.glyphOrder = order
    rules = "".join(f"sub {name} by {name}.tnum;" for name in FIGURES)
    addOpenTypeFeaturesFromString(font, f"feature tnum {{ {rules} }} tnum;", tables=["GSUB"])


def build(source, target):
    subset = target.with_suffix(".subset.ttf")
    subprocess.run(
        [
            "pyftsubset", str(source), f"--text={ASCII + VIETNAMESE + PUNCTUATION}", "--layout-features=kern",
            "--no-hinting", "--name-IDs=0,1,2,13,14", "--notdef-outline", "--drop-tables+=DSIG,GSUB", f"--output-file={subset}",
        ],
        check=True,
    )
    font = TTFont(subset)
    add_tabular_figures(font)
    font.flavor = "woff2"
    font.save(target)
    subset.unlink()
    print(f"{target.name}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    sources, targets = Path(sys.argv[1]), Path(sys.argv[2])
    for weight, name in WEIGHTS.items():
        build(sources / name, targets / f"be-vietnam-pro-{weight}.woff2")

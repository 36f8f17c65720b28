import { expect, it } from "vitest";
import { nameBrowser } from "./browser-name.ts";

it.each([
  [
    "Mozilla/5.0 (Linux; Android 13; SM-A047F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36",
    "Chrome · Android",
  ],
  [
    "Mozilla/5.0 (Linux; Android 12; CPH2239) AppleWebKit/537.36 Chrome/110.0 Mobile Safari/537.36 Zalo android/12100",
    "Zalo · Android",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 Version/17.2 Mobile/15E148 Safari/604.1",
    "Safari · iPhone",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0",
    "Edge · Windows",
  ],
  ["Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/110.0 Chrome/104.0 Safari/537.36", "Cốc Cốc · Windows"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", "Firefox · Linux"],
  ["", "—"],
  ["<script>alert(1)</script>", "—"],
])("%.60s is %s", (userAgent, name) => {
  expect(nameBrowser(userAgent)).toBe(name);
});
